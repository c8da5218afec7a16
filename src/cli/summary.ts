import { visibleLine } from '../report/characters.ts'
import { tally } from '../report/words.ts'
import type { Done } from '../run/run.ts'
import type { Summary } from '../run/summary.ts'

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0)

/** "3 error-a, 2 error-b", most frequent first. */
const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([name, n]) => `${n} ${name}`)
    .join(', ')

/** What is no longer there, in a line. */
export function removedLine({ count, first }: NonNullable<Summary['removed']>): string {
  const more = count > first.length ? ` and ${count - first.length} more` : ''
  return `  ${tally(count, 'document')} no longer there, with flags closed: ${first.map(visibleLine).join(', ')}${more}`
}

/** What a run did, for a person: a few lines. */
export function summaryLines({ run, state, summary }: Done): string[] {
  const { documents, reasons, mentions, claims, flags, notes, droppedBlocks, otherLanguages, seconds, report } = summary
  const { parsed, unchanged, skipped } = documents
  const lines = [
    `run ${run.id} ${state}: ${tally(parsed + unchanged + skipped, 'input')} in ${seconds} s: ${parsed} read, ${unchanged} unchanged, ${skipped} skipped`,
  ]
  for (const [reason, n] of Object.entries(reasons)) lines.push(`  ${n} skipped: ${reason}`)
  if (Object.keys(reasons).some(reason => /\(limits\.\w+\)/.test(reason)))
    lines.push('  what a limit skipped is tried again with --retry-skipped, once `limits:` of the pipeline allows more')
  if (parsed > 0) {
    lines.push(
      `  ${tally(total(mentions), 'mention')}${total(mentions) > 0 ? ` (${listed(mentions)})` : ''}, ${tally(claims, 'claim')}`,
    )
    lines.push(total(flags) > 0 ? `  ${tally(total(flags), 'flag')}: ${listed(flags)}` : '  no flags')
    if (total(notes) > 0) lines.push(`  ${tally(total(notes), 'note')} (shown with --notes): ${listed(notes)}`)
  }
  if (summary.open !== undefined && summary.open > 0) lines.push(`  open in the store: ${tally(summary.open, 'flag')}`)
  if (summary.removed) lines.push(removedLine(summary.removed))
  if (droppedBlocks > 0) lines.push(`  ${tally(droppedBlocks, 'block')} left out as not the article's text`)
  if (total(otherLanguages) > 0)
    lines.push(`  not in English, read for identifiers and names of groups and malware only: ${listed(otherLanguages)}`)
  if (summary.reliability !== undefined) lines.push(`  reliability of the source: ${summary.reliability}`)
  for (const [rule, n] of Object.entries(summary.dismissedByRule ?? {})) lines.push(`  ${n} dismissed by rule: ${rule}`)
  for (const file of report ?? []) lines.push(`  report: ${file}`)
  return lines
}
