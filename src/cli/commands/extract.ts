import { jsonLine } from '../../report/flag-json.ts'
import { mentionsText, wantsColour } from '../../report/terminal.ts'
import { mentionsJson } from '../json.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'
import { eachDocument } from './each.ts'

/** `errata extract`: mentions as JSONL, one line a document, or the articles with marks (contract.md). Returns the exit code. */
export async function extractCommand(inputs: readonly string[], options: Options): Promise<number> {
  const colour = wantsColour(process.stdout)
  return eachDocument(
    'extract',
    inputs,
    ({ doc, mentions }) =>
      print(
        options['format'] === 'text' ? mentionsText(doc, mentions, colour) : jsonLine(mentionsJson(doc.id, mentions)),
      ),
    options,
  )
}
