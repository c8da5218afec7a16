import type { Discrepancy } from '../../src/model/discrepancy.ts'
import { select } from '../../src/model/span.ts'
import { openStore } from '../../src/store/open.ts'
import type { Outcome, Store } from '../../src/store/store.ts'
import { sample } from '../store/store-contract.ts'

/** The fingerprint of the nth flag of a test. */
export const name = (n: number): string => n.toString(16).padStart(32, '0')

/** An article with flags on the words given: as `sample`, but each with its own fingerprint and the rest of it. */
export function flagged(
  id: string,
  text: string,
  flags: readonly (Partial<Discrepancy> & { words: string })[],
): Outcome {
  const outcome = sample(id, text)
  const [usual] = outcome.facts.flags
  if (!usual) throw new Error('the sample has no flag')
  const made = flags.map(({ words, ...rest }) => {
    const start = text.indexOf(words)
    return { ...usual, at: select(outcome.facts.doc, { start, end: start + words.length }), ...rest }
  })
  return { ...outcome, facts: { ...outcome.facts, flags: made } }
}

/** Stores articles in a run of their own. */
export async function keep(store: Store, ...outcomes: readonly Outcome[]): Promise<void> {
  const { id } = await store.begin({ pipeline: 'p', version: '1', knowledge: '1' })
  await store.put(id, 'analyse', outcomes)
  await store.finish(id, 'done', {})
}

/** Three articles with five flags: two of them of one cause, one a note. */
export async function fiveFlags(file: string): Promise<Store> {
  const store = openStore(file)
  await keep(
    store,
    flagged('a.txt', 'Now APT33 stole it and APT34 did too, on 30 February.', [
      { words: 'APT33', fingerprint: name(1), confidence: 95, message: 'APT33 is a slip.' },
      { words: 'APT34', fingerprint: name(2), confidence: 90, message: 'APT34 is a slip too.' },
      { words: '30 February', fingerprint: name(3), check: 'impossible-date', subject: 'date:x', confidence: 80 },
    ]),
    flagged('b.txt', 'Then Bank Ltd paid $5 million in all.', [
      {
        words: '$5 million',
        fingerprint: name(4),
        severity: 'warning',
        check: 'sum-mismatch',
        subject: 'organization:bank ltd',
      },
      {
        words: 'Bank Ltd',
        fingerprint: name(5),
        severity: 'note',
        check: 'name-variant',
        subject: 'organization:bank ltd',
      },
    ]),
    flagged('c.txt', 'A clean one.', []),
  )
  return store
}
