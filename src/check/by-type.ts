import type { Link } from '../model/entity.ts'
import type { MentionType } from '../model/mention.ts'
import type { CheckContext } from '../model/stage.ts'
import { once } from './once.ts'

const NONE: readonly Link[] = []

const grouped = once((links: readonly Link[]) => Map.groupBy(links, ({ mention }) => mention.type))

/** The linked mentions of one type, sorted by start; grouped once for all checks of a document. */
export const linked = ({ links }: Pick<CheckContext, 'links'>, type: MentionType): readonly Link[] =>
  grouped(links).get(type) ?? NONE
