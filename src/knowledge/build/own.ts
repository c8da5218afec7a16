import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { FatalError } from '../../model/errors.ts'

/** errata's own facts, written by hand beside the tables. */
export const OWN = new URL('../../../corpus/knowledge/own/', import.meta.url)

const names = z.array(z.string()).default([])

const countryWords = z.strictObject({
  name: z.string(),
  names,
  demonyms: names,
  governments: names,
  context: names,
})
const currencyWords = z.strictObject({
  name: z.string(),
  signs: names,
  names,
  kind: z.literal('crypto').optional(),
})
const regionWords = z.strictObject({ name: z.string(), names, adjectives: names })
const softwareWords = z.strictObject({
  tools: z.array(z.union([z.string(), z.strictObject({ name: z.string(), names })])),
})
const serviceWords = z.strictObject({
  name: z.string(),
  names,
  country: z.string().length(2),
  partOf: z.string().optional(),
})
const sourceWords = z.strictObject({
  release: z.string(),
  sources: z.record(z.string(), z.strictObject({ ref: z.string(), licence: z.string() })),
})
const wordList = z.strictObject({ words: z.string() })

export type CountryWords = z.infer<typeof countryWords>
export type CurrencyWords = z.infer<typeof currencyWords>

/** Everything under `corpus/knowledge/own`. */
export interface Own {
  readonly countries: Readonly<Record<string, CountryWords>>
  readonly currencies: Readonly<Record<string, CurrencyWords>>
  readonly regions: readonly z.infer<typeof regionWords>[]
  readonly software: z.infer<typeof softwareWords>
  readonly services: readonly z.infer<typeof serviceWords>[]
  readonly release: z.infer<typeof sourceWords>
  /** Names that are also given names, brands or jargon: see `own/words.yaml`. */
  readonly words: z.infer<typeof wordList>
}

/** Reads errata's own facts. @throws FatalError (2) naming the file and the key that does not fit. */
export function readOwn(folder: URL = OWN): Own {
  return {
    countries: read(folder, 'countries.yaml', z.record(z.string().length(2), countryWords)),
    currencies: read(folder, 'currencies.yaml', z.record(z.string(), currencyWords)),
    regions: read(folder, 'regions.yaml', z.array(regionWords)),
    software: read(folder, 'software.yaml', softwareWords),
    services: read(folder, 'services.yaml', z.array(serviceWords)),
    release: read(folder, 'sources.yaml', sourceWords),
    words: read(folder, 'words.yaml', wordList),
  }
}

function read<T>(folder: URL, name: string, schema: z.ZodType<T>): T {
  const file = new URL(name, folder)
  try {
    const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')))
    if (parsed.success) return parsed.data
    throw new Error(z.prettifyError(parsed.error))
  } catch (error) {
    throw new FatalError(`${file.pathname}: ${(error as Error).message}`, 2, { cause: error })
  }
}
