import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Material beside the checkout that is not part of the project; tests that use it skip when it is absent. */
export const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url))

/** For `describe.skipIf`: true when the file or folder is not there; says so once. */
export function absent(path: string): boolean {
  const missing = !existsSync(`${SHARED}${path}`)
  if (missing) console.log(`skipped: ${path} is not beside this checkout`)
  return missing
}
