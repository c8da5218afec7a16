import { SEVERITIES, type Severity } from '../model/discrepancy.ts'
import { byWeight, groupFlags, tally } from './group.ts'
import type { Report, ReportFlag } from './report.ts'
import { count, list, SEVERITY_WORDS, sentenceCase } from './words.ts'

const SINGLE: Readonly<Record<Severity, string>> = { error: 'an error', warning: 'a warning', note: 'a note' }

/** The report in one paragraph, as one would say it to an editor. Plain text, nothing in it but words of errata's own. */
export function summary(report: Report): string {
  const { figures, flags, skipped } = report
  const present = inQuestion(report)
  const open = present.some(isOpen)
  const read = count(figures.documents, 'article')
  const sentences: string[] = []
  if (figures.documents === 0) sentences.push('No article was read')
  else if (present.length > 0 && !open) sentences.push(`errata read ${read}, and no flag of this report is open`)
  else if (present.length === 0)
    sentences.push(
      `errata read ${read} and found nothing that does not add up`,
      'That is no proof that all is right: it says only that none of the checks below found a reason for doubt',
    )
  else {
    const flagged = new Set(present.map(flag => flag.at.doc)).size
    const causes = groupFlags(present).length
    const clean = figures.documents - flagged
    sentences.push(
      figures.documents === 1
        ? 'In the one article that errata read, something does not add up'
        : `errata read ${read}, and in ${clean === 0 ? 'all of them' : `${count(flagged, 'of them', 'of them')}`} something does not add up`,
      present.length === 1
        ? `There is one flag, ${SINGLE[present[0]?.severity ?? 'note']}`
        : `There are ${count(present.length, 'flag')}${
            causes === present.length ? '' : ` with ${count(causes, 'cause')}`
          }${severities(present)}`,
      ...commonest(report, present),
    )
  }
  if (report.since !== undefined) sentences.push(changes(flags, report.since))
  const { revised, copies } = report
  if (revised.length > 0)
    sentences.push(
      `${sentenceCase(count(revised.length, 'article'))} read before ${revised.length === 1 ? 'has' : 'have'} changed figures, names or dates since`,
    )
  const copied = copies.reduce((sum, group) => sum + group.copies.length, 0)
  if (copied > 0)
    sentences.push(
      `${sentenceCase(count(copied, 'article'))} ${copied === 1 ? 'is a copy of another' : 'are copies of others'} and ${copied === 1 ? 'does' : 'do'} not count as ${copied === 1 ? 'a source' : 'sources'} of ${copied === 1 ? 'its' : 'their'} own`,
    )
  sentences.push(...settled(report))
  if (skipped.length > 0)
    sentences.push(
      `${sentenceCase(count(skipped.length, 'input'))} ${skipped.length === 1 ? 'was' : 'were'} not read and ${skipped.length === 1 ? 'is' : 'are'} named at the end`,
    )
  return `${sentences.join('. ')}.`
}

const isOpen = ({ status }: Pick<ReportFlag, 'status'>): boolean => status === 'open'

/**
 * The flags that the overview counts: the open ones. What was decided or has gone is told apart from them, and counts only in a
 * report that was asked for nothing else (`--status dismissed`).
 */
export function inQuestion({ flags, since }: Pick<Report, 'flags' | 'since'>): readonly ReportFlag[] {
  const open = flags.filter(isOpen)
  return open.length > 0 || since !== undefined ? open : flags
}

const DECIDED = ['confirmed', 'dismissed', 'unsure'] as const

/** What reviewers have decided; in a report that is not compared with an earlier run, what has gone too. */
function settled({ flags, since }: Report): string[] {
  const counts = tally(flags, ({ status }) => status)
  const gone = since === undefined ? (counts.get('fixed') ?? 0) : 0
  const verdicts = DECIDED.flatMap(status => {
    const number = counts.get(status) ?? 0
    return number === 0 ? [] : [[number, status] as const]
  })
  const decided = verdicts.reduce((sum, [number]) => sum + number, 0)
  const [first] = verdicts
  const which =
    verdicts.length === 1
      ? ` (${first?.[1]})`
      : `: ${list(verdicts.map(([number, status]) => count(number, status, status)))}`
  return [
    ...(decided === 0
      ? []
      : [`${sentenceCase(count(decided, 'flag'))} ${decided === 1 ? 'has' : 'have'} been decided${which}`]),
    ...(gone === 0
      ? []
      : [`${sentenceCase(count(gone, 'flag'))} ${gone === 1 ? 'has' : 'have'} gone from the articles`]),
  ]
}

function severities(flags: readonly ReportFlag[]): string {
  const counts = tally(flags, flag => flag.severity)
  const [only] = counts.keys()
  if (only !== undefined && counts.size === 1)
    return `, ${flags.length === 2 ? 'both' : 'all'} of them ${SEVERITY_WORDS[only as Severity][1]}`
  const parts = SEVERITIES.filter(severity => counts.has(severity))
  return `: ${list(parts.map(severity => count(counts.get(severity) ?? 0, ...SEVERITY_WORDS[severity])))}`
}

/** Fewer causes are not worth a word. */
const COMMON = 3

/** Which check found most, where more than one found something. */
function commonest({ checks }: Report, flags: readonly ReportFlag[]): string[] {
  const counts = [...tally(byWeight(groupFlags(flags)), group => group.check)].sort((a, b) => b[1] - a[1])
  const [most, second] = counts
  if (!most || !second || most[1] < COMMON || most[1] === second[1]) return []
  const title = checks.find(check => check.id === most[0])?.title ?? most[0]
  return [`The commonest cause, with ${count(most[1], 'case')}: \u201c${title}\u201d`]
}

/** What has changed since the run compared with. */
function changes(flags: readonly ReportFlag[], since: string): string {
  const fresh = flags.filter(flag => flag.state === 'new' && flag.status === 'open').length
  const gone = flags.filter(flag => flag.status === 'fixed').length
  const parts = [
    ...(fresh > 0 ? [`${count(fresh, 'flag')} ${fresh === 1 ? 'is' : 'are'} new`] : []),
    ...(gone > 0 ? [`${count(gone, 'flag')} ${gone === 1 ? 'has' : 'have'} gone from the articles`] : []),
  ]
  const open = flags.filter(flag => flag.state === 'unchanged' && flag.status === 'open').length
  const still = open === 0 ? '' : `; ${count(open, 'flag')} ${open === 1 ? 'is' : 'are'} still open`
  return `Since ${since}, ${parts.length === 0 ? 'nothing has changed' : list(parts)}${still}`
}
