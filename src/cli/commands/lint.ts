import { EXIT } from '../../model/errors.ts'
import { flagJson, jsonLine } from '../../report/flag-json.ts'
import type { ReportFlag } from '../../report/report.ts'
import { flagsText, tallyText, wantsColour } from '../../report/terminal.ts'
import { print } from '../output.ts'
import { atLeast, showsNotes } from '../severity.ts'
import type { Options } from '../spec.ts'
import { eachDocument } from './each.ts'

/** `errata lint`: flags on standard output, what was skipped on standard error. Returns the exit code. */
export async function lint(inputs: readonly string[], options: Options): Promise<number> {
  const format = options['format'] ?? (process.stdout.isTTY ? 'text' : 'jsonl')
  const colour = wantsColour(process.stdout)
  const notes = showsNotes(options)
  const shown: ReportFlag[] = []
  let found = false
  let documents = 0
  const code = await eachDocument(
    'analyse',
    inputs,
    async item => {
      documents++
      if (options['failOn'] !== undefined) found ||= item.flags.some(flag => atLeast(flag.severity, options['failOn']))
      const flags = item.flags
        .filter(flag => flag.severity !== 'note' || notes)
        .map((flag): ReportFlag => ({ ...flag, status: 'open' }))
      if (format === 'jsonl') for (const flag of flags) await print(jsonLine(flagJson(flag)))
      else {
        shown.push(...flags)
        await print(flagsText(item, flags, colour))
      }
    },
    options,
  )
  if (format !== 'jsonl') await print(tallyText(shown, documents, colour))
  return found ? EXIT.findings : code
}
