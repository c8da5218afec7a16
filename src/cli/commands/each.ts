import type { Document, Source } from '../../model/document.ts'
import { EXIT, InputError } from '../../model/errors.ts'
import { read } from '../../run/analyse.ts'
import { sources } from '../../run/sources.ts'
import { logOf } from '../log.ts'
import type { Options } from '../spec.ts'

/** Reads and uses every document of the inputs; what cannot be is named on standard error. Returns the exit code. */
export async function eachDocument(
  inputs: readonly string[],
  use: (doc: Document, source: Source) => Promise<void> | void,
  options: Options = {},
): Promise<number> {
  const log = logOf(options)
  let skipped = 0
  const skip = (path: string, reason: string): void => {
    skipped++
    log.warn(`skipped ${path}: ${reason}`, { stage: 'analyse', document: path, reason })
  }
  const published = options['published']
  for await (const item of sources(inputs, typeof published === 'string' ? published : undefined)) {
    if ('reason' in item) {
      skip(item.path, item.reason)
      continue
    }
    try {
      await use(await read(item), item)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      skip(item.path, error.message)
    }
  }
  return skipped > 0 ? EXIT.skipped : EXIT.done
}
