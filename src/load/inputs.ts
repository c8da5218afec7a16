import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, matchesGlob, resolve, sep } from 'node:path'
import type { Skipped } from '../model/document.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import type { FileEntry } from './file.ts'
import { reasonOf } from './unpack.ts'
import { special, walk } from './walk.ts'

/** One INPUT of the command line, looked at but not yet read. */
export interface Input {
  /** Absolute, links resolved: what makes two inputs the same one. */
  readonly place: string
  /** What it holds, in order, named relative to it. Lists anew at each call. */
  entries(): Iterable<FileEntry | Skipped>
  /** Folders of `place` above which relative names begin: `place` itself for a folder, its parent for a file. */
  readonly base: string
}

/**
 * Looks at each INPUT: a folder, a file, or a quoted glob pattern. One given twice, or inside another, counts once.
 * @throws FatalError (exit code 2) for a path that does not exist, before anything is read
 */
export function inputsOf(given: readonly string[]): Input[] {
  const inputs = new Map<string, Input>()
  for (const path of given) {
    const input = inputOf(path)
    if (!inputs.has(input.place)) inputs.set(input.place, input)
  }
  return [...inputs.values()].filter(({ place }) => !foldersAbove(place).some(folder => inputs.has(folder)))
}

/** Every folder that holds a place, the nearest first. */
function foldersAbove(place: string): string[] {
  const folders: string[] = []
  for (let at = place; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at))
  return folders
}

/** It does not repeat the address, which may carry secrets. */
const ADDRESS =
  'an address is fetched by a pipeline, which says who is asking: "load: [{ url: ADDRESS }]" and "fetch: { contact: YOU }" in a .yaml file'

function inputOf(path: string): Input {
  let stat: Stats | undefined
  try {
    stat = statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new FatalError(`${path}: ${reasonOf(error)}`, EXIT.usage)
  }
  if (!stat && /^https?:\/\//i.test(path)) throw new FatalError(ADDRESS, EXIT.usage)
  if (!stat && !lstatSync(path, { throwIfNoEntry: false }) && /[*?[{]/.test(path)) return globbed(path)
  if (!stat) throw new FatalError(`${path}: no such file or folder`, EXIT.usage)
  const absolute = resolve(path)
  const place = realpathSync(path)
  if (stat.isDirectory()) return { place, base: absolute, entries: () => walk(absolute, shownFolder(path)) }
  const doc = basename(absolute)
  const entry = stat.isFile() ? { file: Buffer.from(absolute), doc } : { path: doc, reason: special(stat) }
  return { place, base: dirname(absolute), entries: () => [entry] }
}

const shownFolder = (path: string): string => path.replace(/(?<=[^/])\/+$/, '')

/** The files under the fixed part of a pattern that match it; all else under there was not asked for. */
function globbed(pattern: string): Input {
  const parts = resolve(pattern).split(sep)
  const fixed = parts.findIndex(part => /[*?[{]/.test(part))
  const base = parts.slice(0, fixed).join(sep) || sep
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory())
    throw new FatalError(`${pattern}: no such file or folder`, EXIT.usage)
  const rest = parts.slice(fixed).join('/')
  const entries = function* () {
    let any = false
    for (const entry of walk(base, '.')) {
      if (!matchesGlob('file' in entry ? entry.doc : entry.path, rest)) continue
      any = true
      yield entry
    }
    if (!any) throw new FatalError(`${pattern}: no file matches`, EXIT.usage)
  }
  return { place: join(realpathSync(base), rest), base, entries }
}

/**
 * Names to put in front of an input's documents where another input has one of the same name: as few of the last
 * folders of each input's place as tell all inputs apart.
 */
export function labels(inputs: readonly Input[]): Map<Input, string> {
  const parts = inputs.map(({ base }) => base.split(sep).filter(Boolean))
  const longest = Math.max(...parts.map(({ length }) => length))
  for (let depth = 1; depth <= longest; depth++) {
    const names = parts.map(part => part.slice(-depth).join('/'))
    if (depth === longest || new Set(names).size === new Set(inputs.map(({ base }) => base)).size)
      return new Map(inputs.map((input, index) => [input, names[index] ?? '']))
  }
  return new Map()
}
