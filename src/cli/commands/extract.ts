import { shippedKnowledge } from '../../knowledge/knowledge.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { extract } from '../../run/analyse.ts'
import { eachDocument } from './each.ts'

/** `errata extract`: mentions as JSONL, one line a document (contract.md). Returns the exit code. */
export function extractCommand(inputs: readonly string[]): Promise<number> {
  const knowledge = shippedKnowledge()
  return eachDocument(inputs, doc => {
    process.stdout.write(jsonLine({ doc: doc.id, mentions: extract(doc, knowledge) }))
  })
}
