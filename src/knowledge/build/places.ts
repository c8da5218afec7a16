import type { Collector } from './collector.ts'
import { type ClusterEntry, strings } from './galaxy.ts'
import type { Own } from './own.ts'

/** Countries of fewer people have capitals whose names mostly mean something else (Victoria, Hamilton, Male). */
const SMALL = 1_000_000

/** Capitals that are other cities, given names or words more often than capitals. */
const COMMON_CAPITALS = new Set(['San Jose', 'Santiago', 'Kingston', 'Sofia', 'Victoria', 'Georgetown', 'Bern', 'Male'])

/** Regular plurals of demonyms: Afghans, Israelis, New Zealanders. */
const plural = (demonym: string): string[] => (/(?:an|[^s]i|er)$/.test(demonym) ? [demonym, `${demonym}s`] : [demonym])

/** Countries: MISP's GeoNames-based list, with errata's own words for them. */
export function collectCountries(entries: readonly ClusterEntry[], own: Own['countries'], collector: Collector): void {
  for (const { value, uuid, meta } of entries) {
    const iso2 = strings(meta['ISO'])[0]
    if (!iso2) continue
    const words = own[iso2]
    const name = words?.name ?? value.replace(/\b\p{Ll}/gu, letter => letter.toUpperCase())
    const entry = collector.entry('country', name, 'misp-country', iso2.toLowerCase())
    entry.identify('iso2', iso2).identify('misp-country', uuid)
    const iso3 = strings(meta['ISO3'])[0]
    if (iso3) entry.identify('iso3', iso3)
    const context = new Set(words?.context)
    const match = (text: string) => (context.has(text) ? ({ match: 'context' } as const) : {})
    entry.named(name, 'misp-country', { role: 'name', ...match(name) })
    for (const text of words?.names ?? []) entry.named(text, 'errata', { role: 'name', ...match(text) })
    for (const text of (words?.demonyms ?? []).flatMap(plural))
      entry.named(text, 'errata', { role: 'demonym', ...match(text) })
    for (const text of words?.governments ?? []) entry.named(text, 'errata', { role: 'government', ...match(text) })
    const capital = strings(meta['Capital'])[0]?.trim()
    const common = Number(strings(meta['Population'])[0]) < SMALL || COMMON_CAPITALS.has(capital ?? '')
    if (capital && capital !== name)
      entry.named(capital, 'misp-country', { role: 'capital', ...(common ? { match: 'context' } : {}) })
    const currency = strings(meta['CurrencyCode'])[0]
    if (currency) entry.fact('currency', currency, 'misp-country')
  }
}

/** Currencies: errata's own list; which country uses which stands with the country. */
export function collectCurrencies(own: Own['currencies'], collector: Collector): void {
  for (const [code, { name, signs, names, kind }] of Object.entries(own)) {
    const entry = collector.entry('currency', name, 'errata', code.toLowerCase()).identify('iso4217', code)
    for (const text of [name, code, ...signs, ...names]) entry.named(text, 'errata')
    if (kind) entry.fact('kind', kind, 'errata')
  }
}

/** Regions of UN M49 ("151 - Eastern Europe") and those in everyday use. */
export function collectRegions(entries: readonly ClusterEntry[], own: Own['regions'], collector: Collector): void {
  for (const { value, uuid } of entries) {
    const [, code, name] = /^(\d{3}) - (.+)$/.exec(value) ?? []
    if (code === undefined || name === undefined) continue
    collector
      .entry('region', name, 'misp-region')
      .identify('m49', code)
      .identify('misp-region', uuid)
      .named(name, 'misp-region', name === 'World' ? { match: 'context' } : { role: 'name' })
  }
  for (const { name, names, adjectives } of own) {
    const entry = collector.entry('region', name, 'errata')
    for (const text of [name, ...names]) entry.named(text, 'errata', { role: 'name' })
    for (const text of adjectives) entry.named(text, 'errata', { role: 'demonym' })
  }
}

/** Sectors of MISP's list. */
export function collectSectors(entries: readonly ClusterEntry[], collector: Collector): void {
  for (const { value, uuid, meta } of entries) {
    if (['Unknown', 'Other', 'Country', 'Multi-sector'].includes(value)) continue
    const entry = collector.entry('sector', value, 'misp-sector').identify('misp-sector', uuid)
    for (const text of [value, ...strings(meta['synonyms'])]) entry.named(text.trim(), 'misp-sector')
  }
}
