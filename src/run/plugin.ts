import type { Check, Extractor, Loader, Reader } from '../model/stage.ts'
import type { Writer } from '../report/report.ts'

/** What a package adds to errata: its module exports this as `plugin`. Ids must be new, also among plugins. */
export interface Plugin {
  /** Named in a pipeline as `load: [{ loader: ID, options: … }]`; `options` reach `load` as they stand there. */
  readonly loaders?: readonly Loader[]
  /** Take what loaders of plugins bring with a media type that errata does not read itself. */
  readonly readers?: readonly Reader[]
  /** Work beside errata's own; where mentions overlap, errata's rule decides. */
  readonly extractors?: readonly Extractor[]
  readonly checks?: readonly Check[]
  /** Formats for `report:` and `--format`. */
  readonly writers?: readonly Writer[]
}

/** A plugin that was found, as plain data: threads load it anew, and the ledger knows it by this. */
export interface PluginRef {
  /** As the pipeline or the command line names it. */
  readonly name: string
  /** Of its package.json; empty when it has none. */
  readonly version: string
  /** Absolute path of its module. */
  readonly file: string
  /** Hash of its code: a plugin that is worked on changes without a new version. */
  readonly hash: string
}
