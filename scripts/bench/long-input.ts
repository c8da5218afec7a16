// Whether CPU grows linearly with the length of one document: 200 kB of a text against its sixteen pieces.

import { sourceOf } from '../../src/load/source.ts'
import type { Document } from '../../src/model/document.ts'
import type { Knowledge } from '../../src/model/stage.ts'
import { analyse, read } from '../../src/run/analyse.ts'
import { cpu } from './cpu.ts'

const LENGTH = 200_000
const PIECES = 16
/** Of so many turns the cheapest counts: a shared machine only ever adds. */
const TURNS = 3

/** What the whole may cost more than its pieces. */
export const MOST = 1.5

/** Runs that make careless patterns quadratic. */
const ODD: Readonly<Record<string, string>> = {
  base64: 'TVqQAAMAAAAEAAAA8AALgAAAAAQAAAVGhpcyBwcm9ncmFtIGNhbm5vdCBiZSBydW4',
  dots: '.',
  hyphens: '-',
  '"A. "': 'A. ',
  '"1% "': '1% ',
  '"Kim Lee "': 'Kim Lee ',
  '"in May "': 'in May ',
  '"$1 and "': '$1 and ',
}

/** Stands before every text: signs alone are no article, and are refused. */
const OPENING = 'Acme Bank lost $5 million in May.\n\n'

/** Long texts by name: a report of real articles, and a run of each odd unit. */
export function longTexts(articles: readonly string[]): ReadonlyMap<string, string> {
  const prose = articles.join('\n\n')
  const report = prose.repeat(Math.ceil(LENGTH / prose.length)).slice(0, LENGTH)
  return new Map([
    ['a report of articles', report],
    ...Object.entries(ODD).map(([name, unit]) => [name, unit.repeat(LENGTH / unit.length)] as const),
  ])
}

/** CPU milliseconds of a text as one document and as sixteen, read to flags. */
export async function wholeAndPieces(
  text: string,
  knowledge: Knowledge,
): Promise<{ readonly whole: number; readonly pieces: number }> {
  const size = Math.ceil(text.length / PIECES)
  const parts = Array.from({ length: PIECES }, (_, at) => text.slice(at * size, (at + 1) * size))
  const least = { whole: Number.POSITIVE_INFINITY, pieces: Number.POSITIVE_INFINITY }
  for (let turn = 0; turn < TURNS; turn++) {
    least.pieces = Math.min(least.pieces, await cpu(() => all(parts, knowledge)))
    least.whole = Math.min(least.whole, await cpu(() => all([text], knowledge)))
  }
  return least
}

async function all(texts: readonly string[], knowledge: Knowledge): Promise<void> {
  for (const text of texts) analyse(await english(text), knowledge)
}

/** Runs of signs have no language, and little is read where there is none: these count as English. */
async function english(text: string): Promise<Document> {
  const about = { path: 'long.txt', mediaType: 'text/plain', hints: { published: '2018-10-03' } }
  const source = sourceOf(Buffer.from(OPENING + text), about)
  return { ...(await read(source)), language: 'en' }
}
