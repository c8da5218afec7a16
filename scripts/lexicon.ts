// The lexicon of compromise, as the scripts that build tables read it.
import { createRequire } from 'node:module'

type Tags = string | readonly string[]
interface Compromise {
  model(): { readonly one: { readonly lexicon: Readonly<Record<string, Tags>> } }
}

const lexicon = (createRequire(import.meta.url)('compromise/two') as Compromise).model().one.lexicon

/** Every word of the lexicon, in lower case, with its classes (MaleName, LastName, Noun, City …). */
export const classes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(lexicon).map(([word, tags]) => [word, typeof tags === 'string' ? [tags] : tags]),
)
