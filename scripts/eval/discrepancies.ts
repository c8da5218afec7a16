import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { EVAL, readLines, withOutput } from './run-errata.ts'

interface Case {
  readonly doc: string
  readonly text: string
  readonly published?: string
  readonly title?: string
}
interface Scores {
  readonly macroRecall: number
  readonly recallNatural: number
  readonly precisionAll: number
  readonly perClass: Readonly<Record<string, { readonly recall: number }>>
  readonly quiet: Readonly<Record<string, { readonly flagsPerDoc: number }>>
}

/** Figures of `errata lint` on the seeded cases, in per cent; false flags are per hundred documents. */
export async function discrepancies(): Promise<Record<string, number>> {
  const cases = join(EVAL, 'discrepancies/cases.jsonl.gz')
  const inputs = readLines<Case>(cases).map(({ doc, text, published, title }) => ({ doc, text, published, title }))
  const scores = withOutput(['lint', '--format', 'jsonl'], inputs, output => {
    const args = [join(EVAL, 'discrepancies/score.mjs'), '--cases', cases, '--flags', output, '--json']
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })) as Scores
  })
  const classes = Object.entries(scores.perClass).map(([name, { recall }]) => [`recall ${name}`, 100 * recall] as const)
  return {
    'macro recall': 100 * scores.macroRecall,
    "recall on the article's own words": 100 * scores.recallNatural,
    'precision over everything': 100 * scores.precisionAll,
    'false flags per 100 clean documents': 100 * (scores.quiet['clean']?.flagsPerDoc ?? 0),
    'false flags per 100 hard negatives': 100 * (scores.quiet['hard-negative']?.flagsPerDoc ?? 0),
    ...Object.fromEntries(classes),
  }
}
