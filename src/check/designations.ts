import type { Entity, Link } from '../model/entity.ts'
import type { CheckContext } from '../model/stage.ts'
import { designation } from '../normalise/name.ts'

/** Every place of one designation of a numbered series (APT38, TA505) in a document. */
export interface Designated {
  /** Series and number, folded: "apt38". */
  readonly code: string
  /** As first written. */
  readonly text: string
  readonly entity: Entity | null
  readonly links: readonly Link[]
}

/** ATT&CK numbers its tactics TA0001 to TA0111: no actors. */
const TACTIC = /^ta00\d\d$|^ta01\d\d$/

/** The actor designations of a document as they are written, in order of appearance. */
export function designations({ links }: CheckContext): Designated[] {
  const byCode = new Map<string, Link[]>()
  for (const link of links) {
    if (link.mention.type !== 'actor') continue
    const parts = designation(link.mention.text)
    const code = parts ? parts.series + parts.number : ''
    if (!parts || TACTIC.test(code)) continue
    const list = byCode.get(code)
    if (list) list.push(link)
    else byCode.set(code, [link])
  }
  return [...byCode].map(([code, list]) => ({
    code,
    text: list[0]?.mention.text ?? code,
    entity: list[0]?.entity ?? null,
    links: list,
  }))
}
