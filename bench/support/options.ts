import { InvalidArgumentError } from 'commander'

/** Readers of what is given on the command line. */

export function listOf<T extends string>(known: readonly T[]): (text: string) => T[] {
  return (text) =>
    partsOf(text).map((part) => {
      const found = known.find((name) => name === part)
      if (found === undefined) throw new InvalidArgumentError(`It takes some of ${known.join(',')}.`)
      return found
    })
}

export function numbersOf(min: number, max: number): (text: string) => number[] {
  const one = numberOf(min, max)
  return (text) => partsOf(text).map(one)
}

export function numberOf(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = text.trim() === '' ? Number.NaN : Number(text)
    if (number >= min && number <= max) return number
    throw new InvalidArgumentError(`It takes a number from ${min} to ${max}.`)
  }
}

function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
