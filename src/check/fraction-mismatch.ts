import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'
import { signsOf } from './signs.ts'
import { numberWords, smallNumber } from './small-numbers.ts'

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  tenth: 10,
}
const NUMBER = `${numberWords(20)}|\\d{1,2}`
const HEDGE =
  '(?:just\\s)?(?:over|under|above|below)|more\\sthan|less\\sthan|fewer\\sthan|at\\sleast|nearly|almost|close\\sto|not\\squite|up\\sto|well\\sover'

const FRACTION = (end: string): string =>
  `(?:(?<hedge>${HEDGE}|about|around|roughly|some)\\s)?(?<fraction>(?:(?<many>an?|${NUMBER})[\\s-])?(?<part>half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|tenth)s?(?=${end})|(?<few>${NUMBER})[\\s-](?:in|out\\sof)[\\s-](?:every\\s)?(?<all>${NUMBER}|100)\\b)`
const PERCENT = '(?<percent>\\d{1,2}(?:\\.\\d{1,2})?)\\s?(?:%|per\\s?cent)'

/** "nearly half of the firms (42 percent)", "one in five users, or 21 percent,", "three out of four (75%)", "a third of them, 12 per cent of the total". */
const PHRASE = new RegExp(
  `\\b${FRACTION('\\s(?:of\\b|\\()')}[^.;:()\\d]{0,60}?(?:(?:\\s\\((?:or\\s|about\\s|around\\s|some\\s)?|,\\sor\\s)${PERCENT}(?=[),])|,\\s${PERCENT.replace('percent', 'share')}\\sof\\s(?:the\\stotal|all|them)(?=[,.)]))`,
  'dgi',
)
/** "30 percent of firms, or almost one in three,", "25% \u2013 a quarter \u2013", "12 percent, about one in eight". */
const TURNED = new RegExp(
  `(?<![\\d.,])${PERCENT}(?:\\sof\\s[^.;:()\\d,]{2,40})?(?:(?:,\\sor\\s|\\s\\(|\\s[\\u2013\\u2014-]\\s)|,\\s(?=(?:about|around|roughly|nearly|almost)\\s))${FRACTION('[,)]|\\s[\\u2013\\u2014-]')}`,
  'dgi',
)

/** How far a fraction in words may be from its figure: as a share of it, and in points. */
const LOOSE = 0.2
const POINTS = 2
const MOST_POINTS = 6

/** Percentages that a fraction with its hedge can stand for. */
function range(hedge: string, exact: number): readonly [number, number] {
  const slack = Math.min(MOST_POINTS, Math.max(POINTS, LOOSE * exact))
  if (/over|above|more|least/i.test(hedge)) return [exact - 1, 100]
  if (/under|below|less|fewer|up\sto/i.test(hedge)) return [0, exact + 1]
  if (/about|around|roughly|some/i.test(hedge)) return [exact - 1.5 * slack, exact + 1.5 * slack]
  if (hedge !== '') return [exact - 1.5 * slack, exact + 1]
  return [exact - slack, exact + slack]
}

/** What every such phrase has after its percentage: told without trying each word of a text for a fraction. */
const AFTER = /\s?(?:%|per\s?cent)(?:[),]|\s[\u2013\u2014(-]|\sof\s)/iy

/** What it begins with, a space aside. */
const SIGN = '%pP'

function hasPercent(text: string): boolean {
  const { numbers } = signsOf(text)
  for (let at = 1; at < numbers.length; at += 2) {
    const end = numbers[at] ?? 0
    if (!SIGN.includes(text.charAt(end)) && !SIGN.includes(text.charAt(end + 1))) continue
    AFTER.lastIndex = end
    if (AFTER.test(text)) return true
  }
  return false
}

function* findings({ text, select }: CheckContext): Generator<Finding> {
  for (const match of [...text.matchAll(PHRASE), ...text.matchAll(TURNED)]) {
    const { hedge = '', many = 'a', part, few, all, share: total, percent = total ?? '' } = match.groups ?? {}
    const whole = part === undefined ? smallNumber(all ?? '') : (PARTS[part.toLowerCase()] ?? 0)
    const share = (100 * smallNumber(part === undefined ? (few ?? '') : many)) / whole
    const [start, end] = match.indices?.groups?.['fraction'] ?? []
    const [from, to] = match.indices?.groups?.['percent'] ?? match.indices?.groups?.['share'] ?? []
    if (start === undefined || end === undefined || from === undefined || to === undefined) continue
    const [low, high] = range(hedge, share)
    const printed = Number(percent)
    if (!Number.isFinite(share) || share > 100 || (printed >= low && printed <= high)) continue
    const words = `${hedge ? `${hedge} ` : ''}${text.slice(start, end)}`
    yield {
      confidence: 80,
      at: select({ start, end }),
      subject: `fraction:${words.toLowerCase()}`,
      message: `\u201c${words}\u201d is ${hedge ? `${hedge.toLowerCase()} ` : ''}${Math.round(10 * share) / 10} percent, not ${percent}. One of the two is wrong.`,
      evidence: [{ role: 'for', note: 'the same share in figures', at: select({ start: from, end: to }) }],
    }
  }
}

/** A fraction in words beside a percentage that it is not. */
export const fractionMismatch: Check = {
  id: 'fraction-mismatch',
  severity: 'error',
  needs: ['per-cent'],
  title: 'A share in words is not its percentage',
  why:
    'Catches a fraction in words with its percentage beside it when they do not agree: \u201cnearly half (13 percent)\u201d, \u201cone in five (5 percent)\u201d. ' +
    'Words round: a fifth of the share, up to six points, is allowed, and hedges open the interval to their side. ' +
    'Wrong when the percentage is of something else than the fraction.',
  examples: {
    flagged: [
      'In all, [[one in five]] users (5 percent) paid.',
      'More than [[half]] of firms (42%) paid.',
      'Nearly [[a third]] of the passwords, or 12 percent, were weak.',
      'Only [[two-thirds]] of users (33 percent) left.',
      'Nearly 30 percent of firms, or almost [[one in thirteen]], paid.',
      'About [[two thirds]] of the machines, 34 per cent of the total, ran.',
      'Some 12 percent, about [[one-in-three]] users, left.',
    ],
    clean: [
      'Over a third of businesses (36 percent) are not confident.',
      'It was in nearly three-quarters (73%) of all malware, and a fifth (21%) of attacks.',
      'Nearly 30 percent of firms, or almost one in three, paid. Some 12 percent, about one in eight users, left.',
      'Only 12 percent of users, or half of those asked by a third of the firms, left.',
      'Half of the firms paid. Of these, a third (12 in all) got nothing.',
      'One in three experts (36 percent) said so, and less than half of them (11%) acted.',
    ],
  },
  run: context => (hasPercent(context.text) ? findings(context) : NONE),
}
