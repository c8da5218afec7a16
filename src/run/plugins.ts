import { pathToFileURL } from 'node:url'
import { EXIT, FatalError } from '../model/errors.ts'
import type { Parts } from './parts.ts'
import type { Plugin, PluginRef } from './plugin.ts'
import { guarded } from './plugin-guard.ts'
import { pluginSchema } from './plugin-schema.ts'
import { faultsOf } from './schema-words.ts'

const KINDS = ['loaders', 'readers', 'extractors', 'checks', 'writers'] as const

/**
 * Parts, and behind them those of plugins, in the order in which these are named.
 * @throws FatalError 2 naming the plugin and everything that is wrong with it
 */
export async function withPlugins(own: Parts, plugins: readonly PluginRef[]): Promise<Parts> {
  let parts = own
  const owners = new Map<string, string>(
    KINDS.flatMap(kind => own[kind].map(({ id }) => [`${kind} ${id}`, 'errata itself'] as const)),
  )
  for (const ref of plugins) {
    const plugin = await load(ref)
    const taken = KINDS.flatMap(kind =>
      (plugin[kind] ?? []).flatMap(({ id }, index) => {
        const owner = owners.get(`${kind} ${id}`)
        owners.set(`${kind} ${id}`, ref.name)
        return owner === undefined ? [] : [`${kind}.${index}.id: "${id}" is taken by ${owner}`]
      }),
    )
    if (taken.length > 0) throw wrong(ref, taken)
    parts = joined(parts, guarded(ref.name, plugin))
  }
  return parts
}

const wrong = ({ name }: PluginRef, faults: readonly string[]): FatalError =>
  new FatalError(faults.map(fault => `plugin ${name}: ${fault}`).join('\nerrata: '), EXIT.usage)

async function load(ref: PluginRef): Promise<Plugin> {
  let module: Readonly<Record<string, unknown>>
  try {
    module = (await import(pathToFileURL(ref.file).href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    throw new FatalError(`plugin ${ref.name}: cannot be loaded: ${(error as Error).message}`, EXIT.usage, {
      cause: error,
    })
  }
  const plugin = module['plugin']
  if (plugin === undefined) throw wrong(ref, [`its module does not export "plugin" (${ref.file})`])
  const parsed = pluginSchema.safeParse(plugin)
  if (parsed.success) return plugin as Plugin
  throw wrong(
    ref,
    faultsOf(pluginSchema, parsed.error, plugin).map(
      ({ path, words }) => `${path.length === 0 ? '' : `${path.join('.')}: `}${words}`,
    ),
  )
}

const joined = (parts: Parts, { loaders, readers, extractors, checks, writers }: Required<Plugin>): Parts => ({
  loaders: [...parts.loaders, ...loaders],
  readers: [
    ...parts.readers,
    ...readers.map(reader => ({ id: reader.id, mediaTypes: reader.mediaTypes, load: async () => reader })),
  ],
  extractors: [...parts.extractors, ...extractors],
  checks: [...parts.checks, ...checks],
  writers: [...parts.writers, ...writers.map(writer => ({ id: writer.id, load: async () => writer }))],
})
