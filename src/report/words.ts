import type { Severity } from '../model/discrepancy.ts'

/**
 * ICD 203's words of estimative probability (also MISP's `estimative-language`): upper ends in per cent. Where two of its
 * ranges meet, the bound belongs to the word that is farther from even.
 */
const ESTIMATES: readonly (readonly [number, string])[] = [
  [5, 'almost no chance'],
  [20, 'very unlikely'],
  [45, 'unlikely'],
  [54, 'roughly even chance'],
  [79, 'likely'],
  [94, 'very likely'],
  [100, 'almost certain'],
]

/** "very likely" for 90: how sure errata is that a flag is right, in ICD 203's words. */
export const estimate = (confidence: number): string =>
  ESTIMATES.find(([upTo]) => confidence <= upTo)?.[1] ?? 'almost certain'

/** Severities for people, singular and plural. */
export const SEVERITY_WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes'],
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** 1234567 → "1,234,567". */
export const figure = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** "one article", "twelve articles", "1,300 articles": numbers up to twelve in words. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${SMALL[number] ?? figure(number)} ${number === 1 ? one : many}`

/** "1 article", "12 articles": in digits, for lines of figures. */
export const tally = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** First letter in capitals, for the head of a sentence. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "a, b and c". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
