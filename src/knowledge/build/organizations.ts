import type { Entity } from '../../model/entity.ts'
import { InputError } from '../../model/errors.ts'
import { slug } from '../../normalise/name.ts'
import { printTable } from '../tables.ts'
import { listedEntity, ownList } from './own-list.ts'

/**
 * The table of organisations from errata's own list: lines of `kind | Name; other name; ?word | ISO2`, `#` comments.
 * A name after `?` is an ordinary word too and counts only beside a cue.
 * @throws InputError naming a line that is not of this form, or an organisation listed twice.
 */
export function buildOrganizations(list: string): string {
  const entities = new Map<string, Entity>()
  for (const listed of ownList(list, 'organisations')) {
    const id = `organization/${slug(listed.name)}`
    if (entities.has(id)) throw new InputError(`organisations, line ${listed.line}: ${listed.name} is listed twice`)
    entities.set(id, listedEntity(id, 'organization', listed, listed.names))
  }
  return printTable({
    kb: '2026.08',
    sources: [{ id: 'errata', ref: 'errata', licence: 'MIT' }],
    entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  })
}
