import type { Claim } from '../../model/claim.ts'
import { tally } from '../../report/group.ts'
import { type Markup, markup } from '../../report/templates/markup.ts'
import { count, figure } from '../../report/words.ts'

const WIDTH = 900
/** Colours that a plot has; what comes after the last but one shares it. */
export const HUES = 7

/** One column of a plot: its name and its parts, each a number of a hue. */
export interface Column {
  readonly name: string
  readonly parts: readonly number[]
}

/** Stacked columns, one a run, with all numbers in its text alternative's table beside it. */
export function columns(what: string, list: readonly Column[]): Markup {
  const height = 180
  const sum = ({ parts }: Column): number => parts.reduce((total, part) => total + part, 0)
  const most = Math.max(1, ...list.map(sum))
  const step = Math.min(90, (WIDTH - 60) / Math.max(1, list.length))
  return markup`<svg class="plot" viewBox="0 0 ${WIDTH} ${height + 30}" width="${WIDTH}" height="${height + 30}" role="img" aria-label="${`${what}: ${list.map(column => `${column.name} ${figure(sum(column))}`).join(', ')}`}">
<line class="line" x1="50" y1="${height}" x2="${WIDTH}" y2="${height}"/><text x="44" y="14" text-anchor="end">${figure(most)}</text><text x="44" y="${height}" text-anchor="end">0</text>
${list.map((column, index) => {
  let y = height
  const x = 54 + index * step
  return markup`${column.parts.map((part, hue) => {
    const tall = (part / most) * (height - 8)
    y -= tall
    return part === 0
      ? ''
      : markup`<rect class="hue-${hue}" x="${round(x)}" y="${round(y)}" width="${round(step * 0.7)}" height="${round(tall)}"/>`
  })}${list.length <= 24 || index % 10 === 0 ? markup`<text x="${round(x + step * 0.35)}" y="${height + 18}" text-anchor="middle">${column.name}</text>` : ''}`
})}</svg>`
}

/** A claim at the middle of the days it is said to hold, on a line of years, in rows by predicate. */
export function timeLine(claims: readonly Claim[]): Markup {
  const dated = claims.flatMap(({ time, predicate }) => {
    const from = yearOf(time?.from)
    const to = yearOf(time?.to ?? time?.from)
    return from === undefined || to === undefined ? [] : [{ predicate, at: (from + to) / 2 }]
  })
  if (dated.length === 0) return markup``
  const first = Math.floor(Math.min(...dated.map(({ at }) => at)))
  const last = Math.floor(Math.max(...dated.map(({ at }) => at))) + 1
  const rows = [...tally(dated, ({ predicate }) => predicate)].sort((a, b) => b[1] - a[1])
  const height = rows.length * 24 + 30
  const x = (year: number): number => 150 + ((year - first) / (last - first)) * (WIDTH - 170)
  const every = Math.max(1, Math.ceil((last - first) / 12))
  const years = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every)
  return markup`<svg class="plot" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${`Dated claims from ${first} to ${last}: ${rows.map(([predicate, number]) => `${count(number, predicate, predicate)}`).join(', ')}`}">
${years.map(year => markup`<line class="line" x1="${round(x(year))}" y1="0" x2="${round(x(year))}" y2="${height - 24}"/><text x="${round(x(year))}" y="${height - 8}" text-anchor="middle">${year}</text>`)}
${rows.map(
  ([predicate], row) =>
    markup`<text x="140" y="${row * 24 + 16}" text-anchor="end">${predicate}</text>${dated
      .filter(claim => claim.predicate === predicate)
      .map(
        ({ at }) => markup`<circle class="dot" fill-opacity="0.6" cx="${round(x(at))}" cy="${row * 24 + 12}" r="5"/>`,
      )}`,
)}</svg>`
}

/** An ISO day as a year with its fraction, near enough for a dot. */
function yearOf(day: string | undefined): number | undefined {
  const [, year, month = '1', date = '1'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '') ?? []
  return year === undefined ? undefined : Number(year) + (Number(month) - 1) / 12 + (Number(date) - 1) / 372
}

const round = (number: number): number => Math.round(number * 10) / 10
