import type { RemoteEntry } from '../load/fetch/lists.ts'
import type { FetchSettings } from '../load/fetch/settings.ts'
import type { Severity } from '../model/discrepancy.ts'
import { LIMITS, type Limits } from '../model/limits.ts'
import type { Notify } from './notify-schema.ts'
import type { PluginRef } from './plugin.ts'

/** Traffic light protocol 2.0, least restrictive first (https://www.first.org/tlp/). */
export const TLP = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const
export type Tlp = (typeof TLP)[number]

/** The most restrictive of some labels, which a report over all of them carries; undefined when there is none. */
export const mostRestrictive = (labels: readonly (string | undefined)[]): Tlp | undefined =>
  TLP.findLast(label => labels.includes(label))

/** Formats of a report that errata writes; plugins may add others. */
export const FORMATS = ['html', 'md', 'txt', 'jsonl', 'csv', 'sarif', 'stix', 'webannotation'] as const

/** Admiralty code: how far a source can be trusted, A (completely) to E (not), F when that cannot be judged. */
export const RELIABILITY = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof RELIABILITY)[number]

/** What one run does, from a pipeline file or from the inputs of a command line. */
export interface Pipeline {
  readonly name: string
  /** Files, folders, globs or `-`, relative to the working folder. */
  readonly load: readonly string[]
  /** Loaders of plugins by id, and what the pipeline tells them; after `load`. */
  readonly loaders: readonly { readonly loader: string; readonly options?: unknown }[]
  /** Feeds, sitemaps and addresses; after `load`. */
  readonly remote: readonly RemoteEntry[]
  /** There when anything is fetched. */
  readonly fetch?: FetchSettings
  /** Checks by id that are off or have another severity than their own. */
  readonly checks: Readonly<Record<string, 'off' | Severity>>
  /** Formats of the report. */
  readonly report: readonly string[]
  /** Path of the database. */
  readonly store: string
  readonly tlp?: Tlp
  readonly reliability?: Reliability
  /** ISO date that holds as every document's date of publication. */
  readonly published?: string
  /** Files of entities of one's own. */
  readonly knowledge: readonly string[]
  /** The team's file of decisions, rules and corrections. */
  readonly suppressions?: string
  readonly plugins: readonly PluginRef[]
  /** Whom a run tells how it ended. */
  readonly notify: readonly Notify[]
  /** File of the last run's figures for Prometheus. */
  readonly metrics?: string
  readonly limits: Limits
}

/** What holds where a pipeline says nothing; `pipelines/folder.yaml` is the same. */
export const DEFAULTS: Pipeline = {
  name: 'folder',
  load: [],
  loaders: [],
  remote: [],
  checks: {},
  report: ['html', 'md', 'jsonl', 'csv'],
  store: 'output/errata.sqlite',
  knowledge: [],
  plugins: [],
  notify: [],
  limits: LIMITS,
}
