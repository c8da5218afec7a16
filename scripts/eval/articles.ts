import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EVAL, readLines } from './run-errata.ts'

const BIN = fileURLToPath(new URL('../../bin/errata.js', import.meta.url))
const FOLDER = join(EVAL, 'articles')

interface Row {
  readonly doc: string
  readonly text: string
  readonly published?: string
  readonly map: readonly number[]
}
interface Scorer {
  scoreAll(
    gold: object,
    texts: ReadonlyMap<string, string>,
  ): { f1: number; precision: number; recall: number; accuracy: number }
  scoreDates(gold: object, rows: ReadonlyMap<string, Row>): { right: number; none: number; wrong: readonly string[] }
}

const json = (file: string): object => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as object

/** Figures of `errata read` on the labelled pages: body and verbatim share in per cent, dates by count. */
export async function articles(): Promise<Record<string, number>> {
  const { scoreAll, scoreDates } = (await import(join(FOLDER, 'score.mjs'))) as Scorer
  const folder = mkdtempSync(join(tmpdir(), 'errata-eval-'))
  try {
    const output = join(folder, 'output.jsonl')
    const descriptor = openSync(output, 'w')
    const { status } = spawnSync(process.execPath, [BIN, 'read', join(FOLDER, 'html')], {
      stdio: ['ignore', descriptor, 'inherit'],
    })
    closeSync(descriptor)
    if (status !== 0 && status !== 3) throw new Error(`errata read ended with ${status}`)
    const rows = new Map(readLines<Row>(output).map(row => [row.doc.replace(/\.html.*$/, ''), row]))
    const { f1, precision, recall, accuracy } = scoreAll(
      json('ground-truth.json'),
      new Map([...rows].map(([doc, { text }]) => [doc, text])),
    )
    const dates = scoreDates(json('published-dates.json'), rows)
    const share = [...rows.values()].map(verbatimShare)
    return {
      F1: 100 * f1,
      precision: 100 * precision,
      recall: 100 * recall,
      accuracy: 100 * accuracy,
      'dates right': dates.right,
      'wrong dates: false flags': dates.wrong.length,
      'verbatim characters':
        (100 * share.reduce((sum, one) => sum + one.verbatim, 0)) / share.reduce((sum, one) => sum + one.length, 0),
      pages: rows.size,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function verbatimShare({ text, map }: Row): { verbatim: number; length: number } {
  let verbatim = 0
  for (let at = 0; at < map.length; at += 3) {
    const length = (map[at + 3] ?? text.length) - (map[at] ?? 0)
    if (map[at + 2] === length) verbatim += length
  }
  return { verbatim, length: text.length }
}
