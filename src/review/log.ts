import type { Judgement } from '../model/decision.ts'

/** A line of the log of decisions. */
export type Line = Judgement

/** "Ann confirmed it on 2018-10-03 at 09:30 UTC (should be “APT38”): the same article says so". */
export function logText({ reviewer, verdict, at, note, corrected, undoes }: Line): string {
  const when = `on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`
  if (undoes !== undefined) return `${reviewer} took a verdict back ${when}: ${verdict} again`
  const said = { confirmed: 'confirmed it', dismissed: 'dismissed it', unsure: 'is unsure', open: 'opened it again' }
  const should = corrected === undefined ? '' : ` (should be \u201c${corrected}\u201d)`
  return `${reviewer} ${said[verdict]} ${when}${should}${note === undefined ? '' : `: ${note}`}`
}
