import { createRequire } from 'node:module'

/** What compromise's lexicon says of a word. */
type Tags = string | readonly string[]
interface Compromise {
  model(): { readonly one: { readonly lexicon: Readonly<Record<string, Tags>> } }
}

// Loaded when a document first holds a run of capitalised words: commands that meet none do not pay its 0.2 s.
let lexicon: Readonly<Record<string, Tags>> | undefined
const load = (): Readonly<Record<string, Tags>> => {
  lexicon ??= (createRequire(import.meta.url)('compromise/two') as Compromise).model().one.lexicon
  return lexicon
}

/** The lexical classes compromise knows for a single word (MaleName, LastName, Noun, City …), in any case. Empty when unknown. */
export function lexicalClasses(word: string): readonly string[] {
  const lower = word.toLowerCase()
  const table = load()
  const found = Object.hasOwn(table, lower) ? table[lower] : undefined
  if (found === undefined) return []
  return typeof found === 'string' ? [found] : found
}
