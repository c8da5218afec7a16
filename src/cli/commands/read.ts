import { jsonLine } from '../../report/flag-json.ts'
import { eachDocument } from './each.ts'

/** `errata read`: documents as JSONL (contract.md). Returns the exit code. */
export function readCommand(inputs: readonly string[]): Promise<number> {
  return eachDocument(
    inputs,
    ({ id, source, url, title, published, publishedFrom, author, language, text, map, dropped }) => {
      process.stdout.write(
        jsonLine({
          doc: id,
          url,
          title,
          published,
          publishedFrom,
          author,
          language,
          text,
          map,
          dropped,
          sha256: source,
        }),
      )
    },
  )
}
