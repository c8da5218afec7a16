import type { Candidate, ExtractContext } from '../model/stage.ts'
import { type Found, glued } from './found.ts'
import { companyCue } from './organization-cue.ts'

/** Words after a name that is an ordinary word too, and make it an organisation. */
const AFTER =
  /^(?:['\u2019]s\b|,? (?:said|says|told|announced|confirmed|warned|reported|published|disclosed|acknowledged|admitted|declined|denied|refused|suspended|banned|removed|deleted|patched|fixed|released|fired|hired|acquired|sued|paid|agreed|notified|blocked|launched|is investigating)\b)/
const BEFORE = /\b(?:at|by|giant|acquired|according to|customers of|statement from)(?: the)? $/i
/** Products of Microsoft, where its name is cut to "MS". */
const PRODUCT = /^ (?:Office|Word|Excel|Outlook|Windows|Exchange|PowerPoint|SQL|Teams)\b/
/** A name that goes on into the name of something else. */
const LONGER = /^ (?:ATT&CK|Award|Awards|Conference|Summit|Prize)\b/

/** Organisations that the knowledge base lists. Names that are words too count once a cue or another name of theirs stands in the text. */
export function listedOrganizations({ text, names }: ExtractContext): Found[] {
  const sure: Found[] = []
  const unsure: Found[] = []
  const established = new Set<string>()
  for (const { start, end, candidates } of names) {
    const fitting = candidates.filter(({ entity }) => entity.type === 'organization')
    const best = fitting.find(({ entity }) => entity.name === text.slice(start, end)) ?? fitting[0]
    if (!best || glued(text, start, end) || LONGER.test(text.slice(end, end + 12))) continue
    const found = { start, end, canonical: best.entity.name, entity: best.entity.id }
    if (isSure(text, found, best)) {
      sure.push(found)
      established.add(found.entity)
    } else if (/^\p{Lu}/u.test(text.slice(start, end))) unsure.push(found)
  }
  for (const { entity } of enumerated(text, sure, unsure)) if (entity !== undefined) established.add(entity)
  return [...sure, ...unsure.filter(({ entity }) => entity !== undefined && established.has(entity))]
}

/** "Facebook, Twitter and Instagram": a company among companies. Both lists are in order. */
function enumerated(text: string, sure: readonly Found[], unsure: readonly Found[]): Found[] {
  const inOrder = [...sure, ...unsure].sort((a, b) => a.start - b.start)
  const believed = new Set<Found>(sure)
  const joins = (a: Found, b: Found): boolean =>
    b.start > a.end && b.start - a.end < 8 && JOIN.test(text.slice(a.end, b.start))
  for (const order of [inOrder, inOrder.toReversed()])
    for (const [index, found] of order.entries()) {
      const before = order[index - 1]
      if (before && believed.has(before) && (joins(before, found) || joins(found, before))) believed.add(found)
    }
  return unsure.filter(found => believed.has(found))
}

const JOIN = /^, (?:and |or |& )?$|^ (?:and|or|&) $/

function isSure(text: string, { start, end }: Found, { name, entity }: Candidate): boolean {
  if (name.match !== 'context') return true
  const words = text.slice(start, end)
  if (!/^\p{Lu}/u.test(words)) return false
  const after = text.slice(end, end + 24)
  if (entity.id === 'organization/microsoft') return PRODUCT.test(after)
  return companyCue(text, start, end) || AFTER.test(after) || BEFORE.test(text.slice(Math.max(0, start - 24), start))
}
