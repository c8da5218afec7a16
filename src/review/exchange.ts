import { existsSync } from 'node:fs'
import { type Correction, correctionKey, latestWords } from '../model/correction.ts'
import { byTime, type Judgement } from '../model/decision.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import { readDecisionLines, readSuppressions, type Suppressions, writeSuppressions } from '../run/suppressions.ts'
import type { Store, StoredFlag } from '../store/store.ts'

/** A decision with what helps people to read it: where the flag stood, its check and its words. */
export type DecisionLine = Judgement & { readonly doc?: string; readonly kind?: string; readonly text?: string }

/**
 * The whole log of decisions, oldest first, as `export decisions` prints it; of a damaged database what can be read of it.
 * @param warn told when the flags cannot be read: the lines then lack what they have for people
 */
export async function decisionLines(store: Store, warn: (text: string) => void): Promise<DecisionLine[]> {
  const lines = await store.decisions()
  try {
    const flags = await flagsByName(store)
    return lines.map(line => readable(line, flags))
  } catch (error) {
    if (!(error instanceof FatalError && error.exitCode === EXIT.database)) throw error
    warn(`the decisions are printed without the words of their flags: ${error.message}`)
    return [...lines]
  }
}

async function flagsByName(store: Store): Promise<Map<string, StoredFlag>> {
  const flags = new Map<string, StoredFlag>()
  for await (const stored of store.flags())
    for (const name of [stored.flag.fingerprint, ...(stored.former ?? [])]) flags.set(name, stored)
  return flags
}

function readable(line: Judgement, flags: ReadonlyMap<string, StoredFlag>): DecisionLine {
  const flag = flags.get(line.fingerprint)?.flag
  return flag ? { ...line, doc: flag.at.doc, kind: flag.check, text: flag.at.quote.exact } : line
}

/** What an import brought. */
export interface Imported {
  readonly decisions: number
  readonly corrections: number
  /** Rules stay in the file: the store has none. */
  readonly rules: number
}

/**
 * Takes over decisions of a .jsonl file, or decisions and corrections of a suppressions file. What is there already is not
 * added again; of two decisions the later holds, whichever came first.
 * @throws FatalError 2 naming the file and what is wrong with it: nothing of it is then taken over
 */
export async function importDecisions(store: Store, file: string): Promise<Imported> {
  const read: Suppressions = /\.jsonl$/i.test(file)
    ? { decisions: readDecisionLines(file), rules: [], corrections: [] }
    : readSuppressions(file)
  const { decisions, rules, corrections } = read
  await store.decide(...decisions)
  await store.correct(...corrections)
  return { decisions: decisions.length, corrections: corrections.length, rules: rules.length }
}

/** What a team's file has now. */
export interface Saved {
  /** Verdicts that hold. */
  readonly decisions: number
  /** Verdicts that the file had before and that were taken back since. */
  readonly withdrawn: number
}

/**
 * Writes the decisions that hold, and the corrections, withdrawn ones as such, to a team's file. Its rules stay, and so do decisions of others that
 * are later or that this store does not know. A verdict that was taken back is written as such where the file had one on the
 * flag: others may have taken that one over, and theirs must not hold again. Sorted, so that a diff shows what changed.
 * @throws FatalError 2 when there is a file that is no suppressions file, 74 when it cannot be written
 */
export async function saveDecisions(store: Store, file: string): Promise<Saved> {
  const before = existsSync(file) ? readSuppressions(file) : { rules: [], decisions: [], corrections: [] }
  const flags = await flagsByName(store)
  const latest = new Map<string, Judgement>()
  for (const line of [...before.decisions, ...(await store.decisions())].sort(byTime))
    latest.set(line.fingerprint, line)
  const published = new Set(before.decisions.map(({ fingerprint }) => fingerprint))
  const told = [...latest.values()].filter(
    ({ verdict, fingerprint }) => verdict !== 'open' || published.has(fingerprint),
  )
  const decisions = told.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
  const corrections = latestWords([...before.corrections, ...(await store.corrections())])
  const content = {
    version: 1,
    rules: before.rules,
    decisions: decisions.map(line => readable(line, flags)),
    corrections: corrections.sort((a: Correction, b: Correction) => (correctionKey(a) < correctionKey(b) ? -1 : 1)),
  }
  writeSuppressions(file, content)
  const withdrawn = decisions.filter(({ verdict }) => verdict === 'open').length
  return { decisions: decisions.length - withdrawn, withdrawn }
}
