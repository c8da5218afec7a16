import { jsonLine } from '../../report/flag-json.ts'
import { documentJson } from '../json.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'
import { eachDocument } from './each.ts'

/** `errata read`: documents as JSONL (contract.md). Returns the exit code. */
export const readCommand = (inputs: readonly string[], options: Options): Promise<number> =>
  eachDocument(inputs, doc => print(jsonLine(documentJson(doc))), options)
