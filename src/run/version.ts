import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SHIPPED } from '../knowledge/tables.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import { sha256 } from '../model/sha256.ts'
import { systemReason } from '../model/system-error.ts'

/** Folders whose code decides what a document gives; `.` for the inventory of all parts. */
const STAGES = ['.', 'model', 'mime', 'normalise', 'knowledge', 'read', 'extract', 'link', 'claim', 'check', 'run']

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    try {
      hash.update(readFileSync(file)).update('\u0000')
    } catch (error) {
      throw new FatalError(`${file}: cannot be read: ${systemReason(error)}`, EXIT.usage, { cause: error })
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** Files of a folder whose names end so, sorted; `deep` with those of its folders. */
function filesIn(folder: URL, ends: RegExp, deep = false): string[] {
  const root = fileURLToPath(folder)
  return readdirSync(root, { recursive: deep, encoding: 'utf8' })
    .filter(name => ends.test(name))
    .sort()
    .map(name => `${root}${name}`)
}

/** A hash over the code in folders of src/: what it makes is made again when the code changes, released or not. */
export const codeHash = (folders: readonly string[]): string =>
  hashOf(folders.flatMap(name => filesIn(new URL(`../${name}/`, import.meta.url), /\.[tj]s$/, name !== '.')))

/** A hash of one file's content. @throws FatalError 2 when it cannot be read */
export const fileHash = (file: string): string => hashOf([file])

/** errata's own, from package.json. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

let ofProcess: string | undefined

/** The release, and a hash of the stages' code: once, because a process keeps the code that it began with. */
export function codeVersion(): string {
  ofProcess ??= `${packageVersion()}+${codeHash(STAGES)}`
  return ofProcess
}

/** A hash of the knowledge tables and the user's own files of entities. */
export const knowledgeVersion = (own: readonly string[]): string =>
  hashOf([...filesIn(SHIPPED, /\.(?:json|yaml|txt)$/, true), ...own])

/** The hash of parts that decide a result: the same parts, the same result. */
export const inputHash = (parts: readonly unknown[]): string => sha256(JSON.stringify(parts)).slice(0, 32)
