import { flagJson, jsonLine } from './flag-json.ts'
import type { ReportFlag, Writer } from './report.ts'

/** `flags.jsonl`: one flag a line, in the shape of contract.md. */
export const jsonlFlags: Writer = {
  id: 'jsonl',
  *files({ flags }) {
    yield { path: 'flags.jsonl', text: lines(flags) }
  },
}

function* lines(flags: readonly ReportFlag[]): Generator<string> {
  for (const flag of flags) yield jsonLine(flagJson(flag, flag.status))
}
