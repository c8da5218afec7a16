import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { createRequire, findPackageJSON } from 'node:module'
import { dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import type { PluginRef } from './plugin.ts'

interface Manifest {
  readonly version?: unknown
  readonly exports?: unknown
  readonly main?: unknown
}

const found = new Map<string, PluginRef>()

/**
 * Finds a plugin: a package by its name, or a file or folder by a path that begins with a dot or a slash.
 * @param from folders to look from, in order: that of the pipeline file, then the working folder
 * @throws FatalError 2 when there is none
 */
export function findPlugin(name: string, from: readonly string[]): PluginRef {
  const place = isPath(name) ? pathOf(name, from) : packageOf(name, from)
  if (place === undefined)
    throw new FatalError(`plugin ${name}: not found from ${from.join(' or ')}; is it installed there?`, EXIT.usage)
  // A process keeps the modules that it has loaded, and so it keeps what it knows of them.
  const known = found.get(`${name}\u0000${place.file}`)
  if (known) return known
  const version = place.manifest?.version
  const ref = { name, version: typeof version === 'string' ? version : '', file: place.file, hash: hashOf(place) }
  found.set(`${name}\u0000${place.file}`, ref)
  return ref
}

interface Place {
  readonly file: string
  /** The package's folder; undefined for a file by itself. */
  readonly root?: string
  readonly manifest?: Manifest
}

const isPath = (name: string): boolean => /^\.{0,2}[/\\]|^[A-Za-z]:[/\\]/.test(name)

function pathOf(name: string, from: readonly string[]): Place | undefined {
  const path = from.map(folder => resolve(folder, name)).find(candidate => existsSync(candidate))
  if (path === undefined) return undefined
  return statSync(path).isDirectory() ? inFolder(name, path) : { file: path }
}

function packageOf(name: string, from: readonly string[]): Place | undefined {
  for (const folder of from) {
    const base = pathToFileURL(join(resolve(folder), 'pipeline.js'))
    let manifest: string | undefined
    try {
      manifest = findPackageJSON(name, base)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw unusable(name, error)
    }
    if (manifest !== undefined) return inFolder(name, dirname(manifest))
  }
  return undefined
}

function inFolder(name: string, root: string): Place {
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  } catch (error) {
    throw unusable(name, error)
  }
  const entry = importable(manifest.exports) ?? (typeof manifest.main === 'string' ? manifest.main : undefined)
  try {
    // Node's own rules for "main": a name without an extension, a folder, index.js when nothing is said.
    const file = createRequire(join(root, 'package.json')).resolve(entry === undefined ? root : join(root, entry))
    if (!file.startsWith(root + sep)) throw new Error('its module lies outside its folder')
    return { file, root, manifest }
  } catch (error) {
    throw unusable(name, error)
  }
}

const unusable = (name: string, error: unknown): FatalError =>
  new FatalError(`plugin ${name}: ${systemReason(error).split('\n')[0]}`, EXIT.usage, { cause: error })

/** Conditions of "exports" that hold for an import in Node, as its documentation lists them. */
const CONDITIONS = new Set(['node', 'import', 'module-sync', 'default'])

/** The file that an import of a package by its name gets, from "exports"; `createRequire` sees those for `require` only. */
function importable(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports
  if (Array.isArray(exports)) return exports.map(importable).find(file => file !== undefined)
  if (typeof exports !== 'object' || exports === null) return undefined
  const entries = Object.entries(exports)
  if (entries.some(([key]) => key.startsWith('.'))) return importable(Object.fromEntries(entries)['.'])
  for (const [condition, target] of entries) {
    const file = CONDITIONS.has(condition) ? importable(target) : undefined
    if (file !== undefined) return file
  }
  return undefined
}

/** Files of a package that may be its code or its data. */
const CODE = '**/*.{js,mjs,cjs,ts,mts,cts,json,wasm}'

function hashOf({ file, root }: Place): string {
  const names =
    root === undefined ? [file] : globSync(CODE, { cwd: root, exclude: name => name === 'node_modules' }).sort()
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\u0000`).update(readFileSync(resolve(root ?? '', name)))
  return hash.digest('hex').slice(0, 16)
}
