import type { Candidate } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'
import { damerau, jaroWinkler } from '../normalise/similarity.ts'

/** Letters for each slip that a name may be away: "Emoted" is one from "Emotet", "Lazurus Grup" two from "Lazarus Group". */
const LETTERS_A_SLIP = 4
/** Slips beyond which a name is another one, however long. */
const MOST = 3

/**
 * Entities with a name that is nearly the one asked for, nearest first, each once: by the slips between them, then by what their
 * names begin with. For people who look a name up; names are never linked by likeness.
 */
export function similar(name: string, names: Iterable<Candidate>, limit: number): Candidate[] {
  const asked = foldName(name)
  const reach = Math.min(MOST, Math.floor(asked.length / LETTERS_A_SLIP))
  const best = new Map<string, { readonly candidate: Candidate; readonly slips: number; readonly likeness: number }>()
  for (const candidate of names) {
    const fold = foldName(candidate.name.text)
    if (Math.abs(fold.length - asked.length) > reach) continue
    const slips = damerau(asked, fold)
    if (slips > reach) continue
    const likeness = jaroWinkler(asked, fold)
    const { id } = candidate.entity
    const before = best.get(id)
    if (!before || slips < before.slips || (slips === before.slips && likeness > before.likeness))
      best.set(id, { candidate, slips, likeness })
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        a.slips - b.slips || b.likeness - a.likeness || (a.candidate.entity.id < b.candidate.entity.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}
