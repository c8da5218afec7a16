import type { Revised, Wording } from '../model/change.ts'
import { oneLine } from './characters.ts'
import { byWeight, type FlagGroup, groupFlags, tally } from './group.ts'
import { passageIn, segments } from './passage.ts'
import { pageOf } from './raw-place.ts'
import type { Report, Writer } from './report.ts'
import { inQuestion, summary } from './summary.ts'
import { count, estimate, figure, SEVERITY_WORDS, sentenceCase } from './words.ts'

/**
 * Text from outside as Markdown text: on one line, with everything escaped that CommonMark or GitHub would read as markup,
 * a link or a mention.
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>#|~&@$]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^[+\-=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

/** `report.md`: the report as GitHub Markdown, one section a cause. */
export const markdownReport: Writer = {
  id: 'md',
  *files(report) {
    yield { path: 'report.md', text: pages(report) }
  },
}

async function* pages(report: Report): AsyncGenerator<string> {
  const groups = byWeight(groupFlags(report.flags))
  yield `# What does not add up\n\n${report.tlp === undefined ? '' : `**TLP:${report.tlp.toUpperCase()}**\n\n`}`
  yield `${escapeMarkdown(summary(report))}\n`
  const counted = new Set(inQuestion(report))
  const inView = groups.filter(group => counted.has(group.flags[0]))
  if (inView.length > 0) {
    yield '\n| check | severity | causes | flags |\n| --- | --- | ---: | ---: |\n'
    for (const [check, causes] of tally(inView, group => group.check)) {
      const flags = [...counted].filter(flag => flag.check === check)
      const title = report.checks.find(({ id }) => id === check)?.title ?? check
      yield `| ${escapeMarkdown(title)} (\`${check}\`) | ${flags[0]?.severity ?? ''} | ${causes} | ${flags.length} |\n`
    }
  }
  for (const group of groups) yield await section(report, group)
  if (report.revised.length > 0) yield '\n## Changed by their publishers\n'
  for (const revised of report.revised) yield changed(revised)
  if (report.copies.length > 0) yield '\n## Copies\n\n'
  for (const { doc, copies } of report.copies)
    yield `- ${escapeMarkdown(doc)}: ${copies.map(copy => escapeMarkdown(copy.doc)).join(', ')}\n`
  if (report.skipped.length > 0) {
    yield '\n## Not read\n\n'
    for (const { path, reason } of report.skipped) yield `- ${escapeMarkdown(path)}: ${escapeMarkdown(reason)}\n`
  }
  yield `\n---\n\nerrata ${report.version}, knowledge base ${report.knowledge.version}\n`
}

function changed({ doc, said, since, announced, title, published, changes }: Revised): string {
  const quote = ({ at, sentence, offset }: Wording): string => {
    const end = offset + at.quote.exact.length
    return `${inner(sentence.slice(0, offset))}${bold(at.quote.exact)}${inner(sentence.slice(end))}`
  }
  const pairs = [
    ...(title ? [`headline: **${escapeMarkdown(title.before)}** \u2192 **${escapeMarkdown(title.after)}**`] : []),
    ...(published ? [`published: **${published.before}** \u2192 **${published.after}**`] : []),
    ...changes.map(({ type, before, after }) => `${type}: ${quote(before)} \u2192 ${quote(after)}`),
  ]
  const head = `\n### ${escapeMarkdown(doc)}\n\nRead on ${said.slice(0, 10)}, changed since ${since.slice(0, 10)}, ${announced ? 'with' : 'without'} a notice.\n\n`
  return `${head}${pairs.map(pair => `- ${pair}\n`).join('')}`
}

async function section(report: Report, group: FlagGroup): Promise<string> {
  const [first] = group.flags
  const found = await report.document(group.doc)
  const lines = [
    `\n## ${escapeMarkdown(first.message)}\n`,
    `${sentenceCase(SEVERITY_WORDS[group.severity][0])}, ${estimate(group.confidence)} (${group.confidence} of 100), ` +
      `in ${escapeMarkdown(found?.doc.title ?? group.doc)} (${escapeMarkdown(group.doc)})${first.status === 'open' ? '' : `, ${first.status}`}\n`,
    `### ${sentenceCase(count(group.flags.length, 'place'))}\n`,
  ]
  for (const flag of group.flags) {
    const passage = passageIn(found?.doc, flag.at)
    const there = found?.doc.text.startsWith(flag.at.quote.exact, flag.at.start)
    const page = found && there ? pageOf(found.doc, flag.at) : undefined
    const words = segments(passage.text, passage.start, [flag.at])
      .map(({ text, marks }) => (marks.length > 0 ? bold(text) : inner(text)))
      .join('')
    lines.push(`> ${passage.cutBefore ? '\u2026 ' : ''}${words}${passage.cutAfter ? ' \u2026' : ''}\n`)
    lines.push(
      `${page === undefined ? 'Characters' : `Page ${page}, characters`} ${figure(flag.at.start)}\u2013${figure(flag.at.end)}, \`${flag.fingerprint}\`${
        flag.suggestion === undefined ? '' : `; suggestion: **${escapeMarkdown(flag.suggestion)}**`
      }${flag.decision?.corrected === undefined ? '' : `; ${escapeMarkdown(flag.decision.reviewer)} writes: **${escapeMarkdown(flag.decision.corrected)}**`}${flag === first || flag.message === first.message ? '' : `. ${escapeMarkdown(flag.message)}`}\n`,
    )
  }
  const evidence = new Map(
    group.flags.flatMap(flag => flag.evidence).map(item => [`${item.at.doc}:${item.at.start}:${item.at.end}`, item]),
  )
  if (evidence.size > 0) lines.push('### Evidence\n')
  for (const { role, note, at } of evidence.values()) {
    const other = await report.document(at.doc)
    const passage = passageIn(other?.doc, at)
    const where = at.doc === group.doc ? '' : `${escapeMarkdown(at.doc)}, `
    lines.push(
      `- ${role === 'for' ? '' : '(against the flag) '}${escapeMarkdown(note)}: \u201c${escapeMarkdown(passage.text)}\u201d (${where}character ${figure(at.start)})`,
    )
  }
  if (evidence.size > 0) lines.push('')
  const facts = new Map(group.flags.flatMap(flag => flag.knowledge).map(row => [JSON.stringify(row), row]))
  if (facts.size > 0) lines.push('### Knowledge base\n')
  for (const { fact, source, version } of facts.values())
    lines.push(`- ${escapeMarkdown(fact)} (${escapeMarkdown(source)}; ${escapeMarkdown(version)})`)
  return `${lines.join('\n')}\n`
}

/** Escaped words within a line: their outer spaces stay. */
function inner(text: string): string {
  const before = /^\s/.test(text) ? ' ' : ''
  const after = /\s$/.test(text) && text.trim() !== '' ? ' ' : ''
  return before + escapeMarkdown(text) + after
}

const bold = (text: string): string => `**${escapeMarkdown(text)}**`
