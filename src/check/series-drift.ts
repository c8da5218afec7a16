import type { Evidence, Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { type Edit, nearPairs, oneEdit } from './near-words.ts'
import { joinsNumbers, signsOf } from './signs.ts'

/** Identifiers of the CVE list and of vendors' bulletins, in link targets too: there they show what is meant. */
const SERIES: readonly RegExp[] = [
  /\b(CVE-)(\d{4}-\d{4,7})(?!\d)/g,
  /\b(MS)(\d\d-\d{3})(?!\d)/gi,
  /\b(KB)(\d{6,7})(?!\d)/g,
  /\b(APSB)(\d\d-\d\d)(?!\d)/gi,
  /\b(ICSA-)(\d\d-\d{3}-\d\d)(?!\d)/g,
]

/** Whether a text may hold two identifiers of a series: digits after KB, or on both sides of a hyphen. */
export function mayDrift(text: string): boolean {
  if (!joinsNumbers(text, '-') && !text.includes('KB')) return false
  const { numbers } = signsOf(text)
  let seen = 0
  for (let at = 0; at < numbers.length && seen < 2; at += 2) {
    const end = numbers[at + 1] ?? 0
    const bulletin = /kb/i.test(text.slice(Math.max(0, (numbers[at] ?? 0) - 2), numbers[at]))
    if (bulletin || (numbers[at + 2] === end + 1 && text.charAt(end) === '-')) seen++
  }
  return seen > 1
}

/** A link with its words and its target. */
const LINK = /\[([^\]\n]{3,80})\]\((https?:\/\/[^)\s]{5,300})\)/g

/** An article on more vulnerabilities than this is a bulletin, where neighbouring numbers are the rule. */
const FEW = 5

/** So many times as often must the usual one stand to speak against one that a bulletin lists beside others. */
const MAJORITY = 3

/** Evidence places that a flag shows. */
const SHOWN = 6

/** Length of "2018-": the year, the same in look-alikes but for a slip in the year. */
const YEAR = 5

interface Identifier {
  readonly id: string
  readonly places: readonly Span[]
}

/** Whether the two may be one: neighbours in the last digits are not, and in a bulletin only a clear majority tells. */
function suspicious(edit: Edit, odd: Identifier, usual: Identifier, ids: number, listed: boolean): boolean {
  if (edit.kind !== 'substitute' && edit.kind !== 'transpose') return false
  if (edit.kind === 'transpose' && usual.places.length >= 2 * odd.places.length) return true
  if (usual.places.length >= (listed ? MAJORITY : 2) * odd.places.length) return edit.at < odd.id.length - 1
  if (odd.places.length > 1) return false
  if (edit.kind === 'transpose' || edit.at < YEAR) return true
  return ids <= FEW && edit.at < odd.id.length - 2
}

/** Identifiers of one series that differ from another one of the article by two digits swapped, by the year or by one digit. */
function* drift(context: CheckContext, series: RegExp): Generator<Finding> {
  const { doc, text, select, sentence } = context
  const found = new Map<string, Span[]>()
  let prefix = ''
  for (const match of doc.text.matchAll(series)) {
    const place = { start: match.index, end: match.index + match[0].length }
    const id = match[2] ?? ''
    prefix = match[1] ?? ''
    const list = found.get(id)
    if (list) list.push(place)
    else found.set(id, [place])
  }
  if (found.size < 2) return
  const all: Identifier[] = [...found].map(([id, places]) => ({ id, places }))
  const inSentence = Map.groupBy(
    all.flatMap(({ places }) => places),
    ({ start }) => sentence(start).start,
  )
  for (const [first, second] of nearPairs(all.map(({ id }) => id))) {
    const a = all[first]
    const b = all[second]
    if (!a || !b) continue
    const [odd, usual] = a.places.length < b.places.length ? [a, b] : [b, a]
    const edit = oneEdit(odd.id, usual.id)
    const listed =
      all.length > FEW && odd.places.every(({ start }) => (inSentence.get(sentence(start).start)?.length ?? 0) > 1)
    if (!edit || !suspicious(edit, odd, usual, all.length, listed)) continue
    const sentences = new Set(usual.places.map(({ start }) => sentence(start).start))
    if (odd.places.some(({ start }) => sentences.has(sentence(start).start))) continue
    const evidence: Evidence[] = usual.places
      .slice(0, SHOWN)
      .map(place => ({ role: 'for', note: `${prefix}${usual.id} here`, at: select(place) }))
    const even = odd.places.length === usual.places.length
    const how = edit.kind === 'transpose' ? 'two digits swapped' : edit.at < YEAR ? 'the year' : 'one digit'
    for (const place of odd.places.filter(({ start }) => /[A-Z]/i.test(text.charAt(start))))
      yield {
        confidence: even ? 80 : 90,
        at: select(place),
        subject: `cve:${odd.id}`,
        message:
          `${prefix}${odd.id} and ${prefix}${usual.id} differ by ${how}. The article names ` +
          `${even ? 'each of them once, and never side by side' : `${prefix}${usual.id} ${usual.places.length} times`}: is one of them a slip for the other?`,
        ...(even ? {} : { suggestion: `${prefix}${usual.id}` }),
        evidence,
      }
  }
}

/** Links whose words name another identifier than their target: "[CVE-2012-5007](…?name=CVE-2012-0507)". */
function* crossed({ doc, select }: CheckContext): Generator<Finding> {
  if (!doc.text.includes('](')) return
  for (const match of doc.text.matchAll(LINK)) {
    const [, label = '', target = ''] = match
    for (const series of SERIES) {
      const [named, second] = [...label.matchAll(series)]
      const [linked, other] = [...target.matchAll(new RegExp(series.source, 'gi'))]
      if (!named || !linked || second || other || named[2] === linked[2]) continue
      if (!oneEdit(named[2] ?? '', linked[2] ?? '')) continue
      const start = match.index + 1 + named.index
      const from = match.index + 1 + label.length + 2 + linked.index
      yield {
        confidence: 88,
        at: select({ start, end: start + named[0].length }),
        subject: `cve:${named[2]}`,
        message: `The words of this link name ${named[0]}, its address ${linked[0]}. One of the two is wrong.`,
        evidence: [
          { role: 'for', note: 'the address of the link', at: select({ start: from, end: from + linked[0].length }) },
        ],
      }
    }
  }
}

/** Identifiers of vulnerabilities and bulletins that look like slips for another one of the article. Linear. */
export function* seriesDrift(context: CheckContext): Generator<Finding> {
  if (!mayDrift(context.doc.text)) return
  const seen = new Set<number>()
  for (const finding of [...crossed(context), ...SERIES.flatMap(series => [...drift(context, series)])])
    if (!seen.has(finding.at.start)) {
      seen.add(finding.at.start)
      yield finding
    }
}
