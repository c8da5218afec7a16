import type { CheckContext } from '../model/stage.ts'
import { type Day, move, parts } from '../normalise/calendar.ts'
import { tenseOf } from '../normalise/tense.ts'
import { isMoved } from './moved-dates.ts'
import { bounds, type PrintedDate, printedDates } from './printed-dates.ts'

/** Time zones and late editions: a date a little after the stated publication day is no slip. */
const GRACE_DAYS = 3

/** Right before a date: an end, a beginning or a term, which lies ahead even in a sentence told as past. */
const TERM =
  /\b(?:until|till|by|before|through|to|for|due|expir(?:es?|ed|ing|ation)|valid|effective|deadline|(?:scheduled|slated|planned|set|expected|due)\s(?:\p{L}+\s)?for|end(?:s|ed|ing)?\s(?:in|on)?)\s(?:(?:in|on|about|around|early|mid|late|the|end|of|at|least|as|beginning|start|middle)[\s-])*$/iu

/** Plans, and the article's own later notes. */
const AHEAD =
  /\b(?:expects?|expected|plan(?:s|ned)?|planning|scheduled|slated|upcoming|forecast|predict(?:s|ed)?|projected|estimated|set\sto|going\sto|aims?|intends?|support\s(?:until|ends)|trial|hearing|sentencing|update[ds]?|updating|edit(?:ed|or)?|correction|copyright|this\s(?:article|post|page|report|blog)|roadmap|propose[sd]?|(?:agreed|decided|voted|promised|pledged|vowed|offered|ordered|asked|told)\s(?:\p{L}+\s){0,3}to)\b/iu

type Dated = Pick<CheckContext, 'doc' | 'text' | 'sentence'>

/** The part of the sentence that a date belongs to: from the last clause boundary before it to the next after it. */
function clause(context: Dated, date: PrintedDate): { readonly before: string; readonly after: string } {
  const { start, end } = context.sentence(date.start)
  const before = context.doc.text.slice(Math.max(start, date.start - 160), date.start)
  const after = context.doc.text.slice(date.end, Math.min(end, date.end + 160))
  return {
    before: before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(' but ')) + 1),
    after: after.split(/;|\sbut\s/)[0] ?? '',
  }
}

/** Whether the text tells what happened on a date as past. */
export function toldAsPast(context: Dated, date: PrintedDate): boolean {
  const { before, after } = clause(context, date)
  if (TERM.test(before) || isMoved(before) || AHEAD.test(before) || AHEAD.test(after)) return false
  const { past, ahead } = tenseOf(`${before}${context.doc.text.slice(date.start, date.end)}${after}`)
  return past && !ahead
}

/** The dates with a year that lie after publication. */
export function lateDates(context: Pick<Dated, 'doc' | 'text'>, published: Day): readonly PrintedDate[] {
  const limit = move(published, { days: GRACE_DAYS })
  const { year: least } = parts(limit)
  return printedDates(context).filter(date => (date.year ?? 0) >= least && (bounds(date)?.from ?? '') > limit)
}
