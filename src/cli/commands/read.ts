import { setFlagsFromString } from 'node:v8'
import { droppedWords } from '../../read/dropped.ts'
import { rawText } from '../../read/raw.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { wantsColour } from '../../report/terminal.ts'
import { pageText } from '../../report/terminal-page.ts'
import { documentJson } from '../json.ts'
import { print } from '../output.ts'
import type { Options } from '../spec.ts'
import { eachDocument } from './each.ts'

/** `errata read`: documents as JSONL, or for people with what was left out in grey (contract.md). Returns the exit code. */
export function readCommand(inputs: readonly string[], options: Options): Promise<number> {
  // Trees of pages die young; letting V8's young generation grow for them raises the peak memory (339 MB against 212 MB
  // for 85 pages) and saves no time.
  setFlagsFromString('--semi-space-growth-factor=1')
  const colour = wantsColour(process.stdout)
  return eachDocument(
    'read',
    inputs,
    async (doc, { bytes, mediaType }) =>
      print(
        options['format'] === 'text'
          ? pageText(doc, await droppedWords(await rawText(bytes, doc.encoding), mediaType, doc), colour)
          : jsonLine(documentJson(doc)),
      ),
    options,
  )
}
