import type { Claim } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Link } from '../model/entity.ts'
import type { Mention } from '../model/mention.ts'
import { indexAt, select } from '../model/span.ts'

/** Claims of a document. First pattern: a nationality right before a group ("the Iranian group APT38"). */
export function claims(doc: Document, _mentions: readonly Mention[], links: readonly Link[]): Claim[] {
  const found: Claim[] = []
  for (let index = 1; index < links.length; index++) {
    const before = links[index - 1]
    const here = links[index]
    if (!before || !here || before.mention.type !== 'country' || here.mention.type !== 'actor' || !before.entity)
      continue
    const between = doc.text.slice(before.mention.end, here.mention.start)
    if (
      !/^(?:[\u2019']s)?[\s-]+(?:(?:linked|based|backed|sponsored|state-sponsored|hacking|cyber|espionage)[\s-]+)*(?:(?:hackers?|group|gang|actors?|apt)\s+)?["\u201c]?$/i.test(
        between,
      )
    )
      continue
    const sentence = doc.sentences[indexAt(doc.sentences, here.mention.start)]
    found.push({
      subject: here.key,
      predicate: 'attributed-to',
      object: { entity: before.key },
      stance: 'asserted',
      at: select(doc, sentence ?? here.mention),
    })
  }
  return found
}
