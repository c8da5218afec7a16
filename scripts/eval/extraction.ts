import { join } from 'node:path'
import { EVAL, readLines, withOutput } from './run-errata.ts'

interface Row {
  readonly gold: number
  readonly pred: number
  readonly F1: number | null
  readonly R: number
  readonly oR: number
  readonly oF1: number | null
  readonly value: number | null
  readonly vR: number
  readonly vF1: number | null
}
interface Scores {
  readonly badOffsets: number
  readonly types: Readonly<Record<string, Readonly<Record<string, Row>>>>
  readonly specs: Readonly<Record<string, { readonly rate: number }>>
}
interface Gold {
  readonly doc: string
  readonly text: string
  readonly published?: string
}

/** Which columns of the scorer's table are goals, per set and type. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, readonly (keyof Row)[]>>>> = {
  annoctr: {
    date: ['F1', 'vR'],
    location: ['F1', 'value'],
    organization: ['F1'],
    actor: ['F1'],
    malware: ['F1'],
    sector: ['F1', 'oF1'],
    tool: ['F1'],
  },
  casie: { money: ['R', 'oR', 'value'], date: ['R', 'oR'], location: ['R', 'oR'], count: ['R', 'oR'], cve: ['R'] },
  'casie+silver': { money: ['vF1'] },
}

/** Figures of `errata extract` on the labelled sets, in per cent. @throws when an offset does not give its text. */
export async function extraction(): Promise<Record<string, number>> {
  const { score } = (await import(join(EVAL, 'extraction/score.mjs'))) as {
    score(gold: readonly Gold[], mentions: readonly object[]): Scores
  }
  const gold = ['annoctr.jsonl.gz', 'casie.jsonl', 'specs.jsonl'].flatMap(file =>
    readLines<Gold>(join(EVAL, 'extraction', file)),
  )
  const inputs = gold.map(({ doc, text, published }) => ({ doc, text, published }))
  const scores = withOutput(['extract'], inputs, output => score(gold, readLines<object>(output)))
  if (scores.badOffsets > 0) throw new Error(`${scores.badOffsets} mentions whose offsets do not give their text`)
  const figures: Record<string, number> = {}
  for (const [set, types] of Object.entries(COLUMNS))
    for (const [type, columns] of Object.entries(types))
      for (const column of columns)
        figures[`${set} ${type} ${column}`] = 100 * (scores.types[set]?.[type]?.[column] ?? 0)
  figures['specs passed'] = 100 * (scores.specs['specs/all']?.rate ?? 0)
  return figures
}
