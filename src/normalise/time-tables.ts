/** Months, 1 to 12, by name and short form. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  'january jan,february feb febr,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,december dec'
    .split(',')
    .flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/** Weekdays, Monday 1 to Sunday 7, by name and short form. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  'monday mon,tuesday tue tues,wednesday wed weds,thursday thu thur thurs,friday fri,saturday sat,sunday sun'
    .split(',')
    .flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/** TIMEX3 codes of seasons, and the months they cover north of the equator. */
export const SEASONS: ReadonlyMap<string, { readonly code: string; readonly first: number }> = new Map([
  ['spring', { code: 'SP', first: 3 }],
  ['summer', { code: 'SU', first: 6 }],
  ['autumn', { code: 'FA', first: 9 }],
  ['fall', { code: 'FA', first: 9 }],
  ['winter', { code: 'WI', first: 12 }],
])

export const DECADES: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index): [string, number] => [word, index * 10 + 20]),
)

/** Units of time: their TIMEX3 letter, `T` before those below a day. Nights count as days. */
export const TIME_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Y: 'year years yr yrs',
    M: 'month months mo mos mth mths',
    W: 'week weeks wk wks workweek workweeks',
    D: 'day days night nights',
    TH: 'hour hours hr hrs',
    TM: 'minute minutes min mins',
    TS: 'second seconds sec secs',
    WE: 'weekend weekends',
  }).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word, unit])),
)

/** Words for several of a unit. */
export const MULTIPLES: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['decade', [10, 'Y']],
  ['decades', [10, 'Y']],
  ['century', [100, 'Y']],
  ['centuries', [100, 'Y']],
  ['quarter', [3, 'M']],
  ['quarters', [3, 'M']],
  ['fortnight', [2, 'W']],
  ['fortnights', [2, 'W']],
])

/** Words that say on which side of the present a unit lies. */
export const SIDES: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ...'last past previous prior preceding'.split(' ').map((word): [string, -1] => [word, -1]),
  ...'this current same'.split(' ').map((word): [string, 0] => [word, 0]),
  ...'next coming upcoming following'.split(' ').map((word): [string, 1] => [word, 1]),
])

/** Words that name a part of what follows. */
export const PARTS: ReadonlySet<string> = new Set(
  'early earlier late later mid middle end beginning start rest begining'.split(' '),
)
