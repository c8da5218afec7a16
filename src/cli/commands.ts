import { batch } from './inventory/batch.ts'
import { decide } from './inventory/decide.ts'
import { documents } from './inventory/documents.ts'
import { knowledge } from './inventory/knowledge.ts'
import { stored } from './inventory/stored.ts'
import type { CommandSpec } from './spec.ts'

/** Everything errata can be told to do, in the order of `errata --help`. */
export const commands: readonly CommandSpec[] = [...batch, ...documents, ...stored, ...decide, ...knowledge]
