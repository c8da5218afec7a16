import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The part of compromise that is used: its tagger, asked whether tags stand in a text. */
type Nlp = typeof import('compromise/two').default

let nlp: Nlp | undefined

/** More units of a sentence than this say no more about its verb, and the tagger's cost grows with each. */
const LONGEST = 400

/** The month, or a name, and not the modal verb: it stands in capitals within a sentence, and beside digits at its beginning. */
const MONTH = /(?<=\w,?\s)May\b|\bMay(?=,?\s\d)/g

/** Which times the verbs of a sentence speak of. */
export interface Tense {
  readonly past: boolean
  /** A future tense, or a modal verb that looks ahead: "may", "should", not "could", which tells of ability. */
  readonly ahead: boolean
}

/**
 * Tense of a sentence's verbs by compromise's tagger (tier two). Loading it costs 0.15 s of CPU and a sentence 1 ms, so it is loaded
 * when first asked, and callers pick their sentences. Runs of one character are cut: the tagger is quadratic in them.
 */
export function tenseOf(sentence: string): Tense {
  nlp ??= require('compromise/two') as Nlp
  const doc = nlp(
    sentence
      .slice(0, LONGEST)
      .replace(MONTH, 'June')
      .replace(/(.)\1{3,}/gu, '$1$1$1'),
  )
  return { past: doc.has('#PastTense'), ahead: doc.has('(will|shall|may|might|should|must|#FutureTense)') }
}
