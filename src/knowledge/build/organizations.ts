import type { Entity, EntityName } from '../../model/entity.ts'
import { InputError } from '../../model/errors.ts'
import { slug } from '../../normalise/name.ts'
import { printTable } from '../tables.ts'

/**
 * The table of organisations from errata's own list: lines of `kind | Name; other name; ?word | ISO2`, `#` comments.
 * A name after `?` is an ordinary word too and counts only beside a cue.
 * @throws InputError naming a line that is not of this form, or an organisation listed twice.
 */
export function buildOrganizations(list: string): string {
  const entities = new Map<string, Entity>()
  for (const [index, line] of list.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [kind, all, country] = line.split('|').map(part => part.trim())
    const names = (all ?? '').split(';').map(nameOf)
    const name = names[0]?.text
    if (!kind || !name || !(country === undefined || /^[A-Z]{2}$/.test(country)))
      throw new InputError(`organisations, line ${index + 1}: not "kind | names | ISO2": ${line}`)
    const id = `organization/${slug(name)}`
    if (entities.has(id)) throw new InputError(`organisations, line ${index + 1}: ${name} is listed twice`)
    entities.set(id, {
      id,
      type: 'organization',
      name,
      names,
      facts: [
        { predicate: 'kind', value: kind, source: 'errata' },
        ...(country === undefined ? [] : [{ predicate: 'country', value: country, source: 'errata' }]),
      ],
      ids: {},
    })
  }
  return printTable({
    kb: '2026.08',
    sources: [{ id: 'errata', ref: 'errata', licence: 'MIT' }],
    entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  })
}

const nameOf = (text: string): EntityName => {
  const word = text.trim()
  const context = word.startsWith('?')
  return { text: context ? word.slice(1) : word, sources: ['errata'], match: context ? 'context' : 'exact' }
}
