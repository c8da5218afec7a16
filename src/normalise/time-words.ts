import { CARDINALS, ORDINALS } from './number-words.ts'
import { isHyphen } from './sum.ts'
import { MONTHS, SEASONS, WEEKDAYS } from './time-tables.ts'
import { at, type Read, type Tokens } from './tokens.ts'

export const seasonOf = (word: string): { readonly code: string; readonly first: number } | undefined =>
  SEASONS.get(word)

/** A month's name at a token (1 to 12), its dot included. */
export function readMonth(tokens: Tokens, index: number): Read<number> | undefined {
  const month = MONTHS.get(at(tokens, index))
  if (month === undefined) return undefined
  const token = tokens.list[index]
  const short =
    (token?.text.length ?? 0) < 5 && token?.text !== 'may' && token?.text !== 'june' && token?.text !== 'july'
  const dot = short && at(tokens, index + 1) === '.' && !tokens.list[index + 1]?.spaced
  return { value: month, next: dot ? index + 2 : index + 1 }
}

/** A weekday's name at a token, Monday 1 to Sunday 7, its dot included. */
export function readWeekday(tokens: Tokens, index: number): Read<number> | undefined {
  const word = at(tokens, index)
  const day = WEEKDAYS.get(word) ?? (word.endsWith('days') ? WEEKDAYS.get(word.slice(0, -1)) : undefined)
  if (day === undefined) return undefined
  const dot = word.length < 6 && at(tokens, index + 1) === '.' && !tokens.list[index + 1]?.spaced
  return { value: day, next: dot ? index + 2 : index + 1 }
}

const SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])

/** An ordinal: "21st", "third", "twenty-first". */
export function readOrdinal(tokens: Tokens, index: number): Read<number> | undefined {
  const token = tokens.list[index]
  if (token?.kind === 'digits') {
    const suffix = tokens.list[index + 1]
    if (suffix === undefined || !SUFFIXES.has(suffix.text) || suffix.spaced || token.text.length > 3) return undefined
    return { value: Number(token.text), next: index + 2 }
  }
  const word = ORDINALS.get(at(tokens, index))
  if (word !== undefined) return { value: word, next: index + 1 }
  const tens = CARDINALS.get(at(tokens, index)) ?? 0
  const after = isHyphen(at(tokens, index + 1)) ? index + 2 : index + 1
  const unit = ORDINALS.get(at(tokens, after)) ?? 99
  return tens >= 20 && tens < 100 && unit < 10 ? { value: tens + unit, next: after + 1 } : undefined
}

/** A day of the month: "3", "3rd", "third", "twenty-one"; at most 31. */
export function readDayNumber(tokens: Tokens, index: number): Read<number> | undefined {
  const ordinal = readOrdinal(tokens, index)
  if (ordinal) return ordinal.value <= 31 ? ordinal : undefined
  const token = tokens.list[index]
  if (token?.kind === 'digits') {
    const day = Number(token.text)
    return token.text.length <= 2 && day >= 1 && day <= 31 ? { value: day, next: index + 1 } : undefined
  }
  const value = CARDINALS.get(at(tokens, index)) ?? 0
  const after = isHyphen(at(tokens, index + 1)) ? index + 2 : index + 1
  const unit = CARDINALS.get(at(tokens, after)) ?? 99
  if (value === 20 && unit > 0 && unit < 10) return { value: value + unit, next: after + 1 }
  return value >= 1 && value <= 30 ? { value, next: index + 1 } : undefined
}

/** A year in four digits, from 1800 to 2099. */
export function readYear(tokens: Tokens, index: number): Read<number> | undefined {
  const token = tokens.list[index]
  if (token?.kind !== 'digits' || token.text.length !== 4) return undefined
  const value = Number(token.text)
  return value >= 1800 && value < 2100 ? { value, next: index + 1 } : undefined
}

/** A year in words: "nineteen eighty-six", "two thousand and eighteen". */
export function readYearWords(tokens: Tokens, index: number): Read<number> | undefined {
  const first = CARDINALS.get(at(tokens, index))
  if (first === 2 && at(tokens, index + 1) === 'thousand') {
    const from = at(tokens, index + 2) === 'and' ? index + 3 : index + 2
    const rest = readBelowHundred(tokens, from)
    return rest ? { value: 2000 + rest.value, next: rest.next } : { value: 2000, next: index + 2 }
  }
  if (first === undefined || first < 17 || first > 20) return undefined
  const rest = readBelowHundred(tokens, isHyphen(at(tokens, index + 1)) ? index + 2 : index + 1)
  return rest && rest.value >= 10 ? { value: first * 100 + rest.value, next: rest.next } : undefined
}

function readBelowHundred(tokens: Tokens, index: number): Read<number> | undefined {
  const value = CARDINALS.get(at(tokens, index))
  if (value === undefined || value === 0) return undefined
  const after = isHyphen(at(tokens, index + 1)) ? index + 2 : index + 1
  const unit = CARDINALS.get(at(tokens, after)) ?? 0
  return value >= 20 && unit > 0 && unit < 10 ? { value: value + unit, next: after + 1 } : { value, next: index + 1 }
}
