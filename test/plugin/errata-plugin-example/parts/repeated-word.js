/** Words that stand twice in a row on purpose. */
const MEANT = new Set(['had', 'that', 'very'])

/** A word written twice. @type {import('errata').Check} */
export const repeatedWord = {
  id: 'example-repeated-word',
  severity: 'warning',
  title: 'A word stands twice',
  why: 'The same short word twice in a row is most often left over from a change. It is wrong for words that may repeat.',
  examples: {
    flagged: ['Hackers robbed [[the the]] bank on Monday.'],
    clean: ['He said that that bank had had no guards.', 'The bank. Bank robbers came on Monday.'],
  },
  *run({ text, select }) {
    for (const match of text.matchAll(/\b([a-z]{2,12}) \1\b/g)) {
      const [words, word = ''] = match
      if (MEANT.has(word)) continue
      const at = select({ start: match.index, end: match.index + words.length })
      yield {
        at,
        confidence: 80,
        subject: word,
        message: `\u201c${word}\u201d stands twice in a row.`,
        evidence: [{ role: 'for', note: 'the words', at }],
        suggestion: word,
      }
    }
  },
}
