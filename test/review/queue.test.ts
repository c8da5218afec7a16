import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Item } from '../../src/review/book.ts'
import { standingIn } from '../../src/review/book.ts'
import { decide } from '../../src/review/decide.ts'
import { ORDERS } from '../../src/review/order.ts'
import { type Queue, queueOf } from '../../src/review/queue.ts'
import { type Filter, Selection } from '../../src/review/selection.ts'
import { FACETS } from '../../src/review/tally.ts'
import { openTeam } from '../../src/review/team.ts'
import { reviewedFlags } from '../../src/run/reviewed.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { scratch } from '../cli/folder.ts'
import { flagged, keep, name } from './store.ts'

const at = scratch()

/** What the report has: every flag with its document, how it stands, and the run that first showed it. */
async function reported(store: Store, file: string): Promise<string[]> {
  const lines: string[] = []
  for await (const { flag, status, run, rule } of reviewedFlags(store, await openTeam(file).read()))
    lines.push(`${flag.fingerprint} ${flag.at.doc} ${status} ${run} ${rule?.reason ?? ''}`)
  return lines.sort()
}

/** The same of the queue; a flag that another article still has is not listed as fixed. */
function queued({ items }: Queue): string[] {
  return [...items.values()]
    .flatMap(item =>
      item.docs.map(
        doc =>
          `${item.fingerprint} ${doc} ${standingIn(item, doc).status} ${item.run} ${item.rules?.get(doc)?.reason ?? ''}`,
      ),
    )
    .sort()
}

const WORDS = ['APT33', 'APT34', 'Bank Ltd', '$5 million', 'Chile'] as const

const step = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    doc: fc.constantFrom('a.txt', 'b.txt', 'drafts/c.txt'),
    words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('verdict' as const),
    of: fc.nat(WORDS.length * 3 - 1),
    verdict: fc.constantFrom('confirmed', 'dismissed', 'unsure'),
  }),
  fc.record({
    kind: fc.constant('rules' as const),
    rules: fc.uniqueArray(fc.constantFrom('alias', 'doc', 'check'), { maxLength: 3 }),
    decided: fc.uniqueArray(fc.nat(WORDS.length * 3 - 1), { maxLength: 2 }),
  }),
)
const RULES: Readonly<Record<string, object>> = {
  alias: { alias: 'apt33', reason: 'alias' },
  doc: { doc: 'drafts/**', reason: 'doc' },
  check: { check: 'sum-mismatch', entity: 'actor/x', reason: 'check' },
}
const signed = { reviewer: 'Team', at: '2026-01-02' }
const DOCS = ['a.txt', 'b.txt', 'drafts/c.txt']

it('keeps up with runs, verdicts and the team’s file, and agrees with the report after each', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
      const id = n++
      const store = openStore(at(`${id}.sqlite`))
      const file = at(`${id}.json`)
      writeFileSync(file, '{"version":1}')
      const queue = queueOf(store, openTeam(file).read)
      try {
        for (const [index, one] of steps.entries()) {
          if (one.kind === 'text') {
            const text = `Now see ${one.words.join(' and ')} in version ${index}.`
            await keep(
              store,
              flagged(
                one.doc,
                text,
                one.words.map(words => ({
                  words,
                  check: words.startsWith('$') ? 'sum-mismatch' : 'name-drift',
                  severity: words === 'Chile' ? ('note' as const) : ('error' as const),
                  fingerprint: name(WORDS.indexOf(words) * 3 + DOCS.indexOf(one.doc)),
                })),
              ),
            )
          } else if (one.kind === 'verdict') {
            const fingerprint = name(one.of)
            if ((await store.flag(fingerprint)).length > 0)
              await decide(store, [fingerprint], { verdict: one.verdict as 'confirmed', reviewer: 'Ann' })
          } else
            writeFileSync(
              file,
              // Another length each time: two writes within a tick of the clock are told apart.
              `${JSON.stringify({
                version: 1,
                rules: one.rules.map(rule => ({ ...RULES[rule], ...signed })),
                decisions: one.decided.map(of => ({
                  fingerprint: name(of),
                  verdict: 'unsure',
                  reviewer: 'Team',
                  at: '2026-01-02T00:00:00Z',
                })),
              })}${' '.repeat(index)}`,
            )
          const now = await queue()
          expect(queued(now)).toEqual(await reported(store, file))
          // What is kept of a selection is what one made anew would be.
          for (const order of ORDERS) {
            const filter: Filter = { status: index % 2 === 0 ? 'open' : 'all', order }
            const selection = now.select(filter, new Set())
            const anew = new Selection(sortedBy(now, order), filter, new Set())
            expect(selection.items.map(({ fingerprint }) => fingerprint)).toEqual(
              anew.items.map(({ fingerprint }) => fingerprint),
            )
            for (const facet of FACETS)
              expect([...selection.counts(facet, 50)].sort()).toEqual([...anew.counts(facet, 50)].sort())
          }
        }
      } finally {
        await store.close()
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

/** All flags in an order, by a selection that leaves out nothing but notes; then the notes. */
function sortedBy(queue: Queue, order: Filter['order']): Item[] {
  const all = queue.select({ status: 'all', order }, new Set()).items
  const notes = queue.select({ status: 'all', order, severity: 'note' }, new Set()).items
  return [...all, ...notes]
}
