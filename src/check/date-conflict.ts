import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { exists, type PrintedDate, printedDates } from './printed-dates.ts'
import { restated } from './restated.ts'

/** A slip changes one part of a date and leaves the others: the day, the month or the year. */
function oneSlip(a: PrintedDate, b: PrintedDate): boolean {
  if ((a.day === undefined) !== (b.day === undefined)) return false
  const year = a.year !== undefined && b.year !== undefined && a.year !== b.year
  return Number(a.month !== b.month) + Number(a.day !== b.day) + Number(year) === 1
}

const inTable = ({ text }: CheckContext, { start }: PrintedDate): boolean =>
  /[|\t]/.test(text.slice(Math.max(text.lastIndexOf('\n', start), start - 300), start))

function* findings(context: CheckContext): Generator<Finding> {
  // Rows of tables repeat their words by nature.
  const dates = printedDates(context).filter(date => exists(date) && !inTable(context, date))
  const items = dates.map(printed => ({ ...printed.date, printed }))
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
  title: 'Two dates for one event',
  why:
    'Catches a sentence that the article repeats in the same words with another day, month or year. Wrong when the same thing really ' +
    'happened twice, as in monthly round-ups.',
  examples: {
    flagged: [
      'The harbour master saw that the cranes had stopped on June 14. Nobody was hurt.\n\nThe cranes run again. When the harbour master saw that the cranes had stopped on [[June 24]], he called the police.',
    ],
    clean: [
      'The harbour master saw that the cranes had stopped on June 14. The gates had stopped on June 24.',
      'The company published an update on March 13. It published another update on April 10.',
    ],
  },
  run: findings,
}
