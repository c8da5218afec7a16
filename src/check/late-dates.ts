import type { CheckContext } from '../model/stage.ts'
import { type Day, move } from '../normalise/calendar.ts'
import { bounds, type PrintedDate, printedDates } from './printed-dates.ts'

/** Time zones and late editions: a date a little after the stated publication day is no slip. */
const GRACE_DAYS = 3

/** Something that has already happened: a past tense, "since", "as of". */
const PAST =
  /\b(?:was|were|had|has\sbeen|have\sbeen|since|began|started|found|discovered|observed|seen|saw|became|took|came|made|said|told|announced|reported|published|released|launched|arrested|charged|hit|struck|stole|broke|paid|sold|bought|resurfaced|emerged|appeared|wrote|ran|sent|got|went|gave|led|\p{Ll}{3,}(?:ed))\b/u

/** Something still to come, or a rule about the future: no contradiction. */
const AHEAD =
  /\b(?:will|won[’']t|would|shall|may|might|could|can|should|must|expects?|expected|plans?|planned|scheduled|slated|due|until|till|by|before|deadline|expires?|expiring|expiration|valid|effective|upcoming|next|forecast|predict(?:s|ed)?|project(?:s|ed)|estimate[sd]?|set\sto|going\sto|aims?|goal|target|intends?|support(?:ed)?\s(?:until|ends)|ends?|trial|hearing|sentencing|update[ds]?|updating|edit|correction|copyright|through|onwards?|from|starting|this\s(?:article|post|page|report|blog)|timeline|roadmap|planning|proposed|propose[sd]?)\b/iu

type Dated = Pick<CheckContext, 'doc' | 'text' | 'sentence'>

/** The part of the sentence that a date belongs to: from the last clause boundary before it to the next after it. */
function clause(context: Dated, date: PrintedDate): string {
  const { start, end } = context.sentence(date.start)
  const before = context.doc.text.slice(Math.max(start, date.start - 160), date.start)
  const after = context.doc.text.slice(date.end, Math.min(end, date.end + 160))
  return `${before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(' but ')) + 1)}\u0000${after.split(/;|\sbut\s/)[0] ?? ''}`
}

/** The dates with a year that lie after publication, and those of them that the text tells as past. */
export function lateDates(
  context: Dated,
  published: Day,
): { readonly late: readonly PrintedDate[]; readonly past: readonly PrintedDate[] } {
  const limit = move(published, { days: GRACE_DAYS })
  const late = printedDates(context).filter(date => date.year !== undefined && (bounds(date)?.from ?? '') > limit)
  const past = late.filter(date => {
    const words = clause(context, date)
    return PAST.test(words) && !AHEAD.test(words)
  })
  return { late, past }
}
