import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { dayOf } from '../normalise/calendar.ts'
import { lateDates, toldAsPast } from './late-dates.ts'
import { bounds } from './printed-dates.ts'

/** More dates than this after publication speak against the publication date, not against each of them. */
const MOST = 2

function* findings(context: CheckContext): Generator<Finding> {
  const published = dayOf(context.doc.published)
  if (published === undefined) return
  const late = lateDates(context, published)
  if (new Set(late.map(({ year, month, day }) => `${year}-${month}-${day}`)).size > MOST) return
  for (const date of late.filter(one => toldAsPast(context, one))) {
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
  needs: ['date'],
  title: 'A past event lies after publication',
  why:
    'Catches a date with its year that lies after the publication date although the sentence tells it as past. Sentences about plans, ' +
    'deadlines and updates are left alone. Wrong when the publication date is wrong; when many dates lie after it, the check keeps quiet.',
  examples: {
    flagged: ['Date: 2016-11-21\n\nThe worm was found on a ferry in [[July 2017]].'],
    clean: [
      'Date: 2016-11-21\n\nThe company said that support for it will end in July 2017.',
      'Date: 2019-03-01\n\nThe board called a meeting for May 14, 2019, and hired a bank. They agreed to meet again on May 20, 2019.',
    ],
  },
  run: findings,
}
