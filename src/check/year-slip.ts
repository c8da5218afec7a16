import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { dayOf, parts } from '../normalise/calendar.ts'
import { MONTH_NAMES } from './months.ts'
import { signsOf } from './signs.ts'

/** Four digits, and what makes a year of them: a preposition or a month before, the end of the phrase or a small word after. */
const NUMBER = /(?<![\w.,:/$-])[12]\d{3}(?![\w%]|[.,:/-]\d)/y
const BEFORE = new RegExp(
  String.raw`\b(?:in|since|during|until|early|late|mid|(?:end|beginning|start|spring|summer|fall|autumn|winter|half|quarter|back|year)\sof|${MONTH_NAMES}|\d{1,2},)[\s-](?:early\s|late\s|mid-?\s?)?$`,
  'i',
)
const AFTER =
  /^(?:["'\u201d\u2019)]?[.,;:)]?(?:\s(?:and|but|when|where|which|the|to|by|that|after|before|as|on|in|at|for|with|was|were|has|had|it|an?|he|she|they|while|until|from)\b|\s[A-Z(]|["'\u201d\u2019]|\n|$)|[.,;)]\s)(?!\s?(?:and|or|to)\s\d)/

const YEAR_DIGITS = 4

/** Years farther ahead than this are told in plans only, farther back in history only; and how far back a slip's true year lies. */
const AHEAD = 25
const BEHIND = 300
const RECENT = 30

/** Whether a year may be a slip: neither history of the last centuries nor one that has begun or is about to. */
export const isFar = (year: number, published: number): boolean => year > published + 1 || year < published + 1 - BEHIND

/** Plans and forecasts name years far ahead. */
const PLAN =
  /\b(?:will|would|could|may|might|by|until|through|plans?|planned|forecast\w*|expect\w*|predict\w*|project\w*|goals?|targets?|future|century|expir\w+|due|matur\w+|fiction\w*|novel|film|series|game|movie|set)\b/i

/** Right before a year that is past whatever the sentence says; stories that are made up aside. */
const SINCE = /\b(?:since|back\sin|as\sfar\sback\sas)\s(?:at\sleast\s|early\s|late\s|mid-?\s?)?$/i
const FICTION = /\b(?:century|fiction\w*|novels?|film|series|games?|movie|will|would)\b/i

/** The year with two neighbouring digits swapped or one digit changed that lies in the years before publication. */
function meant(year: string, last: number): string | undefined {
  const swapped = [0, 1, 2].map(at => year.slice(0, at) + year.charAt(at + 1) + year.charAt(at) + year.slice(at + 2))
  const changed = [0, 1, 2].flatMap(at =>
    ['0', '1', '2', '9'].map(digit => year.slice(0, at) + digit + year.slice(at + 1)),
  )
  return [...swapped, ...changed].find(other => Number(other) <= last && Number(other) > last - RECENT)
}

function* findings(context: CheckContext): Generator<Finding> {
  const published = dayOf(context.doc.published)
  if (published === undefined) return
  const { text, select, sentence } = context
  const { year: now } = parts(published)
  const last = now + 1
  const { numbers } = signsOf(text)
  for (let at = 0; at < numbers.length; at += 2) {
    const start = numbers[at] ?? 0
    if ((numbers[at + 1] ?? 0) - start !== YEAR_DIGITS) continue
    const year = text.slice(start, start + YEAR_DIGITS)
    const value = Number(year)
    if (!isFar(value, now)) continue
    NUMBER.lastIndex = start
    if (!NUMBER.test(text)) continue
    const before = text.slice(Math.max(0, start - 24), start)
    const since = SINCE.test(before)
    if (!since && value > last && value <= last + AHEAD) continue
    if (!(since || BEFORE.test(before)) || !AFTER.test(text.slice(start + 4, start + 20))) continue
    const bounds = sentence(start)
    if ((since ? FICTION : PLAN).test(text.slice(bounds.start, Math.min(bounds.end, bounds.start + 600)))) continue
    const right = meant(year, last)
    if (right === undefined) continue
    yield {
      confidence: 85,
      at: select({ start, end: start + year.length }),
      subject: `year:${year}`,
      message: `The year ${year} lies far from ${published}, when the article was published; ${right} is one slip away.`,
      suggestion: right,
      evidence: [{ role: 'for', note: 'told as a year of the story', at: select(bounds) }],
    }
  }
}

/** A year that no story of this article can mean. */
export const yearSlip: Check = {
  id: 'year-slip',
  severity: 'error',
  needs: ['far-year'],
  title: 'A year lies far from the article\u2019s time',
  why:
    'Catches years with two digits swapped or one wrong (\u201cin 2107\u201d, \u201csince 1016\u201d) in an article with a publication date. Sentences about plans ' +
    'and forecasts are left alone, but a year after \u201csince\u201d is past in any of them. Wrong when the article tells of history, fiction, or the number is no year.',
  examples: {
    flagged: [
      'Date: 2018-05-01\n\nThe group has been active since [[2061]], experts said.',
      'Date: 2018-05-01\n\nIt was hacked in [[2107]].',
      'Date: 2019-03-01\n\nThe botnet has been around since at least [[2031]], experts said.',
    ],
    clean: [
      'Date: 2018-05-01\n\nThe sea will rise in 2100, experts said. The law of 1789 stands.',
      'Date: 2018-05-01\n\nKeys of 2048 bits were found in 2048 files. The road was built in 1718.',
    ],
  },
  run: findings,
}
