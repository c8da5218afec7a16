import type { ExtractContext } from '../model/stage.ts'
import { article, compound, type Found } from './found.ts'

/** What, after a country's name or demonym, speaks for the state itself. */
const STATE = /^(?:['\u2019]s)? (?:(?:federal|central|national) )?(?:government|Government)\b(?:al\b)?/
/** Its arms: organisations of the country, but not the country. */
const ARM =
  /^(?:['\u2019]s)? (?:(?:federal|national|naval|secret|foreign|military|state) )?(?:military|army|Army|navy|Navy|air force|Air Force|intelligence(?: (?:services?|agenc(?:y|ies)))?|security services?|police|parliament|Parliament)\b/
const BEFORE = /\b[Gg]overnments? of (?:the )?$/

/** Governments and their arms: "the Iranian government", "government of Canada", "Dutch police". */
export function governments({ text, names }: ExtractContext): Found[] {
  const found: Found[] = []
  for (const { start, end, candidates } of names) {
    const government = candidates.find(({ entity, name }) => entity.type === 'country' && name.role === 'government')
    if (
      government &&
      government.name.match !== 'context' &&
      candidates.every(({ entity }) => entity.type !== 'place')
    ) {
      found.push({
        start: start + article(text, start),
        end,
        canonical: government.name.text,
        entity: government.entity.id,
      })
      continue
    }
    const country = candidates.find(({ entity, name }) => entity.type === 'country' && name.role !== 'capital')
    if (!country) continue
    const after = text.slice(end, end + 48)
    const state = STATE.exec(after)?.[0]
    if (state) {
      const last = end + state.length
      found.push({
        start,
        end: last + compound(text, last),
        canonical: `Government of ${country.entity.name}`,
        entity: country.entity.id,
      })
      continue
    }
    const arm = ARM.exec(after)?.[0]
    if (arm) found.push({ start, end: end + arm.length, canonical: text.slice(start, end + arm.length) })
    const before = BEFORE.exec(text.slice(Math.max(0, start - 20), start))?.[0]
    if (before)
      found.push({
        start: start - before.length,
        end,
        canonical: `Government of ${country.entity.name}`,
        entity: country.entity.id,
      })
  }
  return found
}
