import type { Entity, Link } from '../model/entity.ts'
import type { CheckContext } from '../model/stage.ts'
import { designation } from '../normalise/name.ts'
import { linked } from './by-type.ts'

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
export function designations(context: CheckContext): Designated[] {
  const byCode = Map.groupBy(linked(context, 'actor'), ({ mention }) => {
    const parts = designation(mention.text)
    return parts ? parts.series + parts.number : ''
  })
  return [...byCode].flatMap(([code, list]) =>
    code === '' || TACTIC.test(code)
      ? []
      : [{ code, text: list[0]?.mention.text ?? code, entity: list[0]?.entity ?? null, links: list }],
  )
}
