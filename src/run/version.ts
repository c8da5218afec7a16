import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SHIPPED } from '../knowledge/tables.ts'
import { FatalError } from '../model/errors.ts'

/** Folders whose code decides what a document gives. */
const STAGES = ['model', 'normalise', 'knowledge', 'read', 'extract', 'link', 'claim', 'check']

const folder = (url: URL): string => fileURLToPath(url)

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    try {
      hash.update(readFileSync(file)).update('\u0000')
    } catch (error) {
      throw new FatalError(`${file}: cannot be read: ${(error as Error).message}`, 2, { cause: error })
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** The release, and a hash of the stages' code: a document is read again when either changed. */
export function codeVersion(): string {
  const root = folder(new URL('../', import.meta.url))
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const files = STAGES.flatMap(stage => globSync(`${stage}/*.{ts,js}`, { cwd: root }).sort())
  return `${version}+${hashOf([...files, import.meta.url.endsWith('.ts') ? 'builtin.ts' : 'builtin.js'].map(file => `${root}${file}`))}`
}

/** A hash of the knowledge tables and the user's own files of entities. */
export function knowledgeVersion(own: readonly string[]): string {
  const root = folder(SHIPPED)
  return hashOf([
    ...globSync('**/*.{json,yaml,txt}', { cwd: root })
      .sort()
      .map(name => `${root}${name}`),
    ...own,
  ])
}

/** The ledger's hash: the same parts, the same work. */
export const inputHash = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
