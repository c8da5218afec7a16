import { nameDrift } from './check/name-drift.ts'
import { actor, country } from './extract/names.ts'
import type { Check, Extractor, Reader } from './model/stage.ts'
import { plain } from './read/plain.ts'

/** Everything errata does, in order: the inventory is the table of contents. */
export const readers: readonly Reader[] = [plain]
export const extractors: readonly Extractor[] = [actor, country]
export const checks: readonly Check[] = [nameDrift]
