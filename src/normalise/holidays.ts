import { move, stamp, weekday } from './calendar.ts'

/** The n-th weekday (Monday 1) of a month. */
const nth = (year: number, month: number, name: number, count: number): string => {
  const first = stamp(year, month, 1)
  return move(first, { days: ((name - weekday(first) + 7) % 7) + (count - 1) * 7 })
}
/** Western Easter Sunday, by the Meeus/Jones/Butcher rule. */
function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return stamp(year, Math.floor(n / 31), (n % 31) + 1)
}
const fixed =
  (month: number, day: number) =>
  (year: number): string =>
    stamp(year, month, day)
const thanksgiving = (year: number): string => nth(year, 11, 4, 4)

/** Days with a name, as English-language news uses them. */
export const HOLIDAYS: ReadonlyMap<string, (year: number) => string> = new Map([
  ['new year day', fixed(1, 1)],
  ['new year s day', fixed(1, 1)],
  ['new years day', fixed(1, 1)],
  ['new year s eve', fixed(12, 31)],
  ['new years eve', fixed(12, 31)],
  ['valentine s day', fixed(2, 14)],
  ['valentines day', fixed(2, 14)],
  ['saint patrick', fixed(3, 17)],
  ['saint patrick s day', fixed(3, 17)],
  ['st patrick s day', fixed(3, 17)],
  ['easter sunday', easter],
  ['easter', easter],
  ['good friday', year => move(easter(year), { days: -2 })],
  ['easter monday', year => move(easter(year), { days: 1 })],
  ['memorial day', year => (nth(year, 5, 1, 5).slice(5, 7) === '05' ? nth(year, 5, 1, 5) : nth(year, 5, 1, 4))],
  ['independence day', fixed(7, 4)],
  ['labor day', year => nth(year, 9, 1, 1)],
  ['columbus day', year => nth(year, 10, 1, 2)],
  ['halloween', fixed(10, 31)],
  ['veterans day', fixed(11, 11)],
  ['thanksgiving day', thanksgiving],
  ['thanksgiving', thanksgiving],
  ['black friday', year => move(thanksgiving(year), { days: 1 })],
  ['cyber monday', year => move(thanksgiving(year), { days: 4 })],
  ['christmas eve', fixed(12, 24)],
  ['christmas day', fixed(12, 25)],
  ['christmas', fixed(12, 25)],
  ['xmas', fixed(12, 25)],
])
/** Words that begin the name of a day. */
export const HOLIDAY_OPENERS: ReadonlySet<string> = new Set([...HOLIDAYS.keys()].map(name => name.split(' ')[0] ?? ''))
