/** @param {string} words */
const cell = words => words.replace(/[\t\r\n]/g, ' ')

/** Flags, one a line, parted by tabs. @type {import('errata').Writer} */
export const tsv = {
  id: 'example-tsv',
  *files({ flags }) {
    yield {
      path: 'flags.tsv',
      text: flags.map(({ at, check, message }) => `${[at.doc, check, message].map(cell).join('\t')}\n`),
    }
  },
}
