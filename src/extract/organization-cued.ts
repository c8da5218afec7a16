import { isWord } from '../knowledge/words.ts'
import type { ExtractContext } from '../model/stage.ts'
import { type Found, glued } from './found.ts'
import { companyCue } from './organization-cue.ts'
import { type Run, runs } from './runs.ts'

/** More words than this and it is a heading or a title, not a company nobody listed. */
const LONGEST = 3

/**
 * Organisations that nobody listed, by the words around them: "security firm Acme", "Acme, a Dutch hosting company",
 * "researchers at Acme". Known names of anything, and ordinary words, are not believed.
 */
export function cuedOrganizations(context: ExtractContext): Found[] {
  const { text, names } = context
  const known = new Set(names.map(({ start }) => start))
  const found: Found[] = []
  for (const run of runs(context)) {
    const first = run[0]
    const last = run.at(-1)
    if (!first || !last || run.length > LONGEST || run.some(({ start }) => known.has(start)) || ordinary(run)) continue
    if (glued(text, first.start, last.end) || !companyCue(text, first.start, last.end)) continue
    found.push({ start: first.start, end: last.end, canonical: text.slice(first.start, last.end) })
  }
  return found
}

const ordinary = (run: Run): boolean =>
  run.every(({ text }) => isWord(text.toLowerCase()) || text.length < 3 || /^[\p{Lu}\d-]+$/u.test(text))
