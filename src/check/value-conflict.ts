import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { inTable } from './in-table.ts'
import { lookalikes } from './lookalikes.ts'
import { compatibleAsSaid, inWords, type Measure, measures, show, slipOf } from './measures.ts'
import { type Numeral, numerals } from './numerals.ts'
import { oddFigures } from './odd-figure.ts'
import { NONE } from './once.ts'
import { restated } from './restated.ts'
import { retold } from './retold.ts'
import { sameDigits } from './same-digits.ts'
import { twoThings } from './two-things.ts'

/** A figure before which one of these stands is in addition to, or the sum of, others. */
const MORE =
  /(?:\(or|\b(?:another|additional|further|extra|total\sof|combined|other|next|first|last|previous|remaining))\s(?:\p{L}+\s)?$/iu

const MORE_REACH = 30

/** Figures of one digit are said of too many things, but for money and percentages in sentences told again. */
const LEAST = 10

/** A figure worth comparing: something that it is of, and of counts at least two digits. Rows of tables are compared by nobody. */
function figure({ text }: CheckContext, measure: Measure): boolean {
  if (
    measure.value < (measure.type === 'count' ? LEAST : 1) ||
    !/\d/.test(measure.text) ||
    (measure.type === 'count' && measure.unit === '')
  )
    return false
  if (/^[\w%]/.test(text.slice(measure.end, measure.end + 1))) return false
  const before = text.slice(Math.max(0, measure.start - MORE_REACH), measure.start)
  return !inTable(text, measure.start) && !MORE.test(before.slice(before.lastIndexOf('\n') + 1))
}

const conflict = (context: CheckContext, odd: Measure, usual: readonly Measure[], confidence: number): Finding => ({
  confidence,
  at: context.select(odd),
  subject: `value:${usual[0]?.text ?? ''}`,
  message:
    `${odd.text} here, but ${usual[0]?.text} ${usual.length > 1 ? `in ${usual.length} other places` : 'elsewhere'} for the same thing` +
    `${odd.unit && odd.type === 'count' ? ` (${odd.unit})` : ''}. One of the figures is wrong.`,
  evidence: usual
    .slice(0, 6)
    .map(other => ({ role: 'for', note: `here it is ${show(other.value)}`, at: context.select(other) })),
})

/** Whether a figure is told of something else, or by somebody else, than the one that it is held against, which stands once. */
const apart = (context: CheckContext, odd: Measure, [usual, again]: readonly Measure[]): boolean =>
  usual !== undefined && again === undefined && twoThings(context, measures(context), odd, usual)

/** An article that says more sentences again with other figures lists things: recipes, tables, results. */
const MOST_AGAIN = 2

/** Numbers, of whatever kind, in a sentence that the article says twice in the same words. */
function repeated(context: CheckContext, list: readonly Measure[]): readonly Finding[] {
  const all = numerals(context)
  if (all.length < 2) return NONE
  const found = [...again(context, all, list)]
  return found.length > MOST_AGAIN ? NONE : found
}

function* again(context: CheckContext, all: readonly Numeral[], list: readonly Measure[]): Generator<Finding> {
  const pairs = restated(context, all)
  if (pairs.length === 0) return
  const measured = new Map(list.map(measure => [measure.start, measure]))
  for (const { first, second } of pairs) {
    if (first.text === second.text || !slipOf(first.text, second.text)) continue
    if (context.sentence(first.start).start === context.sentence(second.start).start) continue
    // A sentence cut off inside its figure ("more than 45.", for 45,000) says nothing else.
    if (
      first.text.startsWith(`${second.text},`) &&
      /^\.?\s*$/.test(context.doc.text.slice(second.end, context.sentence(second.start).end))
    )
      continue
    const a = measured.get(first.start)
    const b = measured.get(second.start)
    if (a && b && (compatibleAsSaid(a, b) || apart(context, a, [b]))) continue
    yield {
      confidence: 85,
      at: context.select(second),
      subject: `value:${first.text}`,
      message: `${second.text} here, but ${first.text} where the article says the same in the same words. One of the figures is wrong.`,
      evidence: [{ role: 'for', note: `here it is ${first.text}`, at: context.select(first) }],
    }
  }
}

/** One odd figure among the figures of its topic. */
function* unusual(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const { odd, usual } of oddFigures(context, list))
    if (!apart(context, odd, usual)) yield conflict(context, odd, usual, usual.length >= 2 ? 75 : 65)
}

/** Figures in two sentences that share most of their words, and have no other. */
function* toldAgain(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const { first, second } of retold(context, list))
    if (!apart(context, second, [first])) yield conflict(context, second, [first], 75)
}

/** A figure that stands once and is a slip of the pen away from one that its words speak of too. */
function* alike(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const { odd, usual } of lookalikes(context, list))
    if (!apart(context, odd, usual)) yield conflict(context, odd, usual, 75)
}

/** The same digits with another scale, currency or unit. */
function* otherScale(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const { odd, usual } of sameDigits(context, list))
    yield conflict(context, odd, usual, usual.length > 1 ? 88 : 78)
}

function* findings(context: CheckContext): Generator<Finding> {
  const all = measures(context)
  // One figure contradicts none.
  const told = all.length < 2 ? [] : all.filter(measure => figure(context, measure))
  const list = told.length < 2 ? told : told.filter(measure => !inWords(measure) && measure.value >= LEAST)
  const seen = new Set<number>()
  for (const some of [
    repeated(context, list),
    list.length < 2 ? NONE : unusual(context, list),
    told.length < 2 ? NONE : toldAgain(context, told),
    list.length < 2 ? NONE : alike(context, list),
    all.length < 2 ? NONE : otherScale(context, all),
  ])
    for (const finding of some)
      if (!seen.has(finding.at.start)) {
        seen.add(finding.at.start)
        yield finding
      }
}

/** Two figures for one thing. */
export const valueConflict: Check = {
  id: 'value-conflict',
  severity: 'error',
  needs: ['numbers'],
  title: 'Two figures for one thing',
  why:
    'Catches a figure that differs by one digit, two digits swapped, a factor of ten, or only by scale, currency or unit of data from what the article says of the same thing elsewhere: in a ' +
    'sentence repeated in the same or mostly the same words, or as the odd one among equal figures. Hedges and rounding are compared as intervals. ' +
    'Wrong when the article compares two things of one kind that happen to have similar figures.',
  examples: {
    flagged: [
      'The clinic paid a $55,000 ransom in bitcoin. Police advised against it. The director called the [[$65,000]] ransom a bargain. In all, the $55,000 ransom was insured.',
      'Researchers found 76 apps that leak data. The list of 76 apps is online. All [[86]] apps were removed.',
      'After the leak, shares of the harbour widened their losses and closed the week 2.5 percent lower. It said that it was sorry. ' +
        'The harbour\u2019s shares, weak before the leak, widened losses and closed the week lower by [[2.6 percent]].',
      'Thieves took $81 million from the bank. Most of the bank\u2019s [[$81 billion]] went to Manila.',
      'Police want \u20ac45,000 of the ransom back. The ransom of [[$45,000]] was paid in May. A ransom of \u20ac45,000 is much.',
      'The file is 512 GB large, they said. Nobody has seen the file of [[512 MB]] yet.',
      'The leak hit 36,000 workers of the plant. A worker told us that the [[63,000]] workers got letters.',
      'The server keeps version 4.2.4 of the firmware on all machines. They said: the server keeps version [[4.4.2]] of the firmware on all machines.',
    ],
    clean: [
      'Figure 3 shows the code of the loader in full. Some steps on, figure 4 shows the code of the loader in full.',
      'The bank lost $81 million. It earned $95 billion. The fine was \u20ac95 million.',
      'Researchers found 76 apps that leak data. Of the 76 apps, 19 apps are for banks.',
      'Fees range from $250,000 to $1.5 million, and are said to be fair.',
      'The clinic paid a $55,000 ransom. Another clinic paid $65,000.',
      'Basic access costs $150 a month, and full access $1,500. A driver pays 100,000 rubles ($1,050). A firm pays 1 million rubles ($10,500).',
      'A gang wants a ransom of $4.2 million. The hospital offered a ransom of $2.4 million. According to the hospital, 2.3 million users were hit. According to the regulator, 3.2 million users were hit.',
      'Banks by assets:\n\n1. Harbour Bank, $2.80 trillion ($2.78 trillion)\n2. Lowland Bank, $2.62 trillion ($2.53 trillion)\n3. Moor Bank, $2.56 trillion ($2.52 trillion)',
    ],
  },
  run: findings,
}
