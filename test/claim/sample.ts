import { claims } from '../../src/claim/claim.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { link } from '../../src/link/link.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { Document } from '../../src/model/document.ts'
import { plain } from '../../src/read/plain.ts'
import { extract } from '../../src/run/analyse.ts'

/** A plain text as a document, published on the day given. */
export function documentOf(text: string, published = '2024-05-16'): Document {
  const bytes = new TextEncoder().encode(text)
  const doc = plain.read({ id: 'f'.repeat(64), doc: 'sample.txt', path: 'sample.txt', mediaType: 'text/plain', bytes })
  return { ...doc, published }
}

/** The claims of a plain text, by the path a run takes. */
export async function claimsOf(text: string): Promise<Claim[]> {
  const knowledge = await loadKnowledge([])
  const doc = documentOf(text)
  const mentions = extract(doc, knowledge)
  return claims(doc, mentions, link(mentions, knowledge))
}

/** What a claim says, in one line: "actor/apt38 stole $100 million (hedged, says organization/fireeye)". */
export function lineOf({ subject, predicate, object, stance, speaker }: Claim): string {
  const what = 'words' in object ? object.words : 'type' in object ? object.text : object.entity
  return `${subject} ${predicate} ${what} (${stance}${speaker ? `, says ${speaker}` : ''})`
}

/** The claims of a text but for what is only said. */
export async function linesOf(text: string): Promise<string[]> {
  return (await claimsOf(text)).filter(({ predicate }) => predicate !== 'said').map(lineOf)
}
