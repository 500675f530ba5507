import { defineConfig } from 'vitest/config'

/** `vitest run --mode long` (npm run test:long) also runs the tests that take minutes, named *.long.test.ts. */
export default defineConfig(({ mode }) => ({
  // The same file that Node resolves: Vite would prefer graphql's ESM build beside the CommonJS one that the federation packages require,
  // and a schema of one copy is unknown to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: mode === 'long' ? [] : ['test/**/*.long.test.ts'],
    globalSetup: ['test/support/servers.ts'],
    // Processes, not threads: some tests measure memory, start servers, or end the process they started.
    pool: 'forks',
    // Each worker may run PGlite and the servers have to live beside them on two cores.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
  },
}))
