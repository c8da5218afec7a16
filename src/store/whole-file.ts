import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'

/**
 * Writes a file whole or not at all: it gets its name once everything is written, so that nobody ever reads half of it.
 * @param mode permissions of a new file
 * @throws FatalError 74 when it cannot be written; what stood there before then stays
 */
export function writeWholeFile(file: string, text: string, mode = 0o666): void {
  const draft = `${file}.${process.pid}.tmp`
  try {
    try {
      writeFileSync(draft, text, { mode })
      renameSync(draft, file)
    } catch (error) {
      rmSync(draft, { force: true })
      throw error
    }
  } catch (error) {
    throw new FatalError(`${file}: cannot be written: ${systemReason(error)}`, EXIT.storage, { cause: error })
  }
}
