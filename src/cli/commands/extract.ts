import { loadKnowledge } from '../../knowledge/load.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { extract } from '../../run/analyse.ts'
import { mentionsJson } from '../json.ts'
import { print } from '../output.ts'
import { knowledgeFiles, type Options } from '../spec.ts'
import { eachDocument } from './each.ts'

/** `errata extract`: mentions as JSONL, one line a document (contract.md). Returns the exit code. */
export async function extractCommand(inputs: readonly string[], options: Options): Promise<number> {
  const knowledge = await loadKnowledge(knowledgeFiles(options))
  return eachDocument(inputs, doc => print(jsonLine(mentionsJson(doc.id, extract(doc, knowledge)))), options)
}
