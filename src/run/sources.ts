import { inputsOf } from '../load/inputs.ts'
import { load } from '../load/load.ts'
import type { Open } from '../load/packet.ts'
import type { Skipped, Source } from '../model/document.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import type { Pipeline } from './pipeline.ts'

/**
 * Everything under the inputs, in order: bytes, or why there are none.
 * @param published ISO date that holds as every document's date of publication
 * @param open takes apart what must be parsed for it
 * @throws FatalError 2 for a path that does not exist
 */
export const sources = (inputs: readonly string[], published?: string, open?: Open): AsyncIterable<Source | Skipped> =>
  load(inputs, published === undefined ? undefined : { published }, open)

/** Looks whether the inputs are there, before anything else is touched. @throws FatalError 2 when one is not */
export function checkInputs(inputs: readonly string[]): void {
  inputsOf(inputs.filter(path => path !== '-'))
}

/**
 * Everything that a pipeline loads: what its inputs hold, then what its plugins' loaders bring.
 * @throws FatalError 2 for a path that does not exist, or a loader that no plugin has
 */
export const pipelineSources = (pipeline: Pipeline, open?: Open): AsyncIterable<Source | Skipped> =>
  pipeline.loaders.length === 0 ? sources(pipeline.load, pipeline.published, open) : apart(withLoaders(pipeline, open))

/** Status has one line a path, and plugins call things as they like: of equal paths, the later ones are numbered. */
async function* apart(items: AsyncIterable<Source | Skipped>): AsyncGenerator<Source | Skipped> {
  const counts = new Map<string, number>()
  for await (const item of items) {
    const count = (counts.get(item.path) ?? 0) + 1
    counts.set(item.path, count)
    yield count === 1 ? item : { ...item, path: `${item.path} (${count})` }
  }
}

async function* withLoaders(
  { load, published, loaders, plugins }: Pipeline,
  open: Open | undefined,
): AsyncGenerator<Source | Skipped> {
  yield* sources(load, published, open)
  const parts = await (await import('./parts.ts')).partsWith(plugins)
  for (const { loader, options } of loaders) {
    const found = parts.loaders.find(({ id }) => id === loader)
    if (!found) throw new FatalError(`there is no loader "${loader}"`, EXIT.usage)
    for await (const item of found.load(options))
      yield 'reason' in item || published === undefined ? item : { ...item, hints: { ...item.hints, published } }
  }
}

/**
 * What tells two runs over the same inputs from others: where these are. Undefined when a run cannot know what is no longer there:
 * standard input, and loaders of plugins, bring what they bring.
 */
export function scopeOf({ load, loaders }: Pipeline): string | undefined {
  if (load.length === 0 || load.includes('-') || loaders.length > 0) return undefined
  return JSON.stringify(
    inputsOf(load)
      .map(({ place }) => place)
      .sort(),
  )
}
