import type { Fault } from './identifier-fault.ts'
import { signsOf } from './signs.ts'

/** "a CVSS v3 base score of 98", "CVSS: 81", "severity rating of 98 (on a scale of 10)". */
const SCORE =
  /\b(?:CVSS(?:\s?v?[234](?:\.\d)?(?![\d.]))?(?:\s(?:base|temporal|environmental|severity|vulnerability))*(?:\s(?:score|rating|scale))?s?(?:\s(?:of|is|was|at|as))?|severity\s(?:score|rating)\sof)[\s:=]{1,2}(?:a\s|an\s|about\s)?(\d{1,3}(?:\.\d{1,2})?)(?![\d%-]|\.\d|,\d|\spercent)/gi
const OUT_OF_TEN =
  /(?<![\w.,$/-])(\d{2,3}(?:\.\d)?)\s?(?:\(|\s)?(?:out\sof|on\sa\sscale\sof|\/)\s?(?:10|ten)\b(?![\d,%.-])/gi

/** Pieces of "CVSS" and "severity": a text without any is not searched. Searches are quick for pieces that begin with a rare letter. */
const SIGNS = ['CVSS', 'cvss', 'verity', 'VERITY']

/** Whether a text may speak of a score. */
export const mayHoldScore = (text: string): boolean =>
  signsOf(text).numbers.length > 0 && SIGNS.some(sign => text.includes(sign))

/** CVSS and other scores out of ten that lie above ten. */
export function* scoreFaults(text: string): Generator<Fault> {
  const seen = new Set<number>()
  for (const match of [...text.matchAll(SCORE), ...text.matchAll(OUT_OF_TEN)]) {
    const words = match[1] ?? ''
    const start = match.index + match[0].indexOf(words, match[0].startsWith(words) ? 0 : match[0].search(/[\s:=]\d/))
    const value = Number(words)
    if (value <= 10 || value > 100 || seen.has(start)) continue
    seen.add(start)
    yield {
      start,
      words,
      why: 'is no such score: they end at 10',
      confidence: 88,
      ...(/^\d\d$/.test(words) ? { suggestion: `${words[0]}.${words[1]}` } : {}),
    }
  }
}
