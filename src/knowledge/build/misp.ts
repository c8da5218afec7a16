import type { Entity } from '../../model/entity.ts'
import type { Collector, Entry } from './collector.ts'
import { type ClusterEntry, type Report, type SourceFile, strings } from './galaxy.ts'
import { type Bare, bareName, checkName, splitNames } from './names.ts'

type Misp = Extract<SourceFile, { kind: 'misp' }>

/** Galaxy type → source id, entity type and kind of malware. `country`, `region`, `sector` have their own files. */
const CLUSTERS: Readonly<Record<string, { readonly source: string; readonly type: Entity['type'] }>> = {
  'threat-actor': { source: 'misp', type: 'actor' },
  'microsoft-activity-group': { source: 'microsoft', type: 'actor' },
  ransomware: { source: 'misp-ransomware', type: 'malware' },
  rat: { source: 'misp-rat', type: 'malware' },
  stealer: { source: 'misp-stealer', type: 'malware' },
  backdoor: { source: 'misp-backdoor', type: 'malware' },
  banker: { source: 'misp-banker', type: 'malware' },
  botnet: { source: 'misp-botnet', type: 'malware' },
  wiper: { source: 'misp-wiper', type: 'malware' },
  tool: { source: 'misp-tool', type: 'malware' },
}

/** The source id under which a cluster's statements stand; undefined for clusters of other things. */
export const sourceOf = (type: string): string | undefined => CLUSTERS[type]?.source

/** Kinds of malware that a cluster's own name states. */
const KINDS = new Set(['ransomware', 'rat', 'stealer', 'backdoor', 'banker', 'botnet', 'wiper'])

/** MISP's estimative language as numbers (the galaxy's own scale). */
const LIKELIHOOD: Readonly<Record<string, number>> = {
  'almost-certain': 97,
  'very-likely': 87,
  likely: 70,
  'roughly-even-chance': 50,
  unlikely: 30,
  'very-unlikely': 13,
}

/** A relation whose other end may stand in a file read later. */
export interface Pending {
  readonly entry: Entry
  readonly predicate: string
  /** UUID of the other end; MISP's galaxies of ATT&CK use STIX's. */
  readonly to: string
  readonly source: string
  readonly confidence?: number
  readonly basis: string
}

/** What the clusters need of the other files. */
export interface MispContext extends Bare {
  readonly collector: Collector
  readonly report: Report
  /** UUID of a producer → its name. */
  readonly producers: ReadonlyMap<string, string>
  /** UUIDs of everything collected. */
  readonly byUuid: Map<string, Entry>
  readonly pending: Pending[]
  /** Whether the name is a legitimate program's (ATT&CK's tools, errata's own list). */
  isTool(name: string): boolean
}

/** Actors, malware and tools of one MISP cluster. */
export function collectMisp({ file, type, entries }: Misp, context: MispContext): void {
  const cluster = CLUSTERS[type]
  if (!cluster) return
  for (const item of entries) {
    const names = splitNames(item.value)
    const fault = checkName(names[0] ?? '')
    if (fault) {
      context.report(file, item.value, fault)
      continue
    }
    const own = (type === 'ransomware' ? bareName(names[0] ?? '', 'malware', context) : undefined) ?? names[0] ?? ''
    const kind = type === 'tool' && context.isTool(own) ? 'tool' : cluster.type
    const entry = context.collector.entry(kind, own, cluster.source).identify(cluster.source, item.uuid)
    context.byUuid.set(item.uuid, entry)
    nameAll(entry, own, names, item, file, cluster.source, context)
    state(entry, item, type, cluster.source)
    for (const { 'dest-uuid': to, type: relation, tags = [] } of item.related) {
      const likely = /likelihood-probability="([a-z-]+)"/.exec(tags.join())?.[1]
      const confidence = likely === undefined ? undefined : LIKELIHOOD[likely]
      const predicate = relation.trim() === 'similar' ? 'overlaps' : relation.trim()
      context.pending.push({
        entry,
        predicate,
        to,
        source: cluster.source,
        basis: relation.trim(),
        ...(confidence === undefined ? {} : { confidence }),
      })
    }
  }
}

function nameAll(
  entry: Entry,
  own: string,
  names: readonly string[],
  item: ClusterEntry,
  file: string,
  source: string,
  context: MispContext,
): void {
  const by = producersOf(item, context.producers)
  const microsoft = source === 'microsoft' ? 'Microsoft' : undefined
  entry.named(own, source, { ...said(by.get(own)?.[0] ?? microsoft) })
  const synonyms = [...names, ...strings(item.meta['synonyms']).flatMap(splitNames)]
  for (const text of synonyms.flatMap(name => [
    name,
    bareName(name, source.startsWith('misp-') ? 'malware' : 'actor', context),
  ])) {
    if (text === undefined || text === own) continue
    const fault = checkName(text)
    if (fault) context.report(file, item.value, `synonym "${text}": ${fault}`)
    else {
      entry.named(text, source)
      for (const producer of by.get(text) ?? []) entry.named(text, source, { by: producer })
    }
  }
}

const said = (by: string | undefined): { by?: string } => (by === undefined ? {} : { by })

/** `name-attribution` rows are NAME:UUID of a producer; names may hold colons. */
function producersOf(item: ClusterEntry, producers: ReadonlyMap<string, string>): Map<string, string[]> {
  const by = new Map<string, string[]>()
  for (const row of strings(item.meta['name-attribution'])) {
    const at = row.lastIndexOf(':')
    const producer = producers.get(row.slice(at + 1))
    if (producer !== undefined) by.set(row.slice(0, at), [...(by.get(row.slice(0, at)) ?? []), producer])
  }
  for (const [key, value] of Object.entries(item.meta)) {
    const producer = strings(value)[0]
    if (key.startsWith('origin:') && producer) {
      const name = key.slice('origin:'.length)
      by.set(name, [...new Set([...(by.get(name) ?? []), producer])])
    }
  }
  return by
}

/** Country, kind of malware and first year, where the cluster has a field for it. */
function state(entry: Entry, { meta }: ClusterEntry, type: string, source: string): void {
  const confidence = Number(strings(meta['attribution-confidence'])[0])
  // 155 of MISP's 164 confidences are exactly its default of 50: no information.
  const known = Number.isInteger(confidence) && confidence !== 50 && confidence > 0 ? { confidence } : {}
  for (const country of strings(meta['country']))
    for (const iso2 of country.toUpperCase().match(/\b[A-Z]{2}\b/g) ?? []) entry.fact('country', iso2, source, known)
  if (KINDS.has(type)) entry.fact('kind', type, source)
  for (const field of ['since', 'first-seen'])
    for (const date of strings(meta[field])) if (/^\d{4}(-\d\d)?$/.test(date)) entry.fact('first-seen', date, source)
}
