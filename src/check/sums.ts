import { indexAt } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { figures, type Measure } from './measures.ts'
import { once } from './once.ts'

/** Characters between a whole and the list of its parts. */
const NEAR = 60
/** A list of parts longer than this is a table or a paragraph. */
const LIST = 280

/** Before a part: nothing but hedges. */
const HEDGE =
  /^\s*(?:and\s|or\s|plus\s|about\s|around\s|some\s|nearly\s|almost\s|roughly\s|another\s|the\sremaining\s|the\sother\s)*$/i
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

/** A noun right before a bracket, of which the extractors found no number: "43 out-of-bounds read flaws (". */
const MANY = /^\s(?:[\p{L}-]+\s){1,4}\p{Ll}{3,20}s\s\($/u

/** Parts behind a comma that come to less than so much of the total, or miss it by more above, are no list of all its parts. */
const SHARE = 0.7

const comparable = (list: readonly Measure[], { value }: Measure): boolean => {
  const sum = total(list, 'value')
  return sum >= SHARE * value && SHARE * sum <= value
}

/** Whether parts behind a comma are a list with its end: three at least, an "and" before the last one only, and the sentence over behind it. */
function closed(text: string, list: readonly Measure[], to: number): boolean {
  const gaps = list.slice(1).map(({ start }, at) => text.slice(list[at]?.end, start))
  const between = gaps.slice(0, -1)
  return (
    list.length > 2 &&
    between.every(gap => /^[^,]{1,40},\s$/.test(gap) && !/\sand\s/.test(gap)) &&
    /^[^,]{1,40},?\sand\s$/.test(gaps.at(-1) ?? '') &&
    !/,|\sand\s/.test(text.slice(list.at(-1)?.end, to))
  )
}

/** Behind the last part: the list says itself that it is none of all parts. */
const OPEN_END =
  /(?:\band|\bor|,|&)\s(?:(?:many|several|some|various|a\sfew)\s)?(?:others?|more|elsewhere)\b|\betc\b|\bamong\sother|\bplus\b|\.\.\.|\u2026/i

/** Behind the last part: one more item, of which no figure is given: "and the rest in gift cards". */
const ONE_MORE = /,\s|;\s|\s(?:and|or|with|while|but|beside|besides|except)\s/i
/** The last of the items stands behind an "and": what the words behind its figure add belongs to it. */
const LAST_ITEM = /(?:\sand|\sor|&)\s[^,;]*$/i

/** Behind the end of a list, or in the next sentence: the rest of what is listed. */
const REST =
  /^[)\].,;\u2013\u2014]*\s(?:(?:and|while|with|but|for)\s)?(?:(?:all\s)?(?:the|its|their)\s(?:rest|others?|remain\w+|balance)|most\s(?:others|of\sthe\s(?:rest|others))|others?|what\s(?:remains|is\sleft)|nothing\sis\sknown)\b/i

/** Further on in the next sentence: "To whom the others went is unknown." */
const OTHERS = /^[).;]*\s[^.;\n]{0,40}\bthe\s(?:rest|others|remain(?:der|ing))\b/i

/** Whether a list leaves a part of its whole without a figure: behind its last figure, or right behind its own end. */
function leavesRest(text: string, list: readonly Measure[], to: number): boolean {
  const last = list.at(-1)
  const tail = text.slice(last?.end, to)
  const lead = text.slice(list.at(-2)?.end, last?.start)
  return (
    OPEN_END.test(tail) ||
    (ONE_MORE.test(tail) && !LAST_ITEM.test(lead)) ||
    REST.test(text.slice(to, to + 60)) ||
    OTHERS.test(text.slice(to, to + 70))
  )
}

/** Whether two nouns may name one thing. */
export const sameThing = (a: string, b: string): boolean => a === b || SAME.some(set => set.has(a) && set.has(b))

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

/** The sum of one side of figures. */
export const total = (list: readonly Measure[], of: 'value' | 'low' | 'high'): number =>
  list.reduce((sum, measure) => sum + measure[of], 0)

/** A total, its listed parts, and, where the parts make it up, the figure that they do make up. */
export interface Sum {
  readonly whole: Measure
  readonly parts: readonly Measure[]
  readonly held?: Measure
}

/** Totals with their parts in brackets, after a colon or a dash, or after "in all,": "58 harbours (31 in Norway, 18 in Sweden and 9 in Finland)". */
export const sums: (context: CheckContext) => readonly Sum[] = once(context => [...find(context, figures(context))])

function* find(context: CheckContext, list: readonly Measure[]): Generator<Sum> {
  for (let index = 0; index < list.length - 2; index++) {
    const whole = list[index]
    if (!whole || whole.type === 'percent') continue
    const near = context.text.slice(whole.end, whole.end + NEAR)
    const open = /^[^.;:()\n\d]{0,50}?(?:\(|:\s|\u2014\s?|\s\u2013\s|\sin\s(?:all|total),\s)/.exec(near)
    if (!open) continue
    const from = whole.end + open[0].length
    const rest = context.text.slice(from, from + LIST)
    const length = open[0].endsWith('(') ? rest.indexOf(')') : rest.search(/[;\n\u2014]|\s\u2013\s|\.(?!\d)/)
    if (length < 0) continue
    const window = list.slice(index + 1, index + 9)
    const found = parts(context, window, from, from + length)
    if (!found || found.some(({ type, unit }) => type !== whole.type || (type === 'money' && unit !== whole.unit)))
      continue
    // A part without a figure is what the others leave: they must only not exceed the whole.
    const unfigured = leavesRest(context.text, found, from + length)
    if (unfigured && total(found, 'low') <= whole.high) continue
    if (open[0].endsWith(', ') && !(closed(context.text, found, from + length) && comparable(found, whole))) continue
    if (
      (whole.unit === '' && !(MANY.test(open[0]) && !/^(?:19|20)\d\d$/.test(whole.text))) ||
      found.some(({ unit, type }) => type === 'count' && unit !== '' && !sameThing(unit, whole.unit))
    )
      continue
    // "46 organizations in 12 countries: 19 in …": the list may be of any figure before it in the sentence.
    const { start } = context.sentence(whole.start)
    const [low, high] = [total(found, 'low'), total(found, 'high')]
    const held = list
      .slice(indexAt(list, start - 1) + 1, index + 1)
      .find(other => other.type === whole.type && high >= other.low && low <= other.high)
    yield { whole, parts: found, ...(held ? { held } : {}) }
  }
}
