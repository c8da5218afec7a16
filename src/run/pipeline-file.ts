import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { EXIT, FatalError } from '../model/errors.ts'
import { DEFAULTS, type Pipeline } from './pipeline.ts'
import { pipelineSchema } from './pipeline-schema.ts'

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
  if (!parsed.success) throw wrong(parsed.error.issues.flatMap(issue => sentences(issue, yaml, at)))
  const { load, name, ...rest } = parsed.data
  const pipeline: Pipeline = {
    ...DEFAULTS,
    name: name ?? basename(file, extname(file)),
    load: load.map(entry => (typeof entry === 'string' ? entry : 'folder' in entry ? entry.folder : entry.file)),
    ...(Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'plugins')) as Partial<Pipeline>),
  }
  const unknown = await unknownChecks(Object.keys(pipeline.checks))
  if (unknown.length > 0)
    throw wrong(unknown.map(id => `${at(offsetOf(yaml, ['checks', id], true))}: checks.${id}: there is no such check`))
  return pipeline
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

const wrong = (lines: readonly string[]): FatalError => new FatalError(lines.join('\nerrata: '), EXIT.usage)

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > LIMIT) throw new Error('too large for a pipeline')
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new FatalError(`${file}: ${missing ? 'no such file' : (error as Error).message}`, EXIT.usage, {
      cause: error,
    })
  }
}

/** The file as plain values. Refuses alias bombs (yaml counts them) and names such as __proto__. */
function plainOf(yaml: Document.Parsed, file: string): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new FatalError(`${file}: ${(error as Error).message}`, EXIT.usage, { cause: error })
  }
}

/** What zod found, each with its place. */
function sentences(issue: z.core.$ZodIssue, yaml: Document.Parsed, at: (offset?: number) => string): string[] {
  const path = issue.path.map(String)
  const key = path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(name => {
      const known = path.length === 0 ? `; there are ${Object.keys(pipelineSchema.shape).join(', ')}` : ''
      const place = at(offsetOf(yaml, [...path, name], true))
      return `${place}: ${[...path, name].join('.')}: unknown key${known}`
    })
  const place = at(offsetOf(yaml, path, false))
  return [`${place}: ${key === '' ? 'a pipeline' : key}: ${issue.message.replace(/^Invalid input: /, '')}`]
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

/** Ids that no check has; the checks are loaded only when a pipeline names some. */
async function unknownChecks(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { checks } = await import('../builtin.ts')
  return ids.filter(id => !checks.some(check => check.id === id))
}
