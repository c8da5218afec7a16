import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new folder for the tests of a file, gone when they end; gives paths inside it. */
export function scratch(): (...parts: string[]) => string {
  const root = mkdtempSync(join(tmpdir(), 'errata-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  return (...parts) => join(root, ...parts)
}
