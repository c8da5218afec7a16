import { isUtf8 } from 'node:buffer'
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import type { Skipped } from '../model/document.ts'
import type { FileEntry } from './file.ts'
import { reasonOf } from './unpack.ts'

const SLASH = Buffer.from('/')

/** An entry of a folder that is not followed: a link to a folder, a FIFO, a device. */
type Listed = { readonly name: Buffer; readonly shown: string; readonly entry: Dirent<Buffer> }

/**
 * Every regular file under a folder, in the order of the bytes of their paths relative to it, each with that path as
 * `doc`; and, as skipped, what is no such file: empty or unreadable folders, special files, links that lead outside.
 * Links to a file inside are followed, links to a folder inside are not (its files are there already). Nothing is
 * opened.
 * @param shown what status calls the folder itself
 */
export function* walk(folder: string, shown: string): Generator<FileEntry | Skipped> {
  const root = Buffer.from(folder)
  yield* inside({ folder: root, path: '', shown, realRoot: Buffer.concat([realpathSync(root, 'buffer'), SLASH]) })
}

interface Place {
  readonly folder: Buffer
  /** Relative to the input, with a slash at the end; empty for the input itself. */
  readonly path: string
  readonly shown: string
  readonly realRoot: Buffer
}

function* inside({ folder, path, shown, realRoot }: Place): Generator<FileEntry | Skipped> {
  let entries: Listed[]
  try {
    entries = list(folder)
  } catch (error) {
    yield { path: shown, reason: reasonOf(error).replace('cannot be read', 'folder cannot be read') }
    return
  }
  if (entries.length === 0) yield { path: shown, reason: 'empty folder' }
  for (const { name, shown: label, entry } of entries) {
    const file = Buffer.concat([folder, SLASH, name])
    const doc = path + label
    if (entry.isDirectory()) yield* inside({ folder: file, path: `${doc}/`, shown: doc, realRoot })
    else if (entry.isSymbolicLink()) yield followed(file, doc, realRoot)
    else if (entry.isFile()) yield { file, doc }
    else yield { path: doc, reason: special(entry) }
  }
}

/**
 * Entries sorted so that whole paths come in order: a folder sorts as its name and a slash. Names that read alike are
 * numbered.
 */
function list(folder: Buffer): Listed[] {
  const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
  const keyed = entries.map(entry => ({
    entry,
    name: entry.name,
    key: entry.isDirectory() ? Buffer.concat([entry.name, SLASH]) : entry.name,
  }))
  keyed.sort((a, b) => Buffer.compare(a.key, b.key))
  const lossless = keyed.every(({ name }) => isUtf8(name))
  if (lossless) return keyed.map(({ name, entry }) => ({ name, entry, shown: name.toString() }))
  const taken = new Set(keyed.filter(({ name }) => isUtf8(name)).map(({ name }) => name.toString()))
  return keyed.map(({ name, entry }) => {
    if (isUtf8(name)) return { name, entry, shown: name.toString() }
    // Bytes that are not UTF-8 are shown as U+FFFD, so two names can read alike.
    const plain = name.toString()
    let shown = plain
    for (let copy = 2; taken.has(shown); copy++) shown = numbered(plain, copy)
    taken.add(shown)
    return { name, entry, shown }
  })
}

/** "na\uFFFDme (2).txt": the extension stays at the end. */
function numbered(name: string, copy: number): string {
  const dot = name.indexOf('.', 1)
  return dot < 0 ? `${name} (${copy})` : `${name.slice(0, dot)} (${copy})${name.slice(dot)}`
}

function followed(file: Buffer, doc: string, realRoot: Buffer): FileEntry | Skipped {
  try {
    const target = realpathSync(file, 'buffer')
    const inside = Buffer.compare(Buffer.concat([target, SLASH]).subarray(0, realRoot.length), realRoot) === 0
    if (!inside) return { path: doc, reason: 'a link that leads outside the input' }
    const stat = statSync(target)
    if (stat.isDirectory()) return { path: doc, reason: 'a link to a folder of the same input' }
    return stat.isFile() ? { file, doc } : { path: doc, reason: `a link to ${special(stat)}` }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { path: doc, reason: missing ? 'a link to a file that does not exist' : reasonOf(error) }
  }
}

/** What a file that is neither regular, nor a folder, nor a link is; such files are never opened. */
export function special(entry: Dirent<Buffer> | Stats): string {
  if (entry.isFIFO()) return 'a named pipe (FIFO), not a file'
  if (entry.isSocket()) return 'a socket, not a file'
  if (entry.isBlockDevice() || entry.isCharacterDevice()) return 'a device, not a file'
  return 'not a regular file'
}
