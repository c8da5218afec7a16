// Builds corpus/knowledge/given-names.txt and family-names.txt from the lexicon of compromise: node scripts/build-person-names.ts
// Loading compromise costs 0.2 s of CPU and 40 MB in every process and thread; errata needs four thousand of its words.
import { writeFileSync } from 'node:fs'
import { classes } from './lexicon.ts'

const LISTS = { 'given-names.txt': /^(?:Male|Female|First)Name$/, 'family-names.txt': /^LastName$/ }

for (const [file, pattern] of Object.entries(LISTS)) {
  const words = [...classes].filter(([, tags]) => tags.some(tag => pattern.test(tag))).map(([word]) => word)
  writeFileSync(new URL(`../corpus/knowledge/${file}`, import.meta.url), `\n${words.sort().join('\n')}\n`, 'latin1')
  process.stderr.write(`${file}: ${words.length} names\n`)
}
