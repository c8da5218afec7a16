import type { Revised, Wording } from '../model/change.ts'
import type { Evidence } from '../model/discrepancy.ts'
import { contains, type Selector } from '../model/span.ts'
import { oneLine } from './characters.ts'
import { commandLine } from './command.ts'
import { byWeight, type FlagGroup, groupFlags } from './group.ts'
import { type Passage, passageIn, segments } from './passage.ts'
import type { OutputFile, Report, ReportDocument, Writer } from './report.ts'
import { inQuestion, summary } from './summary.ts'
import { sections } from './templates/sections.ts'
import { count, estimate, figure, SEVERITY_WORDS, sentenceCase } from './words.ts'

/** UTF-16 units of a line: mail programs show and quote so much (RFC 5322, 2.1.1: at most 78 characters should stand in one). */
const WIDTH = 74
/** Causes told in full; further ones are a line each, and beyond those there is a number. A mail is not an archive. */
const FULL = 100
const LINES = 1000
/** Places and passages of evidence quoted for a cause. */
const QUOTED = 4
/** UTF-16 units quoted around a place. */
const PASSAGE = 280

/** `report.txt`: the report as plain text for a mail, above all since a run (`--since`). */
export const textReport: Writer = {
  id: 'txt',
  *files(report): Generator<OutputFile> {
    yield { path: 'report.txt', text: pages(report) }
  },
}

async function* pages(report: Report): AsyncGenerator<string> {
  const groups = byWeight(groupFlags(report.flags))
  if (report.tlp !== undefined) yield `TLP:${report.tlp.toUpperCase()}\n\n`
  yield `${underlined(inQuestion(report).length === 0 ? 'Nothing to flag' : 'What does not add up', '=')}\n${wrapped(summary(report))}`
  let told = 0
  for (const { id, title, groups: part } of sections(report, groups)) {
    yield `\n${underlined(title, '-')}`
    const brief = id === 'gone' || id === 'decided'
    let left = 0
    for (const group of part) {
      if (told >= LINES) left++
      else yield brief || told >= FULL ? await line(report, group) : await card(report, group)
      told++
    }
    if (left > 0) yield `\n${wrapped(`and ${figure(left)} more, in the other formats of this report`, '  ')}`
  }
  if (report.revised.length > 0)
    yield `\n${underlined(`Changed by their publishers (${figure(report.revised.length)})`, '-')}`
  for (const revised of report.revised.slice(0, FULL)) yield changed(revised)
  if (report.revised.length > FULL)
    yield `\n${bullet(`and ${figure(report.revised.length - FULL)} more: ${commandLine('export changes', report.db)}`, '  ')}`
  if (report.skipped.length > 0) {
    yield `\n${underlined(`Not read (${figure(report.skipped.length)})`, '-')}\n`
    for (const { path, reason } of report.skipped.slice(0, FULL)) yield bullet(`${path}: ${reason}`, '  ')
    if (report.skipped.length > FULL) yield bullet(`and ${figure(report.skipped.length - FULL)} more`, '  ')
  }
  yield `\n-- \nerrata ${report.version}, knowledge base ${report.knowledge.version}\n`
}

/** What a publisher changed in an article that had been read before: both wordings. */
function changed({ doc, since, announced, title, published, changes }: Revised): string {
  const quote = ({ at, sentence, offset }: Wording): string => {
    const end = offset + at.quote.exact.length
    return `\u201c${sentence.slice(0, offset)}[${at.quote.exact}]${sentence.slice(end)}\u201d`
  }
  const pairs = [
    ...(title ? [`headline: \u201c${title.before}\u201d -> \u201c${title.after}\u201d`] : []),
    ...(published ? [`published: ${published.before} -> ${published.after}`] : []),
    ...changes.slice(0, QUOTED).map(({ type, before, after }) => `${type}: ${quote(before)} -> ${quote(after)}`),
  ]
  const left = pairs.length - Math.min(pairs.length, QUOTED) + Math.max(0, changes.length - QUOTED)
  const head = wrapped(`${doc}, since ${since.slice(0, 10)}, ${announced ? 'with' : 'without'} a notice:`, '', '  ')
  return `\n${head}${pairs
    .slice(0, QUOTED)
    .map(pair => bullet(pair, '  '))
    .join('')}${left > 0 ? bullet(`and ${figure(left)} more`, '  ') : ''}`
}

/** A cause in one paragraph. */
async function line(report: Report, group: FlagGroup): Promise<string> {
  const [{ message, decision, status }] = group.flags
  const said =
    decision === undefined
      ? ''
      : ` ${sentenceCase(decision.verdict)} by ${decision.reviewer} on ${decision.at.slice(0, 10)}${decision.corrected === undefined ? '' : `, should be \u201c${decision.corrected}\u201d`}${decision.note === undefined ? '' : `: ${decision.note}`}`
  const where = titleOf(await report.document(group.doc), group.doc)
  return `\n${bullet(`${message} (${where}${group.flags.length > 1 ? `, ${count(group.flags.length, 'place')}` : ''}${status === 'fixed' ? ', fixed' : ''})${said}`, '  ')}`
}

/** A cause with both sides, the facts and what to do. */
async function card(report: Report, group: FlagGroup): Promise<string> {
  const [first] = group.flags
  const item = await report.document(group.doc)
  const parts = [
    `\n${wrapped(`${sentenceCase(SEVERITY_WORDS[group.severity][0])}, ${estimate(group.confidence)} (${group.confidence} of 100), in ${titleOf(item, group.doc)}`, '', '  ')}`,
    ...(item?.doc.url === undefined ? [] : [`  ${oneLine(item.doc.url)}\n`]),
    `\n${wrapped(first.message, '  ')}`,
    `\n  ${group.flags.length === 1 ? 'The words in question' : `The words in question, in ${count(group.flags.length, 'place')}`}:\n`,
  ]
  const shown: Passage[] = []
  for (const { at, message } of group.flags.slice(0, QUOTED)) {
    shown.push(passageIn(item?.doc, at, PASSAGE))
    parts.push(quoted(item, at, message === first.message ? '' : message, group.doc))
  }
  if (group.flags.length > QUOTED) parts.push(bullet(`and ${figure(group.flags.length - QUOTED)} more`, '    '))
  for (const [role, title] of SIDES) parts.push(await side(report, group, role, title, shown))
  const facts = new Map(group.flags.flatMap(flag => flag.knowledge).map(row => [row.fact, row]))
  if (facts.size > 0) parts.push('\n  From the knowledge base:\n')
  for (const { fact, source, version } of facts.values()) parts.push(bullet(`${fact} (${source}; ${version})`, '    '))
  const changes = new Set(
    group.flags.flatMap(({ at, suggestion }) =>
      suggestion === undefined ? [] : [`${at.quote.exact} -> ${suggestion}`],
    ),
  )
  if (changes.size > 0) parts.push(`\n${wrapped(`Suggestion: ${[...changes].join('; ')}`, '  ', '    ')}`)
  for (const { at, decision } of group.flags)
    if (decision?.corrected !== undefined)
      parts.push(`\n${wrapped(`${decision.reviewer}: ${at.quote.exact} -> ${decision.corrected}`, '  ', '    ')}`)
  if (first.reopened !== undefined) parts.push(`\n${wrapped(`Re-opened: ${first.reopened}`, '  ', '    ')}`)
  parts.push(
    `\n  ${commandLine(`decide ${first.fingerprint} confirmed${group.flags.length > 1 ? ' --cause' : ''}`, report.db)}\n`,
  )
  return parts.join('')
}

const SIDES: readonly (readonly [Evidence['role'], string])[] = [
  ['for', 'What speaks against it'],
  ['against', 'What could clear it'],
]

/** One side's evidence; what stands in a passage that is shown already is named without it. */
async function side(
  report: Report,
  group: FlagGroup,
  role: Evidence['role'],
  title: string,
  shown: readonly Passage[],
): Promise<string> {
  const places = new Map(
    group.flags
      .flatMap(flag => flag.evidence)
      .filter(item => item.role === role)
      .map(item => [`${item.at.doc}:${item.at.start}:${item.at.end}`, item]),
  )
  if (places.size === 0) return ''
  const parts = [`\n  ${title}:\n`]
  for (const { at, note } of [...places.values()].slice(0, QUOTED))
    parts.push(
      at.doc === group.doc && shown.some(passage => contains(passage, at))
        ? bullet(`${sentenceCase(note)}: [${at.quote.exact}] (character ${figure(at.start)})`, '    ')
        : quoted(await report.document(at.doc), at, note, group.doc),
    )
  if (places.size > QUOTED) parts.push(bullet(`and ${figure(places.size - QUOTED)} more`, '    '))
  return parts.join('')
}

/** A place in its passage, marked with brackets, with what it shows and where it stands. */
function quoted(item: ReportDocument | undefined, at: Selector, note: string, home: string): string {
  const passage = passageIn(item?.doc, at, PASSAGE)
  const words = segments(passage.text, passage.start, [at])
    .map(({ text, marks }) => (marks.length > 0 ? `[${text}]` : text))
    .join('')
  const other = at.doc === home ? '' : `${titleOf(item, at.doc)}, `
  const text = `${note === '' ? '' : `${sentenceCase(note)}: `}\u201c${passage.cutBefore ? '\u2026 ' : ''}${words}${passage.cutAfter ? ' \u2026' : ''}\u201d (${other}character ${figure(at.start)})`
  return bullet(text, '    ')
}

const titleOf = (item: ReportDocument | undefined, id: string): string =>
  item?.doc.title === undefined ? id : `\u201c${item.doc.title}\u201d (${id})`

const underlined = (text: string, by: string): string => `${text}\n${by.repeat(text.length)}\n`

const bullet = (text: string, indent: string): string => wrapped(text, `${indent}- `, `${indent}  `)

/** Text in lines of at most `WIDTH` units, each after an indent; a longer word stands alone, so that addresses stay whole. */
export function wrapped(text: string, indent = '', further = indent): string {
  const lines: string[] = []
  let line = ''
  for (const word of oneLine(text).split(' ')) {
    const room = WIDTH - (lines.length === 0 ? indent : further).length
    if (line === '') line = word
    else if (line.length + 1 + word.length <= room) line += ` ${word}`
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  return lines.map((one, index) => `${index === 0 ? indent : further}${one}\n`).join('')
}
