import { load } from '../../load/load.ts'
import type { Document } from '../../model/document.ts'
import { EXIT, InputError } from '../../model/errors.ts'
import { read } from '../../run/analyse.ts'

/** Reads every document of the inputs; what cannot be read is named on standard error. Returns the exit code. */
export async function eachDocument(inputs: readonly string[], use: (doc: Document) => void): Promise<number> {
  let skipped = 0
  const skip = (path: string, reason: string): void => {
    skipped++
    process.stderr.write(`skipped ${path}: ${reason}\n`)
  }
  for await (const item of load(inputs)) {
    if ('reason' in item) {
      skip(item.path, item.reason)
      continue
    }
    try {
      use(read(item))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      skip(item.path, error.message)
    }
  }
  return skipped > 0 ? EXIT.skipped : EXIT.done
}
