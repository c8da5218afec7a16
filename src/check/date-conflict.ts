import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { inTable } from './in-table.ts'
import { exists, type PrintedDate, printedDates } from './printed-dates.ts'
import { restated } from './restated.ts'

/** A slip changes one part of a date and leaves the others: the day, the month or the year. */
function oneSlip(a: PrintedDate, b: PrintedDate): boolean {
  if ((a.day === undefined) !== (b.day === undefined)) return false
  const year = a.year !== undefined && b.year !== undefined && a.year !== b.year
  return Number(a.month !== b.month) + Number(a.day !== b.day) + Number(year) === 1
}

/** What happens once and is called by its day: "the March 13 update". */
const NAMED =
  /^\s(?:\p{Ll}+\s){0,2}(?<noun>update|patch|attack|breach|incident|release|hearing|report|advisory|post|announcement|leak|statement|outage|meeting)s?\b/u

/** Dates that name a thing by its day, once, where the article has given the thing another day: "a March 14 security update". */
function* called(context: CheckContext, dates: readonly PrintedDate[]): Generator<Finding> {
  const { text, sentence, select } = context
  const byNoun = Map.groupBy(dates, ({ day, end }) =>
    day === undefined ? undefined : NAMED.exec(text.slice(end, end + 50))?.groups?.['noun'],
  )
  for (const [noun, [first, second, third]] of byNoun) {
    if (noun === undefined || !first || !second || third || !oneSlip(first, second) || first.month !== second.month)
      continue
    if (!/\bthe\s$/i.test(text.slice(Math.max(0, second.start - 4), second.start))) continue
    if (dates.some(date => date !== second && date.month === second.month && date.day === second.day)) continue
    if (sentence(first.start).start === sentence(second.start).start) continue
    const [a, b] = [first, second].map(({ date }) => text.slice(date.start, date.end))
    yield {
      confidence: 75,
      at: select(second.date),
      subject: `date:${a}`,
      message: `The article speaks of the ${noun} of ${b} here, and has told of one of ${a} only. Is one of the two dates wrong?`,
      evidence: [{ role: 'for', note: `here it is ${a}`, at: select(first.date) }],
    }
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  const dates = printedDates(context).filter(date => exists(date) && !inTable(context.text, date.start))
  const items = dates.map(printed => ({ ...printed.date, printed }))
  yield* called(context, dates)
  for (const { first, second } of restated(context, items)) {
    if (!oneSlip(first.printed, second.printed)) continue
    const a = context.doc.text.slice(first.start, first.end)
    const b = context.doc.text.slice(second.start, second.end)
    yield {
      confidence: 85,
      at: context.select(second),
      subject: `date:${a}`,
      message: `The article gives ${b} here and ${a} for the same thing elsewhere. One of the two dates is wrong.`,
      evidence: [{ role: 'for', note: `here it is ${a}`, at: context.select(first) }],
    }
  }
}

/** One event, told twice in the same words, on two dates. */
export const dateConflict: Check = {
  id: 'date-conflict',
  severity: 'error',
  needs: ['dates'],
  title: 'Two dates for one event',
  why:
    'Catches a sentence that the article repeats in the same words with another day, month or year, and “the March 13 update” after one of March 14. Wrong when the same thing really ' +
    'happened twice, as in monthly round-ups.',
  examples: {
    flagged: [
      'The harbour master saw that the cranes had stopped on June 14. Nobody was hurt.\n\nThe cranes run again. When the harbour master saw that the cranes had stopped on [[June 24]], he called the police.',
      'The maker closed the hole in a March 14 security update. Nobody was thanked in the [[March 13]] update.',
    ],
    clean: [
      'The harbour master saw that the cranes had stopped on June 14. The gates had stopped on June 24.',
      'The maker closed the hole in a March 14 security update. It was told of it after the May 14 update. A March 15 update is due.',
      'The company published an update on March 13. It published another update on April 10.',
    ],
  },
  run: findings,
}
