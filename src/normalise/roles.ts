import { AMOUNT_LEADS, SIGNS as MONEY_SIGNS } from './currency.ts'
import { HOLIDAY_OPENERS } from './holidays.ts'
import { CARDINALS, DENOMINATORS, ORDINALS, SCALES, SIGNS, VAGUE } from './number-words.ts'
import { DECADES, MONTHS, MULTIPLES, PARTS, SEASONS, SIDES, TIME_UNITS, WEEKDAYS } from './time-tables.ts'
import { WordTable } from './word-table.ts'

/** What may begin at a token, as bits. */
export const OPENS_DATE = 1
export const OPENS_AMOUNT = 2
/** Begins one only in the company of the next word. */
export const WEAK = 4
/** Is company enough itself. */
export const STRONG = 8

/** Which grammars a word may begin: what spares the others the look. Digits, and words and marks that begin a number. */
export const DIGITS = 1 << 4
export const CARDINAL = 1 << 5
export const ORDINAL = 1 << 6
/** All that may begin a number: digits, cardinals, articles, fractions, signs. */
export const NUMBER = 1 << 7
/** "few", "some", "thousands": sums and stretches that nobody counted. */
export const LOOSE = 1 << 8
/** Signs and letters before an amount of money. */
export const MONEY = 1 << 9
/** Without one of these nothing begins at a token. */
export const OPENING = OPENS_DATE | OPENS_AMOUNT | MONEY
export const MONTH = 1 << 10
export const WEEKDAY = 1 << 11
export const SEASON = 1 << 12
export const DECADE = 1 << 13
export const HOLIDAY = 1 << 14
/** "last", "this", "next", "recent". */
export const SIDE = 1 << 15
/** "day", "week", "month": units that have a place in the calendar. */
export const UNIT = 1 << 16
/** "today", "yesterday". */
export const DAY = 1 << 17
/** "early", "end". */
export const PART = 1 << 18
/** "in", "within". */
export const WITHIN = 1 << 19
/** "after", "since": one end of a stretch. */
export const BOUND = 1 << 20
/** "from", "between". */
export const RANGE = 1 << 21
/** "year", and the letters of years and their parts: "FY", "Q". */
export const YEAR = 1 << 22
/** "days", "many": times without a count. */
export const UNCOUNTED = 1 << 23
/** "every", "each". */
export const EVERY = 1 << 24
/** "the", "these": what stands before the head of a date. */
export const ARTICLE = 1 << 26
/** "third", "halves". */
export const DENOMINATOR = 1 << 25

const words = (list: string): string[] => list.trim().split(/\s+/)

/** Words that belong to dates and amounts, and begin none. */
const COMPANY =
  words(`decade fortnight night morning evening afternoon fiscal calendar school working financial business
  academic work times other s now present date day to`)

const ROLES = new Map<string, number>()
for (const [list, role] of [
  [[...COMPANY, ...TIME_UNITS.keys(), ...MULTIPLES.keys(), ...SCALES.keys()], STRONG],
  [CARDINALS.keys(), OPENS_DATE | OPENS_AMOUNT | CARDINAL | NUMBER],
  [words('minus negative'), OPENS_AMOUNT | NUMBER],
  [words('half quarter'), OPENS_AMOUNT | NUMBER],
  [[...VAGUE.keys(), ...words('few several couple')], OPENS_AMOUNT | LOOSE],
  [words('percent percents hundred'), OPENS_AMOUNT],
  [words('days weeks months years hours minutes decades'), OPENS_DATE | OPENS_AMOUNT | UNCOUNTED],
  [words('weekends'), OPENS_DATE],
  [words('few several couple half'), OPENS_DATE | LOOSE],
  [words('many'), OPENS_DATE | OPENS_AMOUNT | WEAK | LOOSE | UNCOUNTED],
  [words('a an'), OPENS_DATE | OPENS_AMOUNT | WEAK | NUMBER | LOOSE],
  [words('the these'), ARTICLE],
  [words('the'), OPENS_DATE | OPENS_AMOUNT | WEAK | LOOSE],
  [words('some all whole entire full another'), OPENS_AMOUNT | WEAK | LOOSE],
  [AMOUNT_LEADS, MONEY],
  [words('every each'), OPENS_AMOUNT | WEAK | EVERY],
  [words('today tonight yesterday tomorrow'), OPENS_DATE | DAY],
  [words('week weekend year'), OPENS_DATE | UNIT],
  [words('day'), OPENS_DATE | WEAK | UNIT],
  [words('month quarter decade workweek'), UNIT],
  [words('year cy fy'), OPENS_DATE | YEAR],
  [words('q h'), OPENS_DATE | YEAR],
  [PARTS, PART],
  [words('early earlier late later mid middle end beginning start rest'), OPENS_DATE],
  [DECADES.keys(), OPENS_DATE | DECADE],
  [words('noughties two'), OPENS_DATE | DECADE],
  [MONTHS.keys(), OPENS_DATE | MONTH],
  [[...WEEKDAYS.keys()].flatMap(name => [name, `${name}s`]), OPENS_DATE | WEEKDAY],
  [SEASONS.keys(), OPENS_DATE | SEASON],
  [ORDINALS.keys(), OPENS_DATE | ORDINAL],
  [HOLIDAY_OPENERS, OPENS_DATE | HOLIDAY],
  [words('new good black cyber'), OPENS_DATE | WEAK],
  [words('starting beginning later greater'), OPENS_DATE | BOUND],
  [words('prior since after before until till'), OPENS_DATE | WEAK | BOUND],
  [words('from between'), OPENS_DATE | WEAK | RANGE],
  [words('these'), OPENS_DATE | WEAK],
  [words('for'), WEAK],
  [words('in'), OPENS_DATE | WEAK | WITHIN],
  [words('within'), OPENS_DATE | WITHIN],
  [[...SIDES.keys(), 'recent'], OPENS_DATE | WEAK | SIDE],
  [words('final'), SIDE],
  [[...DENOMINATORS.keys()].flatMap(name => [name, `${name}s`]), DENOMINATOR],
] satisfies [Iterable<string>, number][])
  for (const word of list) ROLES.set(word, (ROLES.get(word) ?? 0) | role)

const MARKS = new Map<string, number>([
  ...['-', '.'].map((mark): [string, number] => [mark, OPENS_AMOUNT | NUMBER]),
  ...[...SIGNS.keys()].map((mark): [string, number] => [mark, OPENS_AMOUNT | NUMBER]),
  ...[...MONEY_SIGNS.keys()].map((mark): [string, number] => [mark, OPENS_AMOUNT | MONEY]),
])

/** The words that have a role, with its bits. */
export const ROLE_WORDS: WordTable<number> = new WordTable(ROLES)

/** Bits of a run of digits. */
export const ROLE_OF_DIGITS = OPENS_DATE | OPENS_AMOUNT | DIGITS | NUMBER

/** Bits of a mark. */
export const roleOfMark = (mark: string): number => MARKS.get(mark) ?? 0
