import type { Claim } from '../../src/model/claim.ts'
import type { Discrepancy } from '../../src/model/discrepancy.ts'
import type { Document } from '../../src/model/document.ts'
import type { Entity, Link } from '../../src/model/entity.ts'
import { type Mention, type MentionType, mention, type Values } from '../../src/model/mention.ts'
import { type Span, select } from '../../src/model/span.ts'
import type { Knowledge } from '../../src/model/stage.ts'
import { identityMap } from '../../src/model/text-map.ts'
import { type ReportParts, reportOf } from '../../src/report/build.ts'
import type { OutputFile, Report, Writer } from '../../src/report/report.ts'

/** The span of the nth time that words stand in a text, from 0. */
export function spanOf(text: string, words: string, nth = 0): Span {
  let start = -1
  for (let round = 0; round <= nth; round++) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length }
}

/** A document as a reader would make it; sentences end at full stops. */
export function docOf(id: string, text: string, rest: Partial<Document> = {}): Document {
  const sentences = [...text.matchAll(/[^.\n]+\.?/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
  const plain = { encoding: 'utf-8', language: 'en', map: identityMap(text), masked: [], dropped: [], notes: [] }
  return { ...plain, id, source: 'a'.repeat(64), revision: 'b'.repeat(64), text, sentences, ...rest }
}

const link = <T extends MentionType>(doc: Document, type: T, words: string, key: string, value: Values[T]): Link => {
  const { start, end } = spanOf(doc.text, words)
  return { mention: mention(doc, 'sample', type, start, end, value) as Mention, entity: null, key, score: 1 }
}

const REPORT = docOf(
  'news/heist.html',
  'Hackers of the group APT38 stole \u{1f4b0} $81 million from Bangladesh Bank.\n' +
    'APT33 then sent the money to Manila. "=1+1" <b>stood</b> in the note, \u202eedoc\u202c and all.',
  {
    title: 'The <heist> of 2016',
    published: '2018-10-03',
    publishedFrom: 'json-ld',
    url: 'https://news.example/heist?a=1&b=2',
    site: 'The Example',
    author: 'A. Writer',
  },
)
const OTHER = docOf('b.txt', 'The thieves took $101 million from Bangladesh Bank.', { published: '2018-10-04' })
const CLEAN = docOf('clean.txt', 'Nothing happened.')

const entity = (id: string, name: string, type: Entity['type']): Entity => ({
  id,
  type,
  name,
  names: [{ text: name, sources: ['mitre'], match: 'exact' }],
  facts: [],
  ids: { attack: 'G0082' },
})
const entities = new Map(
  [entity('actor/apt38', 'APT38', 'actor'), entity('actor/apt33', 'APT33', 'actor')].map(item => [item.id, item]),
)
const knowledge: Knowledge = {
  version: '2026.08',
  get: id => entities.get(id),
  candidates: () => [],
  names: () => [],
  scan: () => [],
  sourceRef: id => id,
}

const at = (doc: Document, words: string, nth = 0) => select(doc, spanOf(doc.text, words, nth))

const FLAGS: readonly Discrepancy[] = [
  {
    fingerprint: '0'.repeat(31) + 1,
    check: 'value-conflict',
    severity: 'warning',
    confidence: 60,
    at: at(REPORT, '$81 million'),
    subject: 'organization:bangladesh bank',
    message:
      'Two articles give different sums for the theft from Bangladesh Bank: $81 million here, $101 million in b.txt.',
    evidence: [
      { role: 'for', note: 'the other article says $101 million', at: at(OTHER, '$101 million') },
      { role: 'against', note: 'the same bank', at: at(OTHER, 'Bangladesh Bank') },
    ],
    knowledge: [],
  },
  {
    fingerprint: '0'.repeat(31) + 2,
    check: 'name-drift',
    severity: 'error',
    confidence: 90,
    at: at(REPORT, 'APT33'),
    subject: 'actor/apt33',
    message: '\u201cAPT33\u201d looks like a slip for \u201cAPT38\u201d.',
    suggestion: 'APT38',
    evidence: [{ role: 'for', note: 'the article calls the group APT38 here', at: at(REPORT, 'APT38') }],
    knowledge: [
      {
        entity: 'actor/apt33',
        fact: 'APT33 is attributed to Iran (IR)',
        source: 'mitre/cti@421deacb v18.1',
        version: '2026.08',
      },
    ],
  },
  {
    fingerprint: '0'.repeat(31) + 3,
    check: 'name-variant',
    severity: 'note',
    confidence: 30,
    at: at(REPORT, '=1+1'),
    subject: '@sum',
    message: '=HYPERLINK("https://evil.example") <script>alert(1)</script>',
    suggestion: '\uff1d2',
    evidence: [],
    knowledge: [],
  },
]

const claims: readonly Claim[] = [
  {
    subject: 'actor/apt38',
    predicate: 'stole',
    stance: 'asserted',
    object: link(REPORT, 'money', '$81 million', 'money', { amount: 81e6, currency: 'USD' }).mention,
    at: at(REPORT, 'Hackers of the group APT38 stole \u{1f4b0} $81 million from Bangladesh Bank.'),
  },
]
const linksOf: Readonly<Record<string, readonly Link[]>> = {
  [REPORT.id]: [
    link(REPORT, 'actor', 'APT38', 'actor/apt38', { canonical: 'APT38' }),
    link(REPORT, 'money', '$81 million', 'money:81000000 USD', { amount: 81e6, currency: 'USD' }),
    link(REPORT, 'organization', 'Bangladesh Bank', 'organization:bangladesh bank', { canonical: 'Bangladesh Bank' }),
    link(REPORT, 'actor', 'APT33', 'actor/apt33', { canonical: 'APT33' }),
  ],
  [OTHER.id]: [
    link(OTHER, 'organization', 'Bangladesh Bank', 'organization:bangladesh bank', { canonical: 'Bangladesh Bank' }),
  ],
}

const CHECKS: Report['checks'] = [
  {
    id: 'name-drift',
    severity: 'error',
    title: 'A look-alike name',
    why: 'One digit away from the article\u2019s own group.',
  },
  { id: 'value-conflict', severity: 'warning', title: 'Two values', why: 'Two articles give different values.' },
  { id: 'name-variant', severity: 'note', title: 'A variant', why: 'One letter off.' },
]

/** A small report by hand: three documents, one hostile, three flags, places beside an astral character. */
export function sampleReport(change: Partial<ReportParts> = {}): Report {
  const analyses = [REPORT, OTHER, CLEAN].map(doc => {
    const links = linksOf[doc.id] ?? []
    return {
      doc,
      links,
      mentions: links.map(({ mention }) => mention),
      claims: doc === REPORT ? claims : [],
      flags: doc === REPORT ? FLAGS : [],
    }
  })
  const skipped = [{ path: 'broken.bin', reason: 'not text: NUL bytes' }]
  return reportOf({ version: '1.2.3', knowledge, checks: CHECKS, analyses, skipped, ...change })
}

/** The files of a writer, with their text joined. */
export async function filesOf(writer: Writer, report: Report): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for await (const file of writer.files(report)) files.set(file.path, await joined(file))
  return files
}

async function joined({ text }: OutputFile): Promise<string> {
  const parts: string[] = []
  for await (const part of text) parts.push(part)
  return parts.join('')
}

/** A page without its style sheet and the sheet's hash: looks may change without new golden files. */
export const withoutStyle = (page: string): string =>
  page.replace(/<style>[\s\S]*?<\/style>/, '<style></style>').replace(/sha256-[A-Za-z0-9+/]+=*/, 'sha256-')
