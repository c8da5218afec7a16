import type { Entity, EntityName } from '../../model/entity.ts'
import { InputError } from '../../model/errors.ts'

/** A line of errata's own lists of organisations and places. */
export interface Listed {
  readonly line: number
  readonly kind: string
  /** The first name, which the entity goes by. */
  readonly name: string
  readonly names: readonly EntityName[]
  readonly country?: string
}

/**
 * Lines of `kind | Name; other name; ?word | ISO2`, `#` comments. A name after `?` is an ordinary word too and counts only
 * beside a cue.
 * @param what the list, for errors
 * @throws InputError naming a line that is not of this form
 */
export function* ownList(list: string, what: string): Generator<Listed> {
  for (const [index, line] of list.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [kind, all, country] = line.split('|').map(part => part.trim())
    const names = (all ?? '').split(';').map(nameOf)
    const name = names[0]?.text
    if (!kind || !name || !(country === undefined || /^[A-Z]{2}$/.test(country)))
      throw new InputError(`${what}, line ${index + 1}: not "kind | names | ISO2": ${line}`)
    yield { line: index + 1, kind, name, names, ...(country === undefined ? {} : { country }) }
  }
}

/** The entity of a line, under an id and with the names that it keeps. */
export const listedEntity = (
  id: string,
  type: Entity['type'],
  { name, kind, country }: Listed,
  names: readonly EntityName[],
): Entity => ({
  id,
  type,
  name,
  names,
  facts: [
    { predicate: 'kind', value: kind, source: 'errata' },
    ...(country === undefined ? [] : [{ predicate: 'country', value: country, source: 'errata' }]),
  ],
  ids: {},
})

function nameOf(text: string): EntityName {
  const word = text.trim()
  const context = word.startsWith('?')
  return { text: context ? word.slice(1) : word, sources: ['errata'], match: context ? 'context' : 'exact' }
}
