import { loadKnowledge } from '../../knowledge/load.ts'
import { EXIT } from '../../model/errors.ts'
import { flagJson, jsonLine } from '../../report/flag-json.ts'
import { analyse } from '../../run/analyse.ts'
import { print } from '../output.ts'
import { atLeast } from '../severity.ts'
import { knowledgeFiles, type Options } from '../spec.ts'
import { visibleLine } from '../visible.ts'
import { eachDocument } from './each.ts'

/** `errata lint`: flags on standard output, what was skipped on standard error. Returns the exit code. */
export async function lint(inputs: readonly string[], options: Options): Promise<number> {
  const knowledge = await loadKnowledge(knowledgeFiles(options))
  const format = options['format'] ?? (process.stdout.isTTY ? 'text' : 'jsonl')
  let found = false
  const code = await eachDocument(
    inputs,
    async doc => {
      for (const flag of analyse(doc, knowledge).flags) {
        if (options['failOn'] !== undefined && atLeast(flag.severity, options['failOn'])) found = true
        if (flag.severity === 'note' && options['notes'] !== true) continue
        const { at, severity, check, message } = flag
        const place = `${at.doc}:${at.start}-${at.end}`
        await print(
          format === 'jsonl'
            ? jsonLine(flagJson(flag))
            : `${visibleLine(`${place} ${severity} ${check}: ${message}`)}\n`,
        )
      }
    },
    options,
  )
  return found ? EXIT.findings : code
}
