import { shippedKnowledge } from '../../knowledge/knowledge.ts'
import { flagJson, jsonLine } from '../../report/flag-json.ts'
import { analyse } from '../../run/analyse.ts'
import { eachDocument } from './each.ts'

/** `errata lint`: flags on standard output, what was skipped on standard error. Returns the exit code. */
export function lint(inputs: readonly string[], options: { readonly format: string }): Promise<number> {
  const knowledge = shippedKnowledge()
  return eachDocument(inputs, doc => {
    for (const flag of analyse(doc, knowledge).flags)
      process.stdout.write(
        options.format === 'jsonl' ? jsonLine(flagJson(flag)) : `${flag.at.doc}:${flag.at.start} ${flag.message}\n`,
      )
  })
}
