import type { Entity } from '../../model/entity.ts'
import type { Mention } from '../../model/mention.ts'
import type { Report, ReportDocument } from '../report.ts'
import { common, ERRATA, knowledgeInstant, type StixObject, stixId } from './common.ts'

type Linked = ReportDocument['links'][number]

/** What a mention names as a STIX object; nothing for amounts, dates and places without a country, which STIX has no object for. */
export function thing(report: Report, { mention, key }: Linked): StixObject | undefined {
  const at = knowledgeInstant(report.knowledge.version)
  const entity = report.knowledge.get(key)
  const make = (type: string, properties: Readonly<Record<string, unknown>>): StixObject => ({
    ...common(type, stixId(type, key), at),
    created_by_ref: ERRATA,
    ...properties,
    ...references(entity),
  })
  const name = entity?.name ?? nameOf(mention)
  switch (mention.type) {
    case 'actor':
      return make('intrusion-set', { name, ...aliases(entity) })
    case 'malware':
      return make('malware', { name, is_family: true, ...aliases(entity) })
    case 'tool':
      return make('tool', { name, ...aliases(entity) })
    case 'cve':
      return make('vulnerability', { name, external_references: [{ source_name: 'cve', external_id: name }] })
    case 'organization':
      return make('identity', { name, identity_class: 'organization' })
    case 'person':
      return make('identity', { name, identity_class: 'individual' })
    case 'sector':
      return make('identity', { name, identity_class: 'class' })
    case 'country':
    case 'place': {
      const country = mention.value?.iso2
      return country === undefined ? undefined : make('location', { name, country })
    }
    default:
      return undefined
  }
}

/** The words that name a thing that the knowledge base does not know. */
function nameOf({ value, text }: Mention): string {
  if (value === undefined) return text
  if ('canonical' in value) return value.canonical
  if ('id' in value) return value.id
  return 'name' in value ? value.name : text
}

function aliases(entity: Entity | undefined): Readonly<Record<string, unknown>> {
  const others = new Set(entity?.names.map(({ text }) => text).filter(text => text !== entity.name))
  return others.size === 0 ? {} : { aliases: [...others] }
}

/** Ids under which others know an entity. */
const SOURCES: Readonly<Record<string, string>> = { attack: 'mitre-attack', misp: 'misp-galaxy' }

function references(entity: Entity | undefined): Readonly<Record<string, unknown>> {
  const ids = Object.entries(entity?.ids ?? {})
  return ids.length === 0
    ? {}
    : {
        external_references: ids.map(([source, id]) => ({ source_name: SOURCES[source] ?? source, external_id: id })),
      }
}
