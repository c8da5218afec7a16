import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { show } from './measures.ts'
import { NONE } from './once.ts'
import { sums, total } from './sums.ts'

function* findings(context: CheckContext): Generator<Finding> {
  for (const { held, parts } of sums(context)) {
    if (!held) continue
    const sum = total(parts, 'value')
    yield {
      confidence: 90,
      at: context.select(held),
      subject: `sum:${held.text}`,
      message:
        `${parts.map(({ value }) => show(value)).join(' + ')} = ${show(sum)}` +
        `${sum === held.value ? '' : `, which is ${show(held.value)} as rounded`}: the sum holds.`,
      evidence: parts.map((part, index) => ({ role: 'for', note: `part ${index + 1}`, at: context.select(part) })),
    }
  }
}

/** A total whose listed parts add up to it. */
export const sumHolds: Check = {
  id: 'sum-holds',
  severity: 'note',
  needs: ['figures'],
  title: 'The parts add up',
  why:
    'Records totals whose parts, listed in brackets or after a colon, add up to them: no fault, but a reviewer need not add them up again. ' +
    'Wrong when the figure that the parts happen to make up is not their total.',
  examples: {
    flagged: [
      'The [[58]] harbours (31 in Norway, 18 in Sweden and 9 in Finland) have shut.',
      'It had [[1.4 million]] customers (640,000 in Denmark, 510,000 in Sweden and 250,000 in Norway).',
    ],
    clean: ['The 58 harbours (31 in Norway, 19 in Sweden and 9 in Finland) have shut.'],
  },
  run: context => (sums(context).length === 0 ? NONE : findings(context)),
}
