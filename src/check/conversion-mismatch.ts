import { dollarBand, ratesSource } from '../knowledge/rates.ts'
import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { parts } from '../normalise/calendar.ts'
import { type Measure, measures, show } from './measures.ts'
import { NONE } from './once.ts'

/** Between an amount and its conversion: brackets, "or about", "worth", and little else. */
const BETWEEN =
  /^\s?,?\s?(?:\(|\[|\u2013\s?|\u2014\s?|-\s|\/\s?|=\s?|or\s|i\.e\.,?\s)(?:(?:or|about|around|approximately|approx\.?|roughly|some|nearly|almost|just|over|under|equivalent\sto|equal\sto|worth|valued\sat|in|at\sthe\stime|currently|then|today|~|\u2248|ca?\.?|an?|the\sequivalent\sof|more\sthan|less\sthan|up\sto)\s?)*$|^,?\s(?:which\s(?:is|was)\s)?(?:then\s|currently\s)?(?:worth|equivalent\sto|equal\sto|valued\sat)\s(?:(?:about|around|approximately|roughly|some|nearly|almost|just|over|under|more\sthan)\s)*$/i

/** Years before publication in which the rate may have been taken; without a publication date every year counts. */
const YEARS_BACK = 2
const FIRST_YEAR = 2005
const LAST_YEAR = 2025

/** "between $3,000 and $5,000" has no amount that a conversion could be of. */
const isRange = ({ low, high, value }: Measure): boolean =>
  Number.isFinite(low) && Number.isFinite(high) && high - low > 0.25 * value

function* findings(context: CheckContext, money: readonly Measure[]): Generator<Finding> {
  const year = context.doc.published === undefined ? undefined : parts(context.doc.published).year
  const span = year === undefined ? ([FIRST_YEAR, LAST_YEAR] as const) : ([year - YEARS_BACK, year] as const)
  for (let index = 1; index < money.length; index++) {
    const a = money[index - 1]
    const b = money[index]
    if (!a || !b || a.unit === b.unit || b.start - a.end > 40 || isRange(a) || isRange(b)) continue
    if (!BETWEEN.test(context.text.slice(a.end, b.start))) continue
    const one = dollarBand(a.unit.toUpperCase(), ...span)
    const other = dollarBand(b.unit.toUpperCase(), ...span)
    // One number in two currencies is a price list, not a conversion.
    if (!one || !other || a.value <= 0 || b.value <= 0 || a.value === b.value) continue
    const low = (Math.min(a.value, a.low > 0 ? a.low : a.value) * one.low) / other.high
    const high = (Math.max(a.value, Number.isFinite(a.high) ? a.high : a.value) * one.high) / other.low
    if (b.value >= low && b.value <= high) continue
    // A hedged amount still means a number near the one printed.
    if ((b.low <= high && b.high >= low && Number.isFinite(b.high)) || low <= 0) continue
    const unit = b.unit.toUpperCase()
    yield {
      confidence: 90,
      at: context.select(b),
      subject: `conversion:${a.text}:${b.text}`,
      message:
        `${a.text} was between about ${show(Number(low.toPrecision(2)))} and ${show(Number(high.toPrecision(2)))} ${unit} ` +
        `${year === undefined ? 'in any year' : `in ${span[0]} to ${span[1]}`}, not ${b.text}. One of the two amounts is wrong.`,
      evidence: [{ role: 'for', note: 'the amount that was converted', at: context.select(a) }],
      knowledge: [
        {
          entity: `currency/${unit.toLowerCase()}`,
          fact: `${unit} per ${a.unit.toUpperCase()}: ${(low / a.value).toPrecision(2)} to ${(high / a.value).toPrecision(2)}`,
          source: ratesSource(),
          version: context.knowledge.version,
        },
      ],
    }
  }
}

/** An amount and its conversion that no exchange rate connects. */
export const conversionMismatch: Check = {
  id: 'conversion-mismatch',
  severity: 'error',
  needs: ['money'],
  title: 'The conversion does not fit any exchange rate',
  why:
    'Catches an amount followed by its equivalent in another currency when no rate of the years up to publication connects the two, ' +
    'allowing a fifth for the swings within a year. Wrong when the second amount is no conversion, or the rate is older than two years.',
  examples: {
    flagged: [
      'Date: 2020-12-01\n\nThe company offered a ransom of $400,000 (roughly [[\u00a376,000]]).',
      'Date: 2022-04-06\n\nIt has offered a reward of S$2 million (about [[$147,000]]).',
    ],
    clean: [
      'Date: 2020-12-01\n\nThe company offered a ransom of $400,000 (roughly \u00a3300,000).',
      'Date: 2016-04-06\n\nThe hacker asked for R$3,000 (US$955) in cash.',
      'Date: 2018-01-16\n\nThe hospital paid four bitcoin (about $55,000) to the hackers.',
    ],
  },
  run: context => {
    const money = measures(context).filter(({ type }) => type === 'money')
    return money.length < 2 ? NONE : findings(context, money)
  },
}
