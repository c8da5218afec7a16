import { loadKnowledge } from '../../knowledge/load.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { mentionsText, wantsColour } from '../../report/terminal.ts'
import { extract } from '../../run/analyse.ts'
import { mentionsJson } from '../json.ts'
import { print } from '../output.ts'
import { partsOf } from '../plugins.ts'
import { knowledgeFiles, type Options } from '../spec.ts'
import { eachDocument } from './each.ts'

/** `errata extract`: mentions as JSONL, one line a document, or the articles with marks (contract.md). Returns the exit code. */
export async function extractCommand(inputs: readonly string[], options: Options): Promise<number> {
  const knowledge = await loadKnowledge(knowledgeFiles(options))
  const parts = await partsOf(options)
  const colour = wantsColour(process.stdout)
  return eachDocument(
    inputs,
    doc => {
      const mentions = extract(doc, knowledge, undefined, parts)
      return print(
        options['format'] === 'text' ? mentionsText(doc, mentions, colour) : jsonLine(mentionsJson(doc.id, mentions)),
      )
    },
    options,
  )
}
