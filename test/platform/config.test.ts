import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig, SETTINGS } from '../../core/config.ts'

function problemsOf(env: Record<string, string>): ConfigError {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('The environment was accepted.')
}

describe('readConfig', () => {
  test('an empty environment is a hub on loopback with everything inside', () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: undefined,
      redisUrl: undefined,
      host: '127.0.0.1',
      port: 4000,
      dataDir: './data',
      logLevel: 'info',
      hubSecret: undefined,
      subgraphUrls: { stock: undefined, availability: undefined },
      feedPollMs: 1000,
      parkSeconds: 86_400,
    })
  })

  test('what is set is taken, an empty variable counts as unset', () => {
    const config = readConfig({
      DATABASE_URL: 'postgresql://u:p@db.example:5432/hub?sslmode=require',
      REDIS_URL: '',
      HOST: '::1',
      PORT: ' 0 ',
      LOG_LEVEL: 'WARN',
      SUBGRAPH_STOCK_URL: 'http://127.0.0.1:4101/graphql',
      JWT_JWKS: '{"keys":[]}',
    })
    expect(config).toMatchObject({
      databaseUrl: 'postgresql://u:p@db.example:5432/hub?sslmode=require',
      redisUrl: undefined,
      host: '::1',
      port: 0,
      logLevel: 'warn',
      jwtJwks: '{"keys":[]}',
    })
    expect(config.subgraphUrls.stock).toBe('http://127.0.0.1:4101/graphql')
  })

  test('every wrong variable is named at once, with its range and default', () => {
    const error = problemsOf({ PORT: 'http', FEED_POLL_MS: '99', PARK_SECONDS: '1.5', LOG_LEVEL: 'loud' })
    expect(error.variables).toEqual(['PORT', 'LOG_LEVEL', 'FEED_POLL_MS', 'PARK_SECONDS'])
    expect(error.message.split('\n')).toEqual([
      'PORT is "http", which is not a whole number. It takes 0 to 65535 (default: 4000).',
      'LOG_LEVEL is "loud", which is none of these. It takes trace, debug, info, warn, error, fatal, silent (default: info).',
      'FEED_POLL_MS is "99", which is too small. It takes 100 to 60000 ms (default: 1000).',
      'PARK_SECONDS is "1.5", which is not a whole number. It takes 1 to 2592000 s (default: 86400).',
    ])
  })

  test('a secret is never in the message', () => {
    const error = problemsOf({
      DATABASE_URL: 'mysql://root:hunter2@db/hub',
      REDIS_URL: 'hunter2',
      HUB_SECRET: 'hunter2',
      JWT_JWKS: '{"k":"hunter2"}',
      SUBGRAPH_RETURNS_URL: 'ftp://a:hunter2@b',
    })
    expect(error.variables).toHaveLength(5)
    expect(error.message).not.toContain('hunter2')
    expect(error.message).toContain('DATABASE_URL is not such a URL. It takes a URL that begins with postgres:// or')
  })

  test('a mistyped name of a subgraph is refused', () => {
    expect(problemsOf({ SUBGRAPH_STOK_URL: 'http://127.0.0.1:1' }).message).toContain('names no subgraph')
  })

  test('each default lies in its range', () => {
    for (const setting of Object.values(SETTINGS)) {
      if (setting.default !== 'unset') expect(setting.parse(setting.default)).toEqual(setting.fallback)
    }
  })

  test("Apollo's reporting is off unless somebody turned it on", () => {
    expect(process.env.APOLLO_TELEMETRY_DISABLED).toBeDefined()
  })
})
