import type { Discrepancy, Finding } from '../model/discrepancy.ts'
import { identities } from '../model/identity.ts'
import { indexAt, type Span } from '../model/span.ts'
import type { Check } from '../model/stage.ts'
import { type Checked, Context } from './context.ts'
import { has, meets, needsOf } from './needs.ts'
import { notices } from './notices.ts'
import { NONE, once } from './once.ts'

/** What a check found, and which check. */
interface Found {
  readonly check: Check
  readonly finding: Finding
}

/** Surest first; a note comes last. */
const rank = ({ check, finding }: Found): number =>
  finding.confidence - ((finding.severity ?? check.severity) === 'note' ? 100 : 0)

/** One wrong place is one flag: of several on the same words the surest stays and takes the others' evidence. Sorted by place. */
function onePerPlace(all: readonly Found[]): Found[] {
  const byPlace = Map.groupBy(all, ({ finding: { at } }) => `${at.start} ${at.end}`)
  return [...byPlace.values()]
    .flatMap(list => {
      const [best, ...others] = list.toSorted((a, b) => rank(b) - rank(a) || (a.check.id < b.check.id ? -1 : 1))
      return best === undefined
        ? []
        : [others.length === 0 ? best : { check: best.check, finding: joined(best, others) }]
    })
    .sort((a, b) => a.finding.at.start - b.finding.at.start || a.finding.at.end - b.finding.at.end)
}

/** The best finding with the evidence of the others behind its own, each place once. */
function joined({ finding }: Found, others: readonly Found[]): Finding {
  const places = new Set<string>()
  const evidence = [finding, ...others.map(other => other.finding)]
    .flatMap(one => one.evidence)
    .filter(({ at }) => {
      const key = `${at.start} ${at.end}`
      return !places.has(key) && places.add(key)
    })
  return { ...finding, evidence }
}

/** Whether a finding rests on the words of a notice of correction: it stands there, or all that speaks for it does. */
const excused = ({ at, evidence }: Finding, owned: (at: Span) => boolean): boolean =>
  owned(at) || (evidence.length > 0 && evidence.every(one => owned(one.at)))

/** A run gives the same checks for each document. */
const needsOfAll = once((checks: readonly Check[]) => checks.map(needsOf))

/**
 * Runs checks over one document; flags come sorted by place, each with its fingerprint. What a notice of correction quotes is
 * no error, and speaks for none.
 */
export function runChecks(checks: readonly Check[], given: Checked): Discrepancy[] {
  const { dated: doc } = given
  const context = new Context(given)
  // Most articles have no finding: nothing is read for what only findings need.
  let corrected: readonly Span[] | undefined
  const owned = ({ start }: Span): boolean => {
    corrected ??= notices(doc.text)
    return start < (corrected[indexAt(corrected, start)]?.end ?? 0)
  }
  const all: Found[] = []
  const needs = needsOfAll(checks)
  const bits = has(context)
  for (let index = 0; index < checks.length; index++) {
    const check = checks[index]
    if (check === undefined || !meets(bits, needs[index] ?? [])) continue
    const findings = check.run(context)
    if (findings !== NONE) for (const finding of findings) if (!excused(finding, owned)) all.push({ check, finding })
  }
  if (all.length === 0) return []
  const found = onePerPlace(all)
  const named = identities(
    doc,
    found.map(({ check, finding: { subject, at } }) => ({ check: check.id, subject, at })),
  )
  return found.map(({ check, finding }, index) => ({
    severity: check.severity,
    knowledge: [],
    ...finding,
    check: check.id,
    fingerprint: named[index]?.fingerprint ?? '',
  }))
}
