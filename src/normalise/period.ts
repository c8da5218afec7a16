import { parts, stamp } from './calendar.ts'
import { type Point, readYearWhen } from './point.ts'
import { DECADES } from './time-tables.ts'
import { readOrdinal, seasonOf } from './time-words.ts'
import { at, type Read, type Token, type Tokens } from './tokens.ts'
import { type Anchor, ofHalf, ofQuarter, ofSeason, ofYears, type When } from './when.ts'

const open = (timex: string): When => ({ timex })

/** A year that stands beside a period: the one named or meant, else the one of publication. */
function yearOf(when: When | undefined, anchor: Anchor): number | undefined {
  const day = when?.from ?? (when === undefined ? anchor.published : undefined)
  return day === undefined ? undefined : parts(day).year
}

/** The latest year whose period (beginning in `month`) began before publication. */
function latestYear(anchor: Anchor, month: number): number | undefined {
  if (anchor.published === undefined) return undefined
  const { year } = parts(anchor.published)
  return stamp(year, month, 1) > anchor.published && !anchor.future ? year - 1 : year
}

/** "Q3 2018", "2017-q1", "H2", "the third quarter of last year", "second half of 2018". */
export function readQuarter(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const year = readYearWhen(tokens, start, anchor)
  const gap = year ? (/^[-,]$/.test(at(tokens, year.next)) ? year.next + 1 : year.next) : start
  const from = at(tokens, gap) === 'the' ? gap + 1 : gap
  const part = tokens.list[from]?.line && from > start ? undefined : readPart(tokens, from)
  if (!part) return undefined
  const after = year ? undefined : readYearOf(tokens, part.next, anchor)
  const number =
    year || after
      ? yearOf(year?.value ?? after?.value, anchor)
      : latestYear(anchor, (part.value.number - 1) * part.value.months + 1)
  const { months } = part.value
  const index = part.value.number || 12 / months
  // "the last quarter" is the one before publication unless a year says whose last it is.
  if (part.value.number === 0 && !after) return undefined
  if (part.value.words && !year && !after && months === 6) return undefined
  const when =
    number === undefined
      ? open(`XXXX-${months === 3 ? 'Q' : 'H'}${index}`)
      : months === 3
        ? ofQuarter(number, index)
        : ofHalf(number, index)
  return { value: { when }, next: after?.next ?? part.next }
}

/** "Q3", "third quarter", "H1", "first half"; number 0 for "last quarter". */
function readPart(
  tokens: Tokens,
  start: number,
): Read<{ readonly number: number; readonly months: 3 | 6; readonly words: boolean }> | undefined {
  const letter = tokens.list[start]
  const digit: Token | undefined = tokens.list[start + 1]
  if ((letter?.text === 'q' || letter?.text === 'h') && digit?.kind === 'digits' && !digit.spaced) {
    const number = Number(digit.text)
    const months = letter.text === 'q' ? 3 : 6
    const glued = tokens.list[start + 2]
    return number >= 1 && number <= 12 / months && !(glued?.kind === 'word' && !glued.spaced)
      ? { value: { number, months, words: false }, next: start + 2 }
      : undefined
  }
  const last = at(tokens, start) === 'last' || at(tokens, start) === 'final'
  const ordinal = last ? { value: 0, next: start + 1 } : readOrdinal(tokens, start)
  if (!ordinal) return undefined
  const next = /^[-\u2010]$/.test(at(tokens, ordinal.next)) ? ordinal.next + 1 : ordinal.next
  const months = at(tokens, next) === 'quarter' ? 3 : at(tokens, next) === 'half' ? 6 : 0
  if (months === 0 || ordinal.value > 12 / months) return undefined
  return { value: { number: ordinal.value, months, words: true }, next: next + 1 }
}

/** "2018", "of 2018", ", 2018", "of last year", "this year" after a period. */
function readYearOf(tokens: Tokens, start: number, anchor: Anchor): Read<When> | undefined {
  const from = /^(?:of|in|,|-)$/.test(at(tokens, start)) ? start + 1 : start
  return tokens.list[from]?.line ? undefined : readYearWhen(tokens, from, anchor)
}

/** "summer 2016", "the spring of 1978", "last winter" is relative; a season alone has no year. */
export function readSeason(tokens: Tokens, start: number, anchor: Anchor): Read<Point> | undefined {
  const word = tokens.list[start]
  const season = word && seasonOf(word.text)
  if (!word || !season) return undefined
  const year = readYearOf(tokens, start + 1, anchor)
  const number = yearOf(year?.value, {})
  if (year && number !== undefined)
    return { value: { when: ofSeason(number, season.code, season.first) }, next: year.next }
  const common = word.text === 'fall' || word.text === 'spring'
  const named = /^[A-Z]/.test(tokens.source.slice(word.start, word.end)) && start > 0
  return common || named || !/^(?:the|in|during|since|last|,|this|leave)$/.test(at(tokens, start - 1))
    ? undefined
    : { value: { when: open(season.code) }, next: start + 1 }
}

/** "1990s", "the 1970's", "'80s", "nineties", "noughties". */
export function readDecade(tokens: Tokens, start: number): Read<Point> | undefined {
  const decade = (first: number, next: number): Read<Point> => ({ value: { when: ofYears(first, first + 9) }, next })
  const token = tokens.list[start]
  if (token?.kind === 'digits') {
    const quote = /^['\u2019]$/.test(at(tokens, start + 1)) ? start + 2 : start + 1
    const plural = tokens.list[quote]
    if (plural?.text !== 's' || (plural.spaced && token.text.length < 4) || !/0$/.test(token.text)) return undefined
    if (/^(?:1[5-9]|20)[0-9]0$/.test(token.text)) return decade(Number(token.text), quote + 1)
    const old = /^(?:the|in|['\u2019]|early|late|mid)$/.test(at(tokens, start - 1))
    return /^[2-9]0$/.test(token.text) && old ? decade(1900 + Number(token.text), quote + 1) : undefined
  }
  const word = DECADES.get(at(tokens, start))
  if (word !== undefined && /^(?:the|in|early|late|mid)$/.test(at(tokens, start - 1)))
    return decade((word > 20 ? 1900 : 1900) + word, start + 1)
  if (at(tokens, start) === 'noughties') return decade(2000, start + 1)
  return at(tokens, start) === 'two' && at(tokens, start + 1) === 'thousands' ? decade(2000, start + 2) : undefined
}
