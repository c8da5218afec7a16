import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { inWords, type Measure, measures, show } from './measures.ts'
import { remainders } from './remainder.ts'

/** Characters between a whole and the list of its parts. */
const NEAR = 60
/** A list of parts longer than this is a table or a paragraph. */
const LIST = 280

/** Before a part: nothing but hedges. */
const HEDGE =
  /^\s*(?:and\s|or\s|plus\s|about\s|around\s|some\s|nearly\s|almost\s|roughly\s|another\s|the\sremaining\s|the\sother\s)*$/i
/** What a part may be called without a noun of its own. */
const NO_NOUN =
  /^\s(?:on|in|that|which|who|from|of\s(?:them|which|these|those)|rated|were|was|are|with|at|by|to|for|being|already|newly|known|critical|important|high|severe|serious)\b/i
/** Nouns that articles use for one another. */
const SAME: readonly ReadonlySet<string>[] = [
  new Set([
    'vulnerability',
    'vulnerabilities',
    'flaws',
    'flaw',
    'bugs',
    'bug',
    'issues',
    'issue',
    'holes',
    'weaknesses',
    'cves',
    'defects',
    'errors',
    'problems',
  ]),
  new Set([
    'people',
    'persons',
    'individuals',
    'victims',
    'users',
    'customers',
    'consumers',
    'patients',
    'employees',
    'accounts',
    'records',
    'members',
    'residents',
  ]),
  new Set(['companies', 'organizations', 'organisations', 'firms', 'businesses', 'institutions', 'victims']),
]

const sameThing = (a: string, b: string): boolean => a === b || SAME.some(set => set.has(a) && set.has(b))

/** The measures that stand in a stretch of text, when each item of its list begins with one and has no other. */
function parts(context: CheckContext, list: readonly Measure[], from: number, to: number): Measure[] | undefined {
  const inside = list.filter(({ start, end }) => start >= from && end <= to)
  if (inside.length < 2) return undefined
  let at = from
  for (const measure of inside) {
    const lead = context.text.slice(at, measure.start)
    const item = lead.slice(
      Math.max(lead.lastIndexOf(','), lead.lastIndexOf(';'), lead.search(/\sand\s(?!.*\sand\s)/)) + 1,
    )
    if (at === from ? !HEDGE.test(lead) : !HEDGE.test(item.replace(/^and\s/, '')) || item.length === lead.length)
      return undefined
    at = measure.end
  }
  // "ports (3368, 6728, 15418)" lists names that are numbers: at least one part must say what it counts.
  return /\p{L}/u.test(context.text.slice(inside[0]?.end, inside[1]?.start).replace(/\s(?:and|or)\s/g, ''))
    ? inside
    : undefined
}

const total = (list: readonly Measure[], of: 'value' | 'low' | 'high'): number =>
  list.reduce((sum, measure) => sum + measure[of], 0)

/** "66 organizations (46 in the United States, 13 in Europe and 7 in Asia)". */
function* bracketed(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (let index = 0; index < list.length - 2; index++) {
    const whole = list[index]
    if (!whole || whole.type === 'percent') continue
    const near = context.text.slice(whole.end, whole.end + NEAR)
    const open = /^[^.;:()\n\d]{0,50}?(?:\(|:\s|\u2014\s?|\s\u2013\s)/.exec(near)
    if (!open) continue
    const from = whole.end + open[0].length
    const closing = open[0].endsWith('(') ? ')' : /[.;\n\u2014]|\s\u2013\s/
    const rest = context.text.slice(from, from + LIST)
    const length = typeof closing === 'string' ? rest.indexOf(closing) : rest.search(/[;\n\u2014]|\s\u2013\s|\.(?!\d)/)
    if (length < 0) continue
    const window = list.slice(index + 1, index + 9)
    const found = parts(context, window, from, from + length)
    if (!found || found.some(({ type, unit }) => type !== whole.type || (type === 'money' && unit !== whole.unit)))
      continue
    if (
      whole.unit === '' ||
      found.some(({ unit, type }) => type === 'count' && unit !== '' && !sameThing(unit, whole.unit))
    )
      continue
    // "46 organizations in 12 countries: 19 in …": the list may be of any figure before it in the sentence.
    const { start } = context.sentence(whole.start)
    const wholes = list.filter(other => other.start >= start && other.end <= whole.end && other.type === whole.type)
    if (wholes.some(other => total(found, 'high') >= other.low && total(found, 'low') <= other.high)) continue
    yield mismatch(context, whole, found)
  }
}

function mismatch(context: CheckContext, whole: Measure, found: readonly Measure[]): Finding {
  const sum = total(found, 'value')
  return {
    confidence: 90,
    at: context.select(whole),
    subject: `sum:${whole.text}`,
    message: `${found.map(({ value }) => show(value)).join(' + ')} = ${show(sum)}, not ${show(whole.value)}. The total or one of its parts is wrong.`,
    evidence: found.map((part, index) => ({
      role: 'for',
      note: `part ${index + 1}`,
      at: context.select(part),
    })),
  }
}

/** "34 flaws, including 124 that …", "140 out of 50", "116 bugs, with 180 of them …": a part larger than its whole. */
function* larger(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (let index = 1; index < list.length; index++) {
    const a = list[index - 1]
    const b = list[index]
    if (!a || !b || a.type !== 'count' || b.type !== 'count') continue
    const between = context.text.slice(a.end, Math.min(b.start, a.end + 100))
    if (b.start - a.end > 100 || /[;:\n]|\.\s/.test(between)) continue
    const after = context.text.slice(b.end, b.end + 30)
    const outOf = /^\s?out\sof\s(?:the\s|a\stotal\sof\s|about\s|some\s|all\s)*$/i.test(between)
    const including = /,?\s(?:including|among\sthem)\s(?:(?:about|some|at\sleast|up\sto)\s)?$/i.test(between)
    const ofThem = /^\sof\s(?:them|these|those|which)\b/i.test(after)
    const fits = b.unit === '' ? NO_NOUN.test(after) : sameThing(a.unit, b.unit)
    const wrong = outOf ? a.low > b.high : (including || ofThem) && (ofThem || fits) && a.unit !== '' && b.low > a.high
    if (!wrong) continue
    const [part, whole] = outOf ? [a, b] : [b, a]
    yield {
      confidence: 85,
      at: context.select(part),
      subject: `sum:${part.text}`,
      message: `A part cannot be larger than its whole: ${show(part.value)} of ${show(whole.value)}.`,
      evidence: [{ role: 'for', note: 'the whole', at: context.select(whole) }],
    }
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  const list = measures(context).filter(measure => !inWords(measure))
  yield* bracketed(context, list)
  yield* larger(context, list)
  for (const { whole, parts, arithmetic } of remainders(context, list))
    yield {
      confidence: 85,
      at: context.select(whole),
      subject: `sum:${whole.text}`,
      message: `${arithmetic}. The total or one of its parts is wrong.`,
      evidence: parts.map((part, index) => ({ role: 'for', note: `part ${index + 1}`, at: context.select(part) })),
    }
}

/** Parts that do not add up to their total. */
export const sumMismatch: Check = {
  id: 'sum-mismatch',
  severity: 'error',
  title: 'The parts do not add up',
  why:
    'Catches a total with its parts listed in brackets or after a colon that add up to something else, a part larger than its whole, ' +
    'and a “remaining” number that is not what the other parts leave. ' +
    'Rounded figures are compared as rounded. Wrong when the list is not complete or its items overlap.',
  examples: {
    flagged: [
      'It has [[66]] organizations (46 in the United States, 23 in Europe and 7 in Asia) as members.',
      'Results show [[140]] out of 50 vendors detecting it.',
      'Cisco fixed 34 flaws in its software, including [[124]] that affect switches.',
      'The update brings [[85]] flaws, including 47 rated critical with the remaining 39 classified as important.',
    ],
    clean: [
      'We notified 46 firms in 12 countries: 19 in Germany, 11 in Italy, 7 in Spain and 9 elsewhere.',
      'It has 66 organizations (46 in the United States, 13 in Europe and 7 in Asia) as members.',
      'It had 1.4 million customers (640,000 in Denmark, 510,000 in Sweden and 250,000 in Norway).',
      'The update brings 86 flaws, including 47 rated critical with the remaining 39 classified as important.',
      'Of 13 apps, seven spoke Turkish, and the other six German.',
      'Five companies, including 200 employees, were hit.',
      'The three towns (2,300 inhabitants, 5,400 and 1,200) have no plan.',
    ],
  },
  run: findings,
}
