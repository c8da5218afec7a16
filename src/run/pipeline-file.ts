import { basename, dirname, extname } from 'node:path'
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { DEFAULT_FETCH, type FetchSettings } from '../load/fetch/settings.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import { limitsOf } from '../model/limits.ts'
import { possible } from './nearest.ts'
import { DEFAULTS, FORMATS, type Pipeline } from './pipeline.ts'
import { entriesOf, placeOfNth, wrongRemote } from './pipeline-entries.ts'
import { pipelineSchema } from './pipeline-schema.ts'
import type { PluginRef } from './plugin.ts'
import { faultsOf } from './schema-words.ts'
import { userText } from './user-text.ts'

/** Bytes that a pipeline file may have; a longer one is something else. */
const LIMIT = 1 << 20

/**
 * Reads a pipeline file.
 * @throws FatalError 2 naming file, line and key of everything that is wrong with it
 */
export async function readPipeline(file: string): Promise<Pipeline> {
  const lines = new LineCounter()
  const yaml = parseDocument(textOf(file), { lineCounter: lines, prettyErrors: false })
  const at = (offset: number | undefined): string => {
    if (offset === undefined) return file
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  if (yaml.errors.length > 0) throw wrong(yaml.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`))
  const given = plainOf(yaml, file)
  const parsed = pipelineSchema.safeParse(given)
  if (!parsed.success)
    throw wrong(
      faultsOf(pipelineSchema, parsed.error, given).map(({ path, words, ofKey }) => {
        const key = path.length === 0 ? 'a pipeline' : path.join('.')
        return `${at(offsetOf(yaml, path, ofKey === true))}: ${key}: ${words}`
      }),
    )
  const { load, name, plugins, limits, fetch, ...rest } = parsed.data
  const [index, reason] = wrongRemote(parsed.data) ?? []
  if (index !== undefined)
    throw wrong([`${at(offsetOf(yaml, ['load', String(index)], false))}: load.${index}: ${reason}`])
  const pipeline: Pipeline = {
    ...DEFAULTS,
    name: name ?? basename(file, extname(file)),
    ...entriesOf(load),
    ...(fetch ? { fetch: { ...DEFAULT_FETCH, ...fetch } as FetchSettings } : {}),
    limits: limitsOf(limits),
    ...(rest as Partial<Pipeline>),
    plugins: await findPlugins(plugins ?? [], file, index => at(offsetOf(yaml, ['plugins', String(index)], false))),
  }
  const unknown = await unknownIds(pipeline, parsed.data.load)
  if (unknown.length > 0)
    throw wrong(
      unknown.map(
        ({ path, what, id, known }) =>
          `${at(offsetOf(yaml, path, true))}: ${path.join('.')}: there is no ${what} \u201c${id}\u201d${possible(id, known)}`,
      ),
    )
  return pipeline
}

async function findPlugins(
  names: readonly string[],
  file: string,
  place: (index: number) => string,
): Promise<PluginRef[]> {
  if (names.length === 0) return []
  const [{ findPlugin }, { partsWith }] = await Promise.all([import('./plugin-find.ts'), import('./parts.ts')])
  const found: PluginRef[] = []
  for (const [index, name] of names.entries()) {
    try {
      found.push(findPlugin(name, [dirname(file), '.']))
      await partsWith(found)
    } catch (error) {
      if (!(error instanceof FatalError)) throw error
      throw new FatalError(`${place(index)}: plugins.${index}: ${error.message}`, error.exitCode, { cause: error })
    }
  }
  return found
}

/** Where the nth of the entries that are read from disk stands, as `placeIn` says it. */
export function placeOfInput(file: string, nth: number): string {
  const { load } = parseDocument(textOf(file)).toJS() as z.infer<typeof pipelineSchema>
  return placeIn(file, ['load', placeOfNth(load, nth)])
}

/**
 * Where a key of a pipeline file stands, as `file:line:column: load.1`, for what is found wrong with its value later.
 * @throws FatalError as `readPipeline`
 */
export function placeIn(file: string, path: readonly (string | number)[]): string {
  const lines = new LineCounter()
  const offset = offsetOf(parseDocument(textOf(file), { lineCounter: lines }), path.map(String), false)
  const { line, col } = lines.linePos(offset ?? 0)
  return `${file}:${line}:${col}: ${path.join('.')}`
}

const textOf = (file: string): string => userText(file, LIMIT, 'a pipeline')

const wrong = (lines: readonly string[]): FatalError => new FatalError(lines.join('\nerrata: '), EXIT.usage)

/** The file as plain values. Refuses alias bombs (yaml counts them) and names such as __proto__. */
function plainOf(yaml: Document.Parsed, file: string): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new FatalError(`${file}: ${(error as Error).message}`, EXIT.usage, { cause: error })
  }
}

/** Where a key (or its value) stands; where what holds it stands, when it is missing. */
function offsetOf(yaml: Document.Parsed, path: readonly string[], key: boolean): number | undefined {
  let node: unknown = yaml.contents
  let offset: number | undefined = yaml.contents?.range?.[0]
  for (const [depth, name] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === name)
      if (!pair) return offset
      const wanted = key && depth === path.length - 1 ? pair.key : (pair.value ?? pair.key)
      offset = rangeOf(wanted) ?? offset
      node = pair.value
    } else {
      node = (node as { items?: unknown[] } | null)?.items?.[Number(name)]
      offset = rangeOf(node) ?? offset
    }
  }
  return offset
}

const rangeOf = (node: unknown): number | undefined =>
  (node as { range?: readonly [number, ...unknown[]] | null } | null)?.range?.[0]

/** What no part has as its id; the parts are loaded only when a pipeline names some that are not known by heart. */
async function unknownIds(
  { checks, report, plugins }: Pipeline,
  load: z.infer<typeof pipelineSchema>['load'],
): Promise<
  { readonly path: string[]; readonly what: string; readonly id: string; readonly known: readonly string[] }[]
> {
  const wanted = [
    ...Object.keys(checks).map(id => ({ path: ['checks', id], what: 'check', id })),
    ...report.map((id, index) => ({ path: ['report', String(index)], what: 'format', id })),
    ...load.flatMap((entry, index) =>
      typeof entry !== 'string' && 'loader' in entry
        ? [{ path: ['load', String(index), 'loader'], what: 'loader of a plugin', id: entry.loader }]
        : [],
    ),
  ].filter(({ what, id }) => what !== 'format' || !(FORMATS as readonly string[]).includes(id))
  if (wanted.length === 0) return []
  const parts = await (await import('./parts.ts')).partsWith(plugins)
  const of = { check: parts.checks, format: parts.writers, 'loader of a plugin': parts.loaders }
  return wanted
    .map(one => ({ ...one, known: of[one.what as keyof typeof of].map(part => part.id) }))
    .filter(({ id, known }) => !known.includes(id))
}
