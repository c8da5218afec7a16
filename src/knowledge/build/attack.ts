import type { Entity } from '../../model/entity.ts'
import { foldName } from '../../normalise/name.ts'
import type { Collector, Entry } from './collector.ts'
import type { Report, SourceFile, StixObject } from './galaxy.ts'
import type { Pending } from './misp.ts'
import { type Bare, bareName, checkName } from './names.ts'

type Attack = Extract<SourceFile, { kind: 'attack' }>

const TYPES: Readonly<Record<string, Entity['type']>> = {
  'intrusion-set': 'actor',
  malware: 'malware',
  tool: 'tool',
  campaign: 'campaign',
  'attack-pattern': 'technique',
}

export interface AttackContext extends Bare {
  readonly collector: Collector
  readonly report: Report
  readonly byUuid: Map<string, Entry>
  readonly pending: Pending[]
  /** Names of producers, as citations begin with them. */
  readonly producers: readonly string[]
  /** Folded country name or demonym → ISO code. */
  readonly countries: ReadonlyMap<string, string>
}

const uuidOf = (id: string): string => id.slice(id.indexOf('--') + 2)

/** Groups, campaigns, software and techniques of an ATT&CK bundle; revoked names point to their successors. */
export function collectAttack({ file, objects }: Attack, context: AttackContext): void {
  const retired = new Map<string, string>()
  for (const object of objects) {
    const type = TYPES[object.type]
    if (!type) continue
    const fault = object.name === undefined ? 'has no name' : checkName(object.name)
    if (object.revoked || object.x_mitre_deprecated) retired.set(object.id, object.name ?? '')
    else if (fault && type !== 'technique') context.report(file, object.name ?? object.id, fault)
    else collect(type, object, context)
  }
  for (const object of objects) relate(object, retired, context)
}

function collect(type: Entity['type'], object: StixObject, context: AttackContext): void {
  const name = object.name ?? ''
  const id = object.external_references?.find(({ source_name }) => source_name.startsWith('mitre-'))?.external_id
  // Techniques share names across parents ("Malware", "Botnet"): their number tells them apart.
  const entry =
    type === 'technique'
      ? context.collector.entry(type, `${name} ${id ?? ''}`.trim(), 'attack', (id ?? name).toLowerCase())
      : context.collector.entry(type, name, 'attack')
  if (id) entry.identify('attack', id)
  context.byUuid.set(uuidOf(object.id), entry)
  entry.named(name, 'attack')
  const bare = bareName(name, type, context)
  if (bare !== undefined) entry.named(bare, 'attack')
  for (const alias of [...(object.aliases ?? []), ...(object.x_mitre_aliases ?? [])]) {
    if (checkName(alias) !== undefined) continue
    const by = citedProducer(alias, object, context.producers)
    entry.named(alias, 'attack', by === undefined ? {} : { by })
  }
  if (object.first_seen) entry.fact('first-seen', object.first_seen.slice(0, 7), 'attack')
  if (object.last_seen) entry.fact('last-seen', object.last_seen.slice(0, 7), 'attack')
  if (type !== 'actor') return
  const iso2 = statedCountry(object.description ?? '', context.countries)
  if (iso2) entry.fact('country', iso2, 'attack', { basis: 'description' })
  const since = /[Aa]ctive since (?:at least )?(?:[A-Z][a-z]+ )?(\d{4})\b/.exec(object.description ?? '')?.[1]
  if (since) entry.fact('first-seen', since, 'attack', { basis: 'description' })
}

function relate(object: StixObject, retired: ReadonlyMap<string, string>, context: AttackContext): void {
  const { type, relationship_type: relation, source_ref: from, target_ref: to } = object
  if (type !== 'relationship' || !relation || !from || !to) return
  const former = retired.get(from)
  if (relation === 'revoked-by' && former !== undefined) {
    const successor = context.byUuid.get(uuidOf(to))
    successor?.named(former, 'attack').fact('formerly', former, 'attack', { basis: 'revoked-by' })
    return
  }
  const entry = context.byUuid.get(uuidOf(from))
  if (entry)
    context.pending.push({ entry, predicate: relation, to: uuidOf(to), source: 'attack', basis: 'relationship' })
}

/** Who a name comes from, when the alias's own citation names both: "(Citation: CISA AA20-239A BeagleBoyz August 2020)". */
function citedProducer(alias: string, object: StixObject, producers: readonly string[]): string | undefined {
  const reference = object.external_references?.find(({ source_name }) => source_name === alias)
  for (const [, citation = ''] of (reference?.description ?? '').matchAll(/\(Citation: ([^)]+)\)/g)) {
    const producer = producers.find(name => citation.startsWith(`${name} `))
    if (producer !== undefined && foldName(citation).includes(foldName(alias))) return producer
  }
  return undefined
}

/** Where the first sentence turns from the group to its victims or to the names it goes by. */
const VICTIMS = /\b(?:target|victim|against|compromis|attack|organizations? in|entities in|including|such as)/i

/** The country that the first sentence of a description gives a group, as name or demonym. */
export function statedCountry(description: string, countries: ReadonlyMap<string, string>): string | undefined {
  const first = description.replace(/\(https?:[^)]*\)|\(Citation:[^)]*\)/g, ' ').split(/(?<=[a-z)])\.\s/)[0]
  const about = (first ?? '').replace(/^\s*\[[^\]]*\]/, '').split(VICTIMS)[0] ?? ''
  const words = about.split(/[\s-]+/)
  for (let at = 0; at < words.length; at++)
    for (const length of [4, 3, 2, 1]) {
      const phrase = words.slice(at, at + length).join(' ')
      // Demonyms and countries are capitalised; "Russian-speaking" says a language.
      if (!/^\p{Lu}/u.test(phrase) || words[at + length] === 'speaking') continue
      const iso2 = countries.get(foldName(phrase)) ?? countries.get(foldName(phrase.replace(/['’]s?$/, '')))
      if (iso2) return iso2
    }
  return undefined
}
