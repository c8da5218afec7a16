import type { Fault } from './identifier-fault.ts'
import { joinsNumbers, signsOf } from './signs.ts'

/** Words before four numbers that make them an address, and such that make them a version. */
const ADDRESS =
  /\b(?:IPv?4?s?|address(?:es)?|servers?|host(?:s|ed|ing)?|C2|C&C|CnC|resolv\w+|subnets?|proxy|domains?)\b[^.\n]{0,50}$/i
const VERSION =
  /\b(?:versions?|ver|builds?|firmware|release|update[ds]?|V|v)\.?\s*$|\b(?:prior|earlier|before|through)\s(?:to\s)?$/

/** Units from the first digit of the first number of an address to that of its fourth: three digits and a bracketed dot, three times. */
const LONGEST_LEAD = 18

/** Whether four numbers stand as close as those of an address. */
export function mayHoldAddress(text: string): boolean {
  if (!joinsNumbers(text, '.') && !signsOf(text).squares) return false
  const { numbers } = signsOf(text)
  for (let at = 6; at < numbers.length; at += 2)
    if ((numbers[at] ?? 0) - (numbers[at - 6] ?? 0) <= LONGEST_LEAD) return true
  return false
}

/** IPv4 addresses with a number above 255; version numbers look alike, so brackets, a scheme, a port or a word must say that it is an address. */
export function* addressFaults(text: string): Generator<Fault> {
  for (const match of text.matchAll(/\d(?<![\w.[\]-]\d)\d{0,2}(?:\[?\.\]?\d{1,3}){3}(?![\w-]|\[?\.\]?\d)/g)) {
    const words = match[0]
    const parts = words.split(/\[?\.\]?/)
    const wrong = parts.find(part => Number(part) > 255)
    if (!wrong || Math.max(...parts.map(Number)) > 999) continue
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    const after = text.slice(match.index + words.length, match.index + words.length + 8)
    const network =
      words.includes('[') || /:\/\/$|\]:?\/\/$/.test(before) || /^(?:\[:\]|:)\d{2,5}\b|^\/\d\d\b/.test(after)
    if (!network && (VERSION.test(before) || !ADDRESS.test(before))) continue
    yield { start: match.index, words, why: `has ${wrong}, and the numbers of an address end at 255`, confidence: 90 }
  }
}

/** Whole defanged names that an article must hold before a broken one is a slip and no habit. */
const HABIT = 3

/** Defanged addresses with a bracket that is not closed or not opened: a slip in an article that closes the others, else a habit and a note. */
export function* bracketFaults(text: string): Generator<Fault> {
  if (!text.includes('[.') && !text.includes('.]')) return
  const broken = [
    ...text.matchAll(
      /(?<![\w.])[a-z0-9][a-z0-9-]{1,40}(?:\[\.(?=[a-z]{2,10}\b(?!\]))|(?<!\[)\.\](?=[a-z]{2,10}\b))[a-z]{2,10}\b(?!\/?[\][])/gi,
    ),
  ]
  if (broken.length === 0) return
  const slip = (text.match(/\w\[\.\]\w/g)?.length ?? 0) >= HABIT * broken.length
  for (const match of broken)
    yield {
      start: match.index,
      words: match[0],
      why: 'has a bracket without its partner',
      confidence: slip ? 85 : 60,
      ...(slip ? { severity: 'warning' as const } : { severity: 'note' as const }),
    }
}
