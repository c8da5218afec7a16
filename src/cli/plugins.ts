import { EXIT, FatalError } from '../model/errors.ts'
import type { Parts } from '../run/parts.ts'
import { FORMATS } from '../run/pipeline.ts'
import type { PluginRef } from '../run/plugin.ts'
import type { Options } from './spec.ts'

/** The plugins of `--plugins`, looked for from the working folder. @throws FatalError 2 when one is missing */
export async function pluginsOf(options: Options): Promise<PluginRef[]> {
  const { plugins } = options
  if (!Array.isArray(plugins)) return []
  const { findPlugin } = await import('../run/plugin-find.ts')
  return plugins.map(name => findPlugin(String(name), ['.']))
}

/** errata's own parts and those of `--plugins`. @throws FatalError 2 when a plugin is missing or wrong */
export const partsOf = async (options: Options): Promise<Parts> =>
  (await import('../run/parts.ts')).partsWith(await pluginsOf(options))

/** Looks whether there is a writer for every format. @throws FatalError 2 when there is none */
export async function checkFormats(formats: readonly string[], plugins: readonly PluginRef[]): Promise<void> {
  if (formats.every(format => (FORMATS as readonly string[]).includes(format))) return
  const { writers } = await (await import('../run/parts.ts')).partsWith(plugins)
  const unknown = formats.find(format => !writers.some(({ id }) => id === format))
  if (unknown !== undefined)
    throw new FatalError(
      `--format: there is no "${unknown}". Allowed: ${writers.map(({ id }) => id).join(', ')}`,
      EXIT.usage,
    )
}
