import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { figures, type Measure, show } from './measures.ts'
import { NONE } from './once.ts'
import { partitions } from './partition.ts'
import { remainders } from './remainder.ts'
import { sameThing, sums, total } from './sums.ts'
import { totals } from './totals.ts'

/** What a part may be called without a noun of its own. */
const NO_NOUN =
  /^\s(?:on|in|that|which|who|from|of\s(?:them|which|these|those)|rated|were|was|are|with|at|by|to|for|being|already|newly|known|critical|important|high|severe|serious)\b/i
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

/** "10,600 in the United States alone, of roughly", "5,000 worldwide". */
const OF_ALL = /,\s(?:out\s)?of\s(?:the\s|a\stotal\sof\s|an\sestimated\s|about\s|some\s|roughly\s|nearly\s|almost\s)*$/i
const IN_ALL = /^\s(?:worldwide|globally|overall|altogether|in\s(?:all|total))\b/

/** The most that a whole can be; "at least 51" with a part of more would be at least that part. */
const ceiling = ({ value, high }: Measure): number => (Number.isFinite(high) ? high : value)

/** "45 holes, including 150 in its pumps", "140 out of 50", "107 bugs, with 170 of them …": a part larger than its whole. */
function* larger(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (let index = 1; index < list.length; index++) {
    const a = list[index - 1]
    const b = list[index]
    if (!a || !b || a.type !== 'count' || b.type !== 'count') continue
    if (b.start - a.end > 100) continue
    const between = context.text.slice(a.end, b.start)
    if (/[;:\n]|\.\s/.test(between)) continue
    const after = context.text.slice(b.end, b.end + 30)
    const outOf =
      /^\s?out\sof\s(?:the\s|a\stotal\sof\s|about\s|some\s|all\s)*$/i.test(between) ||
      (OF_ALL.test(between) && IN_ALL.test(after))
    const including = /,?\s(?:including|among\sthem|of\swh(?:ich|om))\s(?:(?:about|some|at\sleast|up\sto)\s)?$/i.test(
      between,
    )
    const ofThem = /^\sof\s(?:them|these|those|which)\b/i.test(after)
    const fits = b.unit === '' ? NO_NOUN.test(after) : sameThing(a.unit, b.unit)
    const wrong = outOf
      ? a.low > b.high
      : (including || ofThem) && (ofThem || fits) && a.unit !== '' && b.low > ceiling(a)
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

function* findings(context: CheckContext, list: readonly Measure[]): Generator<Finding> {
  for (const { whole, parts, held } of sums(context)) if (!held) yield mismatch(context, whole, parts)
  yield* larger(context, list)
  for (const { whole, parts, arithmetic } of [
    ...remainders(context, list),
    ...totals(context, list),
    ...partitions(context, list),
  ])
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
  needs: ['figures'],
  title: 'The parts do not add up',
  why:
    'Catches a total with its parts listed in brackets or after a colon that add up to something else, a part larger than its whole, ' +
    'a “total” behind its parts, and a “remaining” number that is not what the other parts leave. ' +
    'Rounded figures are compared as rounded. Wrong when the list is not complete or its items overlap.',
  examples: {
    flagged: [
      'The [[58]] harbours (31 in Norway, 19 in Sweden and 9 in Finland) have shut.',
      'They closed [[43]] out-of-bounds flaws (18 new and 52 known) in May.',
      'At least 51 of the accounts, including [[143]] on islands, were false.',
      'Of the crews, [[140]] out of 50 towns saw it.',
      'The maker mended 45 holes, including [[150]] in its pumps. The team counted nine victims, of which [[12]] were reached.',
      'It hit [[10,600]] servers in Peru alone, of roughly 5,000 worldwide.',
      'Of [[46]] mails, 21 went to embassies, 14 to ministries and 15 to think tanks.',
      'By May, 117 of the [[141]] victims had been repaid. The remaining 34 must wait.',
      'It got [[$50 million]] in all, $20 million from Ayr, $10 million from Bray and $15 million from Cork.',
      'They sent 900 mails on Monday and 600 on Tuesday, [[1,300]] in total.',
      'The update closes [[85]] holes, including 47 critical ones, with the remaining 39 called minor.',
    ],
    clean: [
      'We notified 46 firms in 12 countries: 19 in Germany, 11 in Italy, 7 in Spain and 9 elsewhere.',
      'The 58 harbours (31 in Norway, 18 in Sweden and 9 in Finland) have shut.',
      'It had 1.4 million customers (640,000 in Denmark, 510,000 in Sweden and 250,000 in Norway).',
      'The update closes 86 holes, including 47 critical ones, with the remaining 39 called minor.',
      'Of 13 apps, seven spoke Turkish, and the other six German.',
      'Five companies, including 200 employees, were hit.',
      'Of 46 mails, 21 had a link, 14 an archive and 15 both. Of 46 mails, 21 went to embassies, 14 to ministries and 11 to think tanks.',
      'By May, 117 of the 141 victims had been repaid. The remaining 24 must wait.',
      'They earned \u20ac1.4 million: about \u20ac900,000 in bitcoin, \u20ac350,000 by mail and the rest in gift cards.',
      'Police arrested 14 people: six in Spain, four in Italy and several in France. They saw 250 cases: 120 in Rome, 80 in Milan; the others were in Turin.',
      'They sent 900 mails on Monday and 600 on Tuesday, 1,500 in total. Of 40 towns, 12 paid $500 and 14 paid $700, for a total of $1,200.',
      'It raised $15 million in May and $5 million in June, bringing the total to $25 million.',
      'It got $50 million in all, $20 million from Ayr, $10 million from Bray and $20 million from Cork.',
      'It got $50 million in all, $20 million from Ayr and $10 million from Bray, and spent $5 million.',
      'The 58 harbours (31 in Norway, 19 in Sweden and others) have shut.',
      'It lost 400 servers in all, 100 of them old, 50 new and 20 broken.',
      'The three towns (2,300 inhabitants, 5,400 and 1,200) have no plan.',
    ],
  },
  run: context => {
    const list = figures(context)
    return list.length < 2 ? NONE : findings(context, list)
  },
}
