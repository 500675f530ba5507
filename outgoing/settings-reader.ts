import { Ajv } from 'ajv'

/** What stands with an ERP or a marketplace, or in the file of secrets, does not say what its connector has to know; or it names what is not there. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

const ajv = new Ajv()

/** Reads settings by a JSON Schema. What it throws names the place, and never a value: it may be a secret. */
export function settingsReader<Settings>(schema: object, what: string): (value: unknown) => Settings {
  const isValid = ajv.compile<Settings>(schema)
  return (value) => {
    if (isValid(value)) return value
    const [error] = isValid.errors ?? []
    const place = error === undefined || error.instancePath === '' ? '' : `${error.instancePath} `
    throw new SettingsError(`${what}: ${place}${error?.message ?? 'not valid'}.`)
  }
}

export function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone === undefined) return
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch (cause) {
    throw new SettingsError(`/timeZone "${timeZone}" is no time zone.`, { cause })
  }
}
