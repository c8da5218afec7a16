// Compares sentence splitters on hand-checked sentences of real news.
//   node scripts/eval-sentences.ts
// sentence-gold.json holds no text: file, span of a passage in the text that `plain` reads, and where its sentences end. Passages were drawn by hash from
// paragraphs of ../shared/corpus that have more than one stop, two thirds of them with abbreviations, initials, ellipses or stops inside quotations;
// the ends were proposed by errata's splitter and then checked, each by eye.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { plain } from '../src/read/plain.ts'
import { sentences } from '../src/read/sentences.ts'

interface Passage {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly ends: readonly number[]
}
interface One {
  json(options: object): readonly { readonly text: string; readonly offset: { readonly start: number } }[]
}

const CORPUS = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))
const gold = JSON.parse(readFileSync(new URL('./sentence-gold.json', import.meta.url), 'utf8')) as Passage[]
const one = createRequire(import.meta.url)('compromise/one') as (text: string) => One
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Ends of the sentences of a text, white space after them left out. */
const SPLITTERS: Readonly<Record<string, (text: string) => number[]>> = {
  errata: text => sentences(text, { wrapped: true }).map(({ end }) => end),
  'Intl.Segmenter': text => [...segmenter.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length),
  'compromise/one': text =>
    one(text)
      .json({ offset: true })
      .map(({ text: words, offset }) => offset.start + words.trimEnd().length),
}

const texts = new Map<string, string>()
function textOf(file: string): string {
  const bytes = new Uint8Array(readFileSync(CORPUS + file))
  const known = texts.get(file)
  const text = known ?? plain.read({ id: file, doc: file, path: file, mediaType: 'text/plain', bytes }).text
  texts.set(file, text)
  return text
}

const passages = gold.map(({ file, start, end }) => textOf(file).slice(start, end))
const total = gold.reduce((sum, { ends }) => sum + ends.length, 0)
console.log(`${gold.length} passages, ${total} sentences`)
console.log('splitter          precision  recall   F1     passages all right   ms per passage')
for (const [name, split] of Object.entries(SPLITTERS)) {
  let right = 0
  let found = 0
  let whole = 0
  const begin = performance.now()
  gold.forEach(({ start, ends }, index) => {
    const got = split(passages[index] ?? '').map(at => at + start)
    const hits = got.filter(at => ends.includes(at)).length
    right += hits
    found += got.length
    if (hits === got.length && hits === ends.length) whole++
  })
  const [precision, recall] = [right / found, right / total]
  const f1 = (2 * precision * recall) / (precision + recall)
  const time = (performance.now() - begin) / gold.length
  console.log(
    `${name.padEnd(18)}${precision.toFixed(3).padEnd(11)}${recall.toFixed(3).padEnd(9)}${f1.toFixed(3).padEnd(7)}${`${whole}/${gold.length}`.padEnd(21)}${time.toFixed(3)}`,
  )
}
