import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { dayOf, move } from '../normalise/calendar.ts'
import { bounds, type PrintedDate, printedDates } from './printed-dates.ts'

/** Time zones and late editions: a date a little after the stated publication day is no slip. */
const GRACE_DAYS = 3

/** More dates than this after publication speak against the publication date, not against each of them. */
const MOST = 2

/** Something that has already happened: a past tense, "since", "as of". */
const PAST =
  /\b(?:was|were|had|has\sbeen|have\sbeen|since|began|started|found|discovered|observed|seen|saw|became|took|came|made|said|told|announced|reported|published|released|launched|arrested|charged|hit|struck|stole|broke|paid|sold|bought|resurfaced|emerged|appeared|wrote|ran|sent|got|went|gave|led|\p{Ll}{3,}(?:ed))\b/u

/** Something still to come, or a rule about the future: no contradiction. */
const AHEAD =
  /\b(?:will|would|shall|may|might|could|can|should|must|expects?|expected|plans?|planned|scheduled|slated|due|until|till|by|before|deadline|expires?|expiring|expiration|valid|effective|upcoming|next|forecast|predict(?:s|ed)?|project(?:s|ed)|estimate[sd]?|set\sto|going\sto|aims?|goal|target|intends?|support(?:ed)?\s(?:until|ends)|ends?|trial|hearing|sentencing|update[ds]?|updating|edit|correction|copyright|through|onwards?|from|starting|this\s(?:article|post|page|report|blog)|timeline|roadmap|planning|proposed|propose[sd]?)\b/iu

/** The part of the sentence that a date belongs to: from the last clause boundary before it to the next after it. */
function clause(context: CheckContext, date: PrintedDate): string {
  const { start, end } = context.sentence(date.start)
  const before = context.doc.text.slice(Math.max(start, date.start - 160), date.start)
  const after = context.doc.text.slice(date.end, Math.min(end, date.end + 160))
  return `${before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(' but ')) + 1)}\u0000${after.split(/;|\sbut\s/)[0] ?? ''}`
}

function* findings(context: CheckContext): Generator<Finding> {
  const published = dayOf(context.doc.published)
  if (published === undefined) return
  const limit = move(published, { days: GRACE_DAYS })
  const late = printedDates(context).filter(date => date.year !== undefined && (bounds(date)?.from ?? '') > limit)
  const past = late.filter(date => {
    const words = clause(context, date)
    return PAST.test(words) && !AHEAD.test(words)
  })
  if (new Set(late.map(({ year, month, day }) => `${year}-${month}-${day}`)).size > MOST) return
  for (const date of past) {
    const words = context.doc.text.slice(date.date.start, date.date.end)
    yield {
      confidence: 85,
      at: context.select(date.date),
      subject: `date:${bounds(date)?.from ?? ''}`,
      message:
        `The article reports something of ${words} as past, but it was published on ${published}, before that. ` +
        'The date, probably its year, or the publication date is wrong.',
      evidence: [
        {
          role: 'for',
          note: `past on the day of publication, ${published}`,
          at: context.select(context.sentence(date.start)),
        },
      ],
    }
  }
}

/** A past event dated after the article's publication. */
export const futureDate: Check = {
  id: 'future-date',
  severity: 'error',
  title: 'A past event lies after publication',
  why:
    'Catches a date with its year that lies after the publication date although the sentence tells it as past. Sentences about plans, ' +
    'deadlines and updates are left alone. Wrong when the publication date is wrong; when many dates lie after it, the check keeps quiet.',
  examples: {
    flagged: ['Date: 2016-11-21\n\nThe ransomware was first seen in the wild in [[July 2017]].'],
    clean: ['Date: 2016-11-21\n\nThe company said that support for it will end in July 2017.'],
  },
  run: findings,
}
