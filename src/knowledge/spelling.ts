import { FOLDED, SPACE, unitOf } from '../normalise/units.ts'

const isUpper = (code: number): boolean => code >= 65 && code <= 90
const isLower = (code: number): boolean => code >= 97 && code <= 122
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether a letter stands before a digit or a small one before a capital: where a name may be written apart. */
function hasJoint(name: string): boolean {
  let before = 0
  for (let at = 0; at < name.length; at++) {
    const here = name.charCodeAt(at)
    if (isDigit(here) ? isUpper(before) || isLower(before) : isUpper(here) && isLower(before)) return true
    before = here
  }
  return false
}

/** Two words of three letters and more, each with a capital of its own. */
const TWO_WORDS = /^(\p{Lu}\p{Ll}{2,}) (\p{Lu}\p{Ll}{2,})$/u

/**
 * Spellings that name the same thing: "APT38" is also written "APT 38", "BazarLoader" also "Bazar Loader"; where `joined`,
 * "Bad Rabbit" also "BadRabbit".
 */
export function spellings(name: string, joined = false): string[] {
  const list = [name]
  if (joined && TWO_WORDS.test(name)) list.push(name.replace(' ', ''))
  if (hasJoint(name)) {
    const apart = name.replace(/([A-Za-z])(?=\d)/g, '$1 ').replace(/([a-z])(?=[A-Z][a-z]{2})/g, '$1 ')
    if (apart !== name) list.push(apart)
  }
  if (isDigit(name.charCodeAt(name.length - 1)) && /^[A-Za-z]+[- ]\d+$/.test(name)) list.push(name.replace(/[- ]/, ''))
  return list
}

const isGap = (code: number): boolean =>
  code === 32 ||
  code === 45 ||
  code === 95 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2010 && code <= 0x2015)

/** Whether a stretch of text spells the name with its own capitals, or all in capitals; spaces and hyphens aside. */
export function writtenAs(name: string, text: string, start: number, end: number): boolean {
  if (name.length === end - start && text.startsWith(name, start)) return true
  if (same(name, text, start, end)) return true
  const upper = name.toUpperCase()
  return upper.length === name.length && same(upper, text, start, end)
}

function same(name: string, text: string, start: number, end: number): boolean {
  let at = start
  for (let position = 0; position < name.length; position++) {
    const unit = name.charCodeAt(position)
    if (isGap(unit)) continue
    while (at < end && isGap(text.charCodeAt(at))) at++
    if (at >= end || !sameUnit(unit, text.charCodeAt(at))) return false
    at++
  }
  while (at < end && isGap(text.charCodeAt(at))) at++
  return at === end
}

/** Whether a stretch of text has the letters and marks of a name, case and accents aside, white space and hyphens as well. */
export function spells(name: string, text: string, start: number, end: number): boolean {
  let at = start
  for (let position = 0; position < name.length; position++) {
    const unit = unitOf(name.charCodeAt(position)) & FOLDED
    if (unit === SPACE) continue
    while (at < end && (unitOf(text.charCodeAt(at)) & FOLDED) === SPACE) at++
    if (at >= end || (unitOf(text.charCodeAt(at)) & FOLDED) !== unit) return false
    at++
  }
  return at === end
}

/** Typographic and plain apostrophes are one. */
const sameUnit = (a: number, b: number): boolean =>
  a === b || ((a === 39 || a === 0x2019) && (b === 39 || b === 0x2019))
