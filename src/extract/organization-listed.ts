import type { Candidate, ExtractContext } from '../model/stage.ts'
import { type Found, glued } from './found.ts'

/** Words after a name that is an ordinary word too, and make it an organisation. */
const CUE_AFTER =
  /^(?:['\u2019]s\b|,? (?:Inc|Corp|Ltd|LLC)\b| (?:said|says|told|announced|confirmed|warned|reported|published|disclosed|researchers?|spokes\w+|employees|CEO|customers|officials|executives)\b)/
const CUE_BEFORE =
  /\b(?:at|from|by|company|firm|giant|vendor|retailer|insurer|exchange|platform|provider|maker|startup|bank|organi[sz]ation|according to|acquired|customers of|spokes\w+ for)(?: the)? $/i

/** Organisations that the knowledge base lists. */
export function listedOrganizations({ text, names }: ExtractContext): Found[] {
  const found: Found[] = []
  for (const { start, end, candidates } of names) {
    const organisations = candidates.filter(({ entity }) => entity.type === 'organization')
    const best = organisations[0]
    if (!best || glued(text, start, end)) continue
    if (organisations.every(({ name }) => name.match === 'context') && !cued(text, start, end)) continue
    found.push({
      start,
      end,
      canonical: own(organisations, text.slice(start, end)).entity.name,
      entity: best.entity.id,
    })
  }
  return found
}

const cued = (text: string, start: number, end: number): boolean =>
  CUE_AFTER.test(text.slice(end, end + 16)) || CUE_BEFORE.test(text.slice(Math.max(0, start - 24), start))

/** A name that is an entity's own outranks the same name as another's alias. */
const own = (candidates: readonly Candidate[], words: string): Candidate =>
  candidates.find(({ entity }) => entity.name === words) ?? (candidates[0] as Candidate)
