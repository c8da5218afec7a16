import { deepStrictEqual } from 'node:assert/strict'
import { checks } from '../../src/builtin.ts'
import { claimJson, mentionsJson } from '../../src/cli/json.ts'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import type { Document, Source } from '../../src/model/document.ts'
import { InputError } from '../../src/model/errors.ts'
import type { Span } from '../../src/model/span.ts'
import type { Analysis, Reader } from '../../src/model/stage.ts'
import { toRaw } from '../../src/model/text-map.ts'
import { reportOf } from '../../src/report/build.ts'
import { flagJson, jsonText } from '../../src/report/flag-json.ts'
import type { Writer } from '../../src/report/report.ts'
import { analyse } from '../../src/run/analyse.ts'
import { claimSchema, flagSchema, mentionsSchema } from '../../src/run/output-schema.ts'

// What holds for whatever errata reads. Written to be quick: it is called a hundred thousand times.

/** @throws Error saying what does not hold */
function hold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`does not hold: ${what}`)
}

const within = ({ start, end }: Span, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length

/** What a reader makes of a source; undefined when it refuses it, which it may only do by InputError. */
export function readOrRefuse(reader: Reader, source: Source): Document | undefined {
  try {
    return reader.read(source)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    hold(error.message.length > 0 && error.message.length < 1000, `a reason of sensible length: ${error.message}`)
    return undefined
  }
}

/** A document: map, sentences, masks, well-formed plain data. */
export function checkDocument(doc: Document, source: Source): void {
  const { text, map, sentences } = doc
  const raw = new TextDecoder(doc.encoding, { ignoreBOM: true }).decode(source.bytes)
  hold(text.isWellFormed() && (doc.title ?? '').isWellFormed(), 'text and title have whole characters')
  hold(map[0] === 0 && map.length % 3 === 0, 'the map begins at 0')
  for (let at = 0; at < map.length; at += 3) {
    const start = map[at] ?? -1
    const rawStart = map[at + 1] ?? -1
    const size = map[at + 2] ?? -1
    const end = map[at + 3] ?? text.length
    hold(start < end, 'segments of the map rise')
    hold(rawStart >= 0 && rawStart + Math.abs(size) <= raw.length, 'segments stand in the raw source')
    if (size === end - start)
      hold(
        raw.slice(rawStart, rawStart + size).toWellFormed() === text.slice(start, end),
        'verbatim segments are verbatim',
      )
  }
  let last = 0
  for (const span of sentences) {
    hold(within(span, text.length) && span.start >= last, 'sentences in order, apart, in the text')
    hold(text.slice(last, span.start).trim() === '', 'sentences cover all but white space')
    last = span.end
  }
  hold(text.slice(last).trim() === '', 'sentences reach the end')
  for (const span of doc.masked) hold(within(span, text.length), 'masks in the text')
  for (const { start, end } of doc.dropped)
    hold(0 <= start && start < end && end <= raw.length, 'dropped in the raw source')
  if (doc.published !== undefined)
    hold(/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(doc.published), `published is a date: ${doc.published}`)
}

/** Mentions, claims and flags: places that give their words, values of the published shapes. */
export function checkAnalysis({ doc, mentions, links, claims, flags }: Analysis): void {
  const { text, map } = doc
  const quoted = (span: Span, words: string, what: string): void => {
    hold(within(span, text.length) && text.slice(span.start, span.end) === words, `${what} has its words`)
    const raw = toRaw(map, text.length, span)
    hold(0 <= raw.start && raw.start <= raw.end, `${what} leads to the raw source`)
  }
  let last = 0
  for (const { start, end, text: words } of mentions) {
    quoted({ start, end }, words, 'a mention')
    hold(start >= last, 'mentions are sorted and apart')
    last = end
  }
  mentionsSchema.parse(plain(mentionsJson(doc.id, mentions)))
  for (const { mention } of links) hold(mentions.includes(mention), 'links are to mentions')
  for (const claim of claims) {
    quoted(claim.at, claim.at.quote.exact, 'a claim')
    claimSchema.parse(plain(claimJson(claim)))
  }
  let before = 0
  const fingerprints = new Set<string>()
  for (const flag of flags) {
    quoted(flag.at, flag.at.quote.exact, 'a flag')
    hold(flag.at.start >= before, 'flags are sorted')
    before = flag.at.start
    hold(flag.message.isWellFormed() && flag.message.length > 0, 'a message of whole characters')
    hold(!fingerprints.has(flag.fingerprint), 'a flag has a fingerprint of its own')
    fingerprints.add(flag.fingerprint)
    for (const { at } of flag.evidence) if (at.doc === doc.id) quoted(at, at.quote.exact, 'evidence')
    flagSchema.parse(plain(flagJson(flag)))
  }
}

/** As it is printed and read again. */
const plain = (value: unknown): unknown => JSON.parse(jsonText(value))

/** What a source gives, checked; undefined when its reader refuses it. */
export function checkSource(reader: Reader, source: Source): Analysis | undefined {
  const doc = readOrRefuse(reader, source)
  if (!doc) return undefined
  checkDocument(doc, source)
  const analysis = analyse(doc, shippedKnowledge())
  checkAnalysis(analysis)
  return analysis
}

/** The same bytes give the same, and it crosses a thread. */
export function checkAgain(reader: Reader, source: Source, first: Analysis): void {
  deepStrictEqual(JSON.stringify(analyse(reader.read(source), shippedKnowledge())), JSON.stringify(first))
  deepStrictEqual(JSON.stringify(structuredClone(first)), JSON.stringify(first))
}

/** Every report format is written, and is what it says: JSON that parses, pages without foreign tags or control characters. */
export async function checkReports(analysis: Analysis, writers: readonly Writer[]): Promise<void> {
  const report = reportOf({ version: '0', knowledge: shippedKnowledge(), checks, analyses: [analysis] })
  for (const writer of writers)
    for await (const { path, text } of writer.files(report)) {
      let whole = ''
      for await (const piece of text) whole += piece
      hold(whole.isWellFormed(), `${path} has whole characters`)
      if (/\.jsonl$/.test(path))
        for (const line of whole.split('\n').filter(Boolean)) flagSchema.parse(JSON.parse(line))
      else if (/json/.test(path)) JSON.parse(whole)
      else hold(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(whole), `${path} has no control characters`)
      if (path.endsWith('.html')) {
        hold(!/<(?:script|iframe|svg on|img)/i.test(whole), `${path} has no foreign tags`)
        hold(!/\son\w+=/i.test(whole.replace(/>[^<]*</g, '><')), `${path} has no handlers`)
        hold(!/href="\s*(?:javascript|data|vbscript):/i.test(whole), `${path} has no links that run`)
      }
      if (path.endsWith('.csv'))
        for (const [cell] of whole.matchAll(/(?<=^|,)"?[=+@\t]/gm)) hold(false, `a cell begins with ${cell}`)
    }
}
