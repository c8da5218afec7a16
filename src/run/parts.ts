import { checks, extractors, readers, writers } from '../builtin.ts'
import type { Check, Extractor, Loader } from '../model/stage.ts'
import type { PluginRef } from './plugin.ts'

/** What does the work: errata's own parts, in order, and those of plugins after them. */
export interface Parts {
  readonly loaders: readonly Loader[]
  readonly readers: typeof readers
  readonly extractors: readonly Extractor[]
  readonly checks: readonly Check[]
  readonly writers: typeof writers
}

/** errata's own. Its loaders are no entries of a list: what a path is decides which of them takes it. */
export const BUILTIN: Parts = { loaders: [], readers, extractors, checks, writers }

/**
 * errata's own parts and those of plugins.
 * @throws FatalError 2 naming the plugin and what is wrong with it
 */
export const partsWith = async (plugins: readonly PluginRef[] = []): Promise<Parts> =>
  plugins.length === 0 ? BUILTIN : (await import('./plugins.ts')).withPlugins(BUILTIN, plugins)
