import type { Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { isMoved } from './moved-dates.ts'
import { NONE } from './once.ts'
import { bounds, type PrintedDate, printedDates } from './printed-dates.ts'
import { hasYearRange } from './year-range.ts'

/** Farther apart two dates do not belong to one phrase. */
const GAP = 60

/** What may stand before and between the ends of a range. */
const BEFORE_RANGE =
  /\b(?:between|from)\s(?:at\sleast\s|about\s|around\s|as\searly\sas\s|early\s|mid-?\s?|late\s|the\s)*$/i
const IN_RANGE =
  /^\s?(?:to|until|till|through|and|up\sto|\u2013|-)\s?(?:at\sleast\s|about\s|around\s|as\slate\sas\s|early\s|mid-?\s?|late\s|the\s)*$/i
const WITHOUT_LEAD = /^\s?(?:to|until|till|through)\s?(?:early\s|mid-?\s?|late\s)*$/i

/** The second date is said to come after the first. */
const LATER = /\b(?:later|subsequently|afterwards?|followed\sby)\b(?!\sthan)/i

/** Ranges of bare years: "between 2015 and 2013". */
const YEARS =
  /\b(?:(?:between|from)\s(?:at\sleast\s|early\s|mid-?\s?|late\s)*(?<a>(?:19|20)\d\d)\s?(?:to|until|till|through|and)\s(?:early\s|mid-?\s?|late\s)*|(?<c>(?:19|20)\d\d)\s(?:through|until|till)\s(?:early\s|mid-?\s?|late\s)*)(?<b>(?:19|20)\d\d)\b(?![%,.]\d|-\d)/dgi

/** What comes after what, in one sentence: "reported on May 10 and fixed on April 2". */
const SEQUENCES: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [
    /\b(?:reported|notified|alerted|submitted|informed|contacted)\b[^.;]{0,60}$/i,
    /\b(?:and|then)\s(?:\w+\s){0,4}?(?:fixed|patched|resolved|addressed|replied|confirmed)\b[^.;]{0,30}$/i,
  ],
  [
    /\b(?:discovered|found|detected|identified|learn(?:ed|t)\sof|noticed)\b[^.;]{0,60}$/i,
    /\b(?:and|then)\s(?:\w+\s){0,4}?(?:fixed|patched|reported|notified|disclosed|announced|informed)\b[^.;]{0,30}$/i,
  ],
  [
    /\b(?:arrested|indicted|detained)\b[^.;]{0,60}$/i,
    /\b(?:and|then)\s(?:\w+\s){0,4}?(?:sentenced|convicted|pleaded|extradited)\b[^.;]{0,30}$/i,
  ],
  [
    /\b(?:registered|founded|created|launched)\b[^.;]{0,60}$/i,
    /\b(?:and|then)\s(?:\w+\s){0,4}?(?:used|acquired|sold|closed|seized)\b[^.;]{0,30}$/i,
  ],
  [
    /\b(?:began|begun|started)\b[^.;]{0,60}$/i,
    /\b(?:and|then|but)\s(?:\w+\s){0,4}?(?:ended|stopped|discovered|detected|noticed)\b[^.;]{0,30}$/i,
  ],
]

/** Before an event that is told without regard to its order. */
const EARLIER = /\b(?:already|earlier|previously|since|had|before)\b/i

/** Whether the two dates are of events of which the second follows the first. */
const inSequence = (before: string, between: string): boolean =>
  !EARLIER.test(between) && SEQUENCES.some(([first, second]) => first.test(before) && second.test(between))

const finding = (context: CheckContext, at: Span, message: string, against: Span): Finding => ({
  confidence: 90,
  at: context.select(at),
  subject: `date-order:${context.doc.text.slice(at.start, at.end)}`,
  message,
  evidence: [{ role: 'for', note: 'the date that should come first', at: context.select(against) }],
})

/** The first date, in the second one's year when only that prints one: "1 January through 22 June 2016". */
const earliest = (first: PrintedDate, second: PrintedDate): string | undefined =>
  bounds(first.year === undefined && second.year !== undefined ? { ...first, resolvedYear: second.year } : first)?.from

/** The second date, in the first one's year when it prints none and that is kinder. */
function latest(first: PrintedDate, second: PrintedDate): string {
  const own = bounds(second)?.to ?? ''
  const shared =
    second.year === undefined && first.resolvedYear !== undefined
      ? (bounds({ ...second, resolvedYear: first.resolvedYear })?.to ?? '')
      : ''
  return [own, shared].sort().at(-1) ?? ''
}

function* findings(context: CheckContext, dates: readonly PrintedDate[]): Generator<Finding> {
  const { doc, text } = context
  for (let index = 1; index < dates.length; index++) {
    const first = dates[index - 1]
    const second = dates[index]
    if (!first || !second || second.start - first.end > GAP) continue
    const between = text.slice(first.end, second.start)
    const from = earliest(first, second)
    const to = latest(first, second)
    if (from === undefined || to === '' || to >= from || /[\n.;!?]\s/.test(between.replace(/\b\p{L}{1,4}\.\s/gu, '')))
      continue
    const a = doc.text.slice(first.date.start, first.date.end)
    const b = doc.text.slice(second.date.start, second.date.end)
    const lead = text.slice(Math.max(0, first.start - 100), first.start)
    const led = BEFORE_RANGE.test(lead.slice(-40))
    if (led && isMoved(lead)) continue
    // Without their years "from December 12 to January 3" is no contradiction: a year may turn in between.
    const yearsKnown = first.year === undefined ? first.month === second.month : second.year !== undefined
    if (yearsKnown && (led ? IN_RANGE : WITHOUT_LEAD).test(between))
      yield finding(
        context,
        { start: first.date.start, end: second.date.end },
        `This period ends (${b}) before it begins (${a}).`,
        first.date,
      )
    else if (
      LATER.test(between) ||
      (yearsKnown && inSequence(text.slice(Math.max(0, first.start - 70), first.start), between))
    )
      yield finding(context, second.date, `${b} is said to come after ${a}, but it lies before it.`, first.date)
  }
  for (const match of hasYearRange(text) ? text.matchAll(YEARS) : []) {
    const { a = match.groups?.['c'] ?? '', b = '' } = match.groups ?? {}
    const at = match.indices?.groups?.['a']?.[0] ?? match.indices?.groups?.['c']?.[0] ?? match.index
    if (Number(b) < Number(a) && !isMoved(text.slice(Math.max(0, at - 100), at)))
      yield finding(
        context,
        { start: at, end: match.index + match[0].length },
        `This period ends (${b}) before it begins (${a}).`,
        { start: at, end: at + 4 },
      )
  }
  yield* mixed(context, dates)
}

/** A bare year at one end of the range: "from June 2021 to 2019", "between April 2016 and March 2015" come from dates above. */
function* mixed(context: CheckContext, dates: readonly PrintedDate[]): Generator<Finding> {
  const { doc, text } = context
  for (const date of dates) {
    if (date.year === undefined || !BEFORE_RANGE.test(text.slice(Math.max(0, date.start - 40), date.start))) continue
    const match =
      /^\s?(?:to|until|till|through|and)\s(?:early\s|mid-?\s?|late\s)*((?:19|20)\d\d)\b(?![%,.]\d|-\d)/i.exec(
        text.slice(date.end, date.end + 30),
      )
    if (!match?.[1] || Number(match[1]) >= date.year) continue
    if (isMoved(text.slice(Math.max(0, date.start - 100), date.start))) continue
    const words = doc.text.slice(date.date.start, date.date.end)
    yield finding(
      context,
      { start: date.date.start, end: date.end + match[0].length },
      `This period ends (${match[1]}) before it begins (${words}).`,
      date.date,
    )
  }
}

/** An end before its beginning, a later event on an earlier day. */
export const dateOrder: Check = {
  id: 'date-order',
  severity: 'error',
  needs: ['period'],
  title: 'The end lies before the beginning',
  why:
    'Catches periods that end before they begin ("between April 2016 and March 2015") and events told as later that lie earlier. ' +
    'Dates without a year take the one nearest to publication; where a year may turn in between, the check keeps quiet. ' +
    'Wrong when two dates stand beside each other without belonging together.',
  examples: {
    flagged: [
      'The intruders had access between [[April 2016 and March 2015]].',
      'Losses tripled from [[2016 to 2015]], the company said.',
      'Date: 2017-06-01\n\nThe hole was closed on May 24, 2017 (and tested later, on [[May 21, 2017]]).',
      'The campaign ran from [[June 2021 to 2019]].',
      'They moved through the network from [[May 12, 2025 to May 5, 2025]].',
      'It was reported to the maker on May 10, 2017, and fixed on [[April 2, 2017]].',
      'He was arrested in June 2017 and sentenced in [[May 2016]], a court heard.',
    ],
    clean: [
      'The intruders had access between April 2015 and March 2016.',
      'Date: 2018-02-01\n\nIt was open from December 12 to January 3.',
      'Date: 2018-02-01\n\nIt was found on May 24, 2017, earlier than the one of May 21, 2017.',
      'It was found on May 10, 2017, and had been fixed on April 2, 2017.',
      'The campaigns of 2020 and 2019 were alike.',
      'The trial was moved from May 12, 2025 to May 5, 2025. They brought the launch forward from June 2021 to April 2021.',
      'Date: 2018-03-20\n\nThey had access from 1 January through 22 June 2016.',
      'Date: 2018-03-20\n\nThey had access from 1 October to 22 January 2016.',
    ],
  },
  run: context => {
    const dates = printedDates(context)
    return dates.length === 0 && !hasYearRange(context.text) ? NONE : findings(context, dates)
  },
}
