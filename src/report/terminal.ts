import type { Evidence, Severity } from '../model/discrepancy.ts'
import type { Document } from '../model/document.ts'
import type { Mention, MentionType } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import { oneLine, visible } from './characters.ts'
import { type FlagGroup, groupFlags, tally } from './group.ts'
import { passageAt, segments } from './passage.ts'
import { pageOf } from './raw-place.ts'
import type { ReportDocument, ReportFlag } from './report.ts'
import { count, estimate, figure, SEVERITY_WORDS } from './words.ts'

/** SGR codes of ECMA-48: what each kind of words looks like on a terminal with colours. */
const SGR = {
  error: '1;31',
  warning: '1;33',
  note: '1;34',
  strong: '1',
  soft: '2',
  good: '32',
} as const

/** Types of mention by colour, and by the letter that marks them where there is no colour. */
const LOOK: Readonly<Record<MentionType, string>> = {
  actor: '35',
  malware: '35;4',
  tool: '35;2',
  cve: '35;3',
  organization: '34',
  person: '34;4',
  sector: '34;2',
  country: '32',
  place: '32;4',
  money: '33',
  count: '33;2',
  percent: '33;4',
  date: '36',
  duration: '36;4',
}

/** The longest passage on a line, in UTF-16 units. */
const LINE = 150

type Paint = (code: string, text: string) => string
const paint =
  (colour: boolean): Paint =>
  (code, text) =>
    colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text

/**
 * Whether to use colours: on a terminal, unless NO_COLOR is set to anything (no-color.org); FORCE_COLOR other than 0 asks
 * for them everywhere.
 */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false
  const force = environment['FORCE_COLOR']
  if (force !== undefined) return force !== '0'
  return stream.isTTY === true && environment['TERM'] !== 'dumb'
}

/** A document's flags for people: each cause once, its places with their words marked, what speaks against them. */
export function flagsText(item: ReportDocument, flags: readonly ReportFlag[], colour: boolean): string {
  if (flags.length === 0) return ''
  const ink = paint(colour)
  const title = item.doc.title === undefined ? '' : `  ${ink(SGR.soft, oneLine(item.doc.title))}`
  const blocks = groupFlags(flags).map(group => cause(group, item.doc, ink))
  return `${ink(SGR.strong, oneLine(item.doc.id))}${title}\n${blocks.join('\n')}\n`
}

function cause(group: FlagGroup, doc: Document, ink: Paint): string {
  const [first] = group.flags
  const severity = SEVERITY_WORDS[group.severity][0]
  const lines = [
    `  ${ink(SGR[group.severity], severity.padEnd(7))} ${oneLine(first.message)}`,
    `          ${ink(SGR.soft, `${first.check}, ${estimate(group.confidence)} (${group.confidence} of 100)`)}`,
  ]
  for (const flag of group.flags) {
    const page = pageOf(doc, flag.at)
    const where = page === undefined ? '' : ink(SGR.soft, ` (page ${page})`)
    lines.push(`  ${String(flag.at.start).padStart(7)} ${quoted(doc, flag.at, SGR[flag.severity], ink)}${where}`)
  }
  const changes = group.flags.flatMap(({ at, suggestion }) =>
    suggestion === undefined ? [] : [`${oneLine(at.quote.exact)} \u2192 ${oneLine(suggestion)}`],
  )
  for (const change of new Set(changes)) lines.push(`          ${ink(SGR.good, `suggestion: ${change}`)}`)
  for (const [note, places] of Map.groupBy(
    first.evidence,
    ({ role, note }) => `${role === 'for' ? '' : 'against: '}${note}`,
  ))
    lines.push(`          ${ink(SGR.soft, `${oneLine(note)}${wordsOf(group, note, places)}`)}`)
  for (const [fact, rows] of Map.groupBy(first.knowledge, row => row.fact))
    lines.push(`          ${ink(SGR.soft, `${oneLine(fact)} [${oneLine(rows.map(row => row.source).join('; '))}]`)}`)
  return `${lines.join('\n')}\n`
}

/** Different words of evidence that are named with their note; of more only the number of places is told. */
const NAMED = 4

/** Longer words, in UTF-16 units, are a passage and not named. */
const SHORT = 60

/** The words that a note of evidence is about, where neither it nor the flag says them, and in how many places. */
function wordsOf({ flags }: FlagGroup, note: string, places: readonly Evidence[]): string {
  const words = [...new Set(places.map(({ at }) => oneLine(at.quote.exact)))]
  const flagged = new Set(flags.map(({ at }) => oneLine(at.quote.exact)))
  const said =
    words.length > NAMED ||
    words.some(one => one.length > SHORT) ||
    words.every(one => note.includes(one) || flagged.has(one))
  return `${said ? '' : `: ${words.map(one => `\u201c${one}\u201d`).join(', ')}`}${places.length > 1 ? ` (${count(places.length, 'place')})` : ''}`
}

/** The passage on one line; without colours the words stand between guillemets-like marks. */
function quoted(doc: Document, place: Span, code: string, ink: Paint): string {
  const passage = passageAt(doc, place, LINE)
  const plain = ink(code, 'x') === 'x'
  const words = segments(passage.text, passage.start, [place])
    .map(({ text, marks }) => {
      const words = visible(text).replace(/\s+/g, ' ')
      return marks.length === 0 ? words : plain ? `>>${words}<<` : ink(code, words)
    })
    .join('')
  return `${passage.cutBefore ? '\u2026 ' : ''}${words}${passage.cutAfter ? ' \u2026' : ''}`
}

/** "3 errors, 1 warning in 2 of 30 documents", for the end of `errata lint` on a terminal. */
export function tallyText(flags: readonly ReportFlag[], documents: number, colour: boolean): string {
  const ink = paint(colour)
  if (flags.length === 0) return `${ink(SGR.good, `nothing to flag in ${count(documents, 'document')}`)}\n`
  const counts = tally(flags, flag => flag.severity)
  const parts = [...counts].map(([severity, number]) =>
    ink(SGR[severity as Severity], `${number} ${SEVERITY_WORDS[severity as Severity][number === 1 ? 0 : 1]}`),
  )
  const touched = new Set(flags.map(flag => flag.at.doc)).size
  return `${parts.join(', ')} in ${figure(touched)} of ${figure(documents)} ${documents === 1 ? 'document' : 'documents'}\n`
}

/** An article with every mention marked, and a legend; without colours a mention is written [words|type]. */
export function mentionsText(doc: Document, mentions: readonly Mention[], colour: boolean): string {
  const ink = paint(colour)
  const words = segments(doc.text, 0, mentions).map(({ text, end, marks }) => {
    const [mark] = marks
    if (!mark) return visible(text)
    return colour ? ink(LOOK[mark.type], visible(text)) : `[${visible(text)}${end === mark.end ? `|${mark.type}` : ''}]`
  })
  const types = tally(mentions, mention => mention.type)
  const legend = [...types].map(([type, number]) => `${ink(LOOK[type as MentionType], type)} ${number}`)
  const head = ink(SGR.strong, oneLine(doc.title ?? doc.id))
  return `${head}\n\n${words.join('')}\n\n${legend.length === 0 ? 'no mentions' : legend.join('  ')}\n`
}
