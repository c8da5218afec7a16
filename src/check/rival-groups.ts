import { rivalNames } from '../knowledge/rivals.ts'
import type { Span } from '../model/span.ts'

/** Every place of one name that has rivals, and its fields. */
export interface RivalGroup {
  readonly name: string
  readonly fields: readonly string[]
  readonly places: readonly Span[]
}

/** The names with rivals in a document, most frequent first. */
export function rivalGroups({ text }: { readonly text: string }): RivalGroup[] {
  return [...Map.groupBy(rivalNames(text), ({ name }) => name)]
    .map(([name, places]) => ({ name, fields: places[0]?.fields ?? [], places }))
    .sort((a, b) => b.places.length - a.places.length || (a.name < b.name ? -1 : 1))
}

/** Whether the two stand in one field. */
export const rivals = (a: RivalGroup, b: RivalGroup): boolean => a.fields.some(field => b.fields.includes(field))
