import fc from 'fast-check'
import { writers as lazyWriters } from '../../src/builtin.ts'
import { quantities } from '../../src/extract/quantity.ts'
import { parseFeed } from '../../src/load/feed.ts'
import { jsonLines } from '../../src/load/jsonl.ts'
import { readSitemap } from '../../src/load/sitemap.ts'
import type { Source } from '../../src/model/document.ts'
import { InputError } from '../../src/model/errors.ts'
import { sha256 } from '../../src/model/sha256.ts'
import type { Reader } from '../../src/model/stage.ts'
import { foldName } from '../../src/normalise/name.ts'
import { tokenise } from '../../src/normalise/tokenise.ts'
import { frontMatter as readFrontMatter } from '../../src/read/front-matter.ts'
import { readHeader } from '../../src/read/header.ts'
import { html } from '../../src/read/html.ts'
import { jsonLine } from '../../src/read/json-line.ts'
import { markdown } from '../../src/read/markdown.ts'
import { plain } from '../../src/read/plain.ts'
import { publishedDate } from '../../src/read/published.ts'
import { sentences } from '../../src/read/sentences.ts'
import { mentionsSchema } from '../../src/run/output-schema.ts'
import { bytesOf, feed, frontMatter, jsonDocument, markdownText, page, plainText, words } from '../arbitraries.ts'
import { checkAgain, checkReports, checkSource } from './invariants.ts'

/** One thing that is tried on inputs of one kind. */
export interface Property {
  readonly name: string
  /** Of 1,000 executions, how many are its. */
  readonly share: number
  readonly property: fc.IRawProperty<unknown>
}

const writers = await Promise.all(lazyWriters.map(writer => writer.load()))

const sourceOf = (bytes: Uint8Array, mediaType: string): Source => ({
  id: sha256(bytes),
  doc: 'a',
  path: 'a',
  mediaType,
  bytes,
})

/** A reader's whole way, from bytes to flags; now and then twice, and to reports. */
const article = (reader: Reader, text: fc.Arbitrary<string>) =>
  fc.asyncProperty(bytesOf(text), fc.nat(19), async (bytes, turn) => {
    const source = sourceOf(bytes, reader.mediaTypes[0] ?? '')
    const analysis = checkSource(reader, source)
    if (analysis && turn === 0) checkAgain(reader, source, analysis)
    if (analysis && (turn === 1 || (turn < 10 && analysis.flags.length > 0))) await checkReports(analysis, writers)
    unpolluted()
  })

/** Refusing is fine, failing is not. */
function orRefuse<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`does not hold: ${what}`)
}

const PROTOTYPE = Reflect.ownKeys(Object.prototype).length

/** What a text calls `__proto__` or `constructor` reaches no object of ours: those that parse fields have such keys given to them. */
const unpolluted = (): void => must(Reflect.ownKeys(Object.prototype).length === PROTOTYPE, 'no pollution')

export const PROPERTIES: readonly Property[] = [
  { name: 'plain text', share: 60, property: article(plain, plainText) },
  { name: 'pages', share: 30, property: article(html, page) },
  { name: 'Markdown', share: 30, property: article(markdown, markdownText) },
  {
    name: 'lines of JSON',
    share: 40,
    property: fc.asyncProperty(bytesOf(jsonDocument), async bytes => {
      for await (const item of jsonLines([bytes], { path: 'f' })) {
        if ('reason' in item) must(item.reason.length > 0, 'a reason')
        else checkSource(jsonLine, item)
      }
      unpolluted()
    }),
  },
  {
    name: 'quantities',
    share: 440,
    property: fc.property(words(8), fc.constantFrom(undefined, '2018-10-03', '2020-02-29'), (text, published) => {
      const tokens = tokenise(text)
      let last = 0
      for (const { type, value, start, next } of quantities(tokens, published)) {
        must(last <= start && start < next && next <= tokens.list.length, 'quantities in order')
        last = start
        const { length } = text
        mentionsSchema.shape.mentions.parse([{ type, start: 0, end: length, text, value, by: 'quantity' }])
      }
    }),
  },
  {
    name: 'sentences',
    share: 150,
    property: fc.property(plainText, fc.boolean(), (text, wrapped) => {
      let last = 0
      for (const { start, end } of sentences(text, { wrapped })) {
        must(last <= start && start < end && end <= text.length, 'sentences in order')
        must(text.slice(last, start).trim() === '', 'sentences cover the text')
        last = end
      }
      must(text.slice(last).trim() === '', 'sentences reach the end')
    }),
  },
  {
    name: 'names',
    share: 100,
    property: fc.property(words(3), name => {
      const folded = foldName(name)
      must(foldName(folded) === folded, `folding "${name}" twice is folding it once`)
    }),
  },
  {
    name: 'front matter, headers and dates',
    share: 100,
    property: fc.property(frontMatter, plainText, words(3), (matter, text, date) => {
      const found = readFrontMatter(matter + text, 0)
      must(
        found === undefined || (0 < found.end && found.end <= matter.length + text.length),
        'front matter in the text',
      )
      must(found === undefined || Object.getPrototypeOf(found.fields) === Object.prototype, 'fields are plain')
      unpolluted()
      const header = readHeader(text, 0)
      must(header === undefined || (header.start <= header.end && header.end <= text.length), 'a header in the text')
      const day = publishedDate(date)
      must(day === undefined || /^\d{4}-\d\d-\d\d/.test(day), 'a date of publication')
    }),
  },
  {
    name: 'feeds and sitemaps',
    share: 50,
    property: fc.property(feed, text => {
      const found = orRefuse(() => parseFeed(text))
      for (const entry of found?.entries ?? [])
        for (const value of Object.values(entry)) must(typeof value === 'string', 'fields of strings')
      orRefuse(() => readSitemap(new TextEncoder().encode(text), 10_000_000))
    }),
  },
]
