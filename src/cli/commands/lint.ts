import { shippedKnowledge } from '../../knowledge/knowledge.ts'
import { loadPath } from '../../load/folder.ts'
import { EXIT, InputError } from '../../model/errors.ts'
import { flagJson, jsonLine } from '../../report/flag-json.ts'
import { analyse, read } from '../../run/analyse.ts'

/** `errata lint`: flags on standard output, what was skipped on standard error. Returns the exit code. */
export function lint(inputs: readonly string[], options: { readonly format: string }): number {
  const knowledge = shippedKnowledge()
  let skipped = 0
  const skip = (path: string, reason: string): void => {
    skipped++
    process.stderr.write(`skipped ${path}: ${reason}\n`)
  }
  for (const input of inputs)
    for (const item of loadPath(input)) {
      if ('reason' in item) {
        skip(item.path, item.reason)
        continue
      }
      try {
        for (const flag of analyse(read(item), knowledge).flags)
          process.stdout.write(
            options.format === 'jsonl' ? jsonLine(flagJson(flag)) : `${flag.at.doc}:${flag.at.start} ${flag.message}\n`,
          )
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        skip(item.path, error.message)
      }
    }
  return skipped > 0 ? EXIT.skipped : EXIT.done
}
