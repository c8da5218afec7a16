import { readFile } from 'node:fs/promises'

/**
 * A file of letters, parted by lines of five hyphens. Its bytes are what provenance ends at, so each letter is a source.
 * In a pipeline: `load: [{ loader: example-letters, options: { file: letters.txt } }]`.
 * @type {import('errata').Loader}
 */
export const letters = {
  id: 'example-letters',
  async *load(options) {
    const { file, timed = false } = /** @type {{ file: string, timed?: boolean }} */ (options)
    const parts = (await readFile(file, 'utf8')).split(/^-{5}\r?\n/m)
    for (const [index, text] of parts.entries()) {
      const path = `${file}#${index + 1}`
      if (text.trim() === '') yield { path, reason: 'an empty letter' }
      // errata names a source by its bytes itself.
      else
        yield {
          id: '',
          doc: path,
          path,
          mediaType: timed ? 'text/x-example-timed' : 'text/plain',
          bytes: new TextEncoder().encode(text),
        }
    }
  },
}
