import { readFileSync } from 'node:fs'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'

/**
 * The text of a file that people write for errata.
 * @param limit bytes that it may have
 * @param what it should be, for the message about one that is longer
 * @throws FatalError 2 naming the file: it is not there, cannot be read, is too large or not UTF-8
 */
export function userText(file: string, limit: number, what: string): string {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > limit) throw new Error(`too large for ${what}`)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new FatalError(`${file}: ${systemReason(error)}`, EXIT.usage, { cause: error })
  }
}
