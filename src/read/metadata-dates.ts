import { publishedDate } from './published.ts'

/** A date that a page states, and the field that states it. */
export interface Stated {
  readonly value: string
  readonly from: string
}

export interface PageDates {
  readonly published?: string
  readonly publishedFrom?: string
  readonly modified?: string
  readonly notes: readonly string[]
}

/** The web is younger; earlier dates are placeholders (0001-01-01, 1970-01-01). */
const EARLIEST = '1990-01-01'
const DAY = 86_400_000

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const WITHIN = new RegExp(
  `\\b(?:${MONTH}\\s{1,3}\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,3}\\d{4}|\\d{1,2}(?:st|nd|rd|th)?[\\s-]{1,3}${MONTH},?[\\s-]{1,3}\\d{4}|\\d{4}-\\d\\d-\\d\\d)(?!\\d)`,
  'i',
)

/** The day (or instant) that a field's value states; the value may carry words around a written-out day. */
export function dateIn(value: string): string | undefined {
  const text = value.replace(/\s+/g, ' ').trim().slice(0, 200)
  return publishedDate(text) ?? publishedDate(WITHIN.exec(text)?.[0] ?? '')
}

/** A day in an address: `/2019/11/18/`, `/2019/nov/18/`, `/2019-11-18`. */
export function dateInUrl(url: string): string | undefined {
  const match = /[/=_-]((?:19|20)\d\d)([/-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?=[/?#_.-]|$)/i.exec(url.slice(0, 500))
  if (!match) return undefined
  const [, year = '', , month = '', day = ''] = match
  return /\d/.test(month) ? publishedDate(`${year}-${month}-${day}`) : publishedDate(`${day} ${month} ${year}`)
}

const dayOf = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
const apart = (a: string, b: string): boolean => Math.abs(dayOf(a) - dayOf(b)) > DAY

/**
 * Chooses among the dates that a page states, best field first. A date that is not clear, before the web or after `now`
 * is no date; where two fields are more than a day apart (the publisher's day and the UTC day differ by one) the address
 * decides if it can, and a note says so.
 * @param now milliseconds since the epoch
 */
export function chooseDates(published: readonly Stated[], modified: readonly Stated[], now: number): PageDates {
  const notes: string[] = []
  const usable = (list: readonly Stated[]): Stated[] =>
    list.flatMap(({ value, from }) => {
      const date = dateIn(value)
      if (date === undefined || date < EARLIEST) return []
      if (dayOf(date) > now + DAY) {
        notes.push(`${from} says ${date}, which is in the future: not used`)
        return []
      }
      return [{ value: date, from }]
    })
  const dates = usable(published)
  const address = dates.find(({ from }) => from === 'url')
  const first = dates[0]
  const agreed =
    first && address && apart(first.value, address.value)
      ? dates.find(date => date !== address && !apart(date.value, address.value))
      : undefined
  const chosen = agreed ?? first
  if (!chosen) return { notes, ...modifiedOf(usable(modified)) }
  const other = dates.find(({ value }) => apart(value, chosen.value))
  if (other) notes.push(`dates disagree: ${chosen.from} says ${chosen.value}, ${other.from} says ${other.value}`)
  const printed = dates.find(
    ({ value, from }) => /^(?:time|dateline)$/.test(from) && value.slice(0, 10) !== chosen.value.slice(0, 10),
  )
  if (printed && printed !== other) notes.push(`the page prints ${printed.value.slice(0, 10)} as its day`)
  return { published: chosen.value, publishedFrom: chosen.from, notes, ...modifiedOf(usable(modified)) }
}

const modifiedOf = ([first]: readonly Stated[]): Pick<PageDates, 'modified'> => (first ? { modified: first.value } : {})
