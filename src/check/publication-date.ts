import type { Finding } from '../model/discrepancy.ts'
import type { Document } from '../model/document.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { type Day, dayOf, daysBetween, parts, stamp } from '../normalise/calendar.ts'
import { matches } from '../normalise/matches.ts'
import { lateDates, toldAsPast } from './late-dates.ts'
import { MONTH_NAMES, monthNumber } from './months.ts'
import type { PrintedDate } from './printed-dates.ts'
import { sentenceAt } from './sentence-at.ts'
import { namesRound, rounds } from './update-rounds.ts'
import type { Dated, Witness } from './witness.ts'

/** Numbers of the next year's list are handed out in its last weeks; before this month none is in print. */
const CVE_EARLIEST_MONTH = 11

/** Different dates after publication told as past: one is a slip of its own (future-date), several speak against the publication date. */
const LATE_DATES = 3

/** Days between "today, 5 May" and the day of publication that time zones, embargoes and weekly papers explain. */
const SAME_DAY = 7

/** Identifiers of a year that had not begun. */
function* identifiers({ text }: Dated, published: Day): Generator<Witness> {
  const { year, month } = parts(published)
  if (month >= CVE_EARLIEST_MONTH) return
  const places = [...text.matchAll(/\bCVE-(\d{4})-\d{4,7}\b/g)].filter(match => Number(match[1]) === year + 1)
  const many = new Set(places.map(([id]) => id)).size
  for (const { 0: id, index } of places)
    yield {
      at: { start: index, end: index + id.length },
      note: `numbers of ${year + 1} were not given out on ${published}`,
      confidence: many > 1 ? 95 : 75,
    }
}

const distinctDays = (dates: readonly PrintedDate[]): number =>
  new Set(dates.map(({ year, month, day }) => `${year}-${month}-${day}`)).size

/** Whether a text has so many years in digits that are not before the given one: a look that spares most texts the reading of dates. */
function namesYears(text: string, from: number, times: number): boolean {
  let left = times
  for (const century of ['19', '20'])
    for (let at = text.indexOf(century); at >= 0; at = text.indexOf(century, at + 1))
      if (Number(text.slice(at, at + 4)) >= from && --left === 0) return true
  return false
}

/** Several dates after publication, told as past. */
function* later(context: Dated, published: Day): Generator<Witness> {
  const late = lateDates(context, published)
  if (distinctDays(late) < LATE_DATES) return
  const dated = { ...context, sentence: (position: number) => sentenceAt(context.doc, position) }
  const past = late.filter(date => toldAsPast(dated, date))
  if (distinctDays(past) < LATE_DATES) return
  for (const { date } of past) yield { at: date, note: `told as past, but after ${published}`, confidence: 85 }
}

/** "today (March 5)", "yesterday, 4 May": the text says itself when it was written. */
const TODAY = new RegExp(
  `\\b(?<when>[Tt]oday|[Yy]esterday)(?:,\\s|\\s\\(|\\s)(?:the\\s)?(?:(?<m1>${MONTH_NAMES})\\s(?<d1>\\d{1,2})|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s(?<m2>${MONTH_NAMES}))(?:st|nd|rd|th)?\\b(?!,?\\s(?:19|20)\\d\\d)`,
  'g',
)

/** The two words, less a letter that may be a capital. */
const TODAY_WORDS = ['oday', 'esterday']

function* written({ text }: Dated, published: Day): Generator<Witness> {
  const { year } = parts(published)
  for (const match of matches(TODAY, text)) {
    const { when = '', m1, d1, d2, m2 } = match.groups ?? {}
    const day = Number(d1 ?? d2)
    if (day < 1 || day > 28) continue
    const away = [year - 1, year, year + 1].map(candidate =>
      Math.abs(daysBetween(stamp(candidate, monthNumber(m1 ?? m2 ?? ''), day), published)),
    )
    if (Math.min(...away) <= SAME_DAY) continue
    yield {
      at: { start: match.index, end: match.index + match[0].length },
      note: `${when.toLowerCase()} is ${published} by the publication date`,
      confidence: 80,
    }
  }
}

/** What the text holds against the publication date of its document, surest first; nothing when they agree or none is known. */
export function refuted(context: Dated): readonly Witness[] {
  const { doc, text } = context
  const published = dayOf(doc.published)
  if (published === undefined) return []
  const witnesses: Witness[] = []
  if (text.includes('CVE-')) witnesses.push(...identifiers(context, published))
  if (namesYears(text, parts(published).year, LATE_DATES)) witnesses.push(...later(context, published))
  if (TODAY_WORDS.some(word => text.includes(word))) witnesses.push(...written(context, published))
  if (namesRound(text)) witnesses.push(...rounds(context, published))
  return witnesses.sort((a, b) => b.confidence - a.confidence || a.at.start - b.at.start)
}

/** The document without its publication date when the text refutes it: nothing may be counted from such a date. */
export function anchored(doc: Document, text: string): Document {
  if (refuted({ doc, text }).length === 0) return doc
  const { published: _refuted, ...undated } = doc
  return undated
}

/** "5 November" for 11 May: the publication date with day and month swapped, when there is such a day. */
function swapped(published: Day): Day | undefined {
  const { year, month, day } = parts(published)
  return day <= 12 && day !== month ? stamp(year, day, month) : undefined
}

function* findings(context: CheckContext): Generator<Finding> {
  const [first, ...others] = refuted({ doc: context.dated, text: context.text })
  const published = dayOf(context.dated.published)
  if (!first || published === undefined) return
  const turned = swapped(published)
  const other =
    turned !== undefined && refuted({ text: context.text, doc: { ...context.dated, published: turned } }).length === 0
  yield {
    confidence: first.confidence,
    at: context.select(first.at),
    subject: `published:${published}`,
    message:
      `The article is dated ${published}, and “${context.doc.text.slice(first.at.start, first.at.end)}” speaks against it: ${first.note}. ` +
      (other ? `With day and month swapped, ${turned}, it would fit. ` : '') +
      'Dates such as \u201clast month\u201d are left unresolved in this article.',
    evidence: others.slice(0, 6).map(({ at, note }) => ({ role: 'for', note, at: context.select(at) })),
  }
}

/** The text refutes the publication date. */
export const publicationDate: Check = {
  id: 'publication-date',
  severity: 'error',
  needs: ['refuted-date'],
  title: 'The text refutes the publication date',
  why:
    'Catches a publication date that the text cannot live with: identifiers of a later year, three or more later days told as past, a \u201ctoday\u201d with ' +
    'another date, a new monthly update of another month. One flag is raised, and the other checks and relative dates do without the publication date. ' +
    'Wrong when comments or page furniture younger than the article stand in its text.',
  examples: {
    flagged: [
      'Date: 2017-04-03\n\nSplunk fixed [[CVE-2018-7427]] and CVE-2018-7432.',
      'Date: 2018-05-11\n\nThis week, Adobe released updates. The [[November updates]] fixed three flaws. The November updates are small.',
      'Date: 2018-01-16\n\nThe bank said [[today (March 5]]) that it was hacked.',
    ],
    clean: [
      'Date: 2018-12-03\n\nThe firm reserved CVE-2019-0001.',
      'Date: 2018-05-11\n\nThis week, Adobe released updates. The April updates were larger.',
      'Date: 2018-05-11\n\nThe bank said today (May 10) that it was hacked.',
      'Date: 2018-05-11\n\nPatch CVE-2018-0101 and CVE-2017-0144.',
    ],
  },
  run: findings,
}
