import { isWord } from '../knowledge/words.ts'
import { type Capital, wordAfter } from './capitals.ts'
import { introduced, speaks } from './speech.ts'

/** A given name or surname of this length that differs in its first or last letter alone is the same. */
const LONG = 6

const long = (a: Capital, b: Capital): boolean => a.text.length >= LONG && !isWord(a.folded) && !isWord(b.folded)

/** Two given names before one surname: "Yaroslav Sherstuk", "Jaroslav Sherstuk". */
export const oneSurname = (text: string, odd: Capital, usual: Capital): boolean =>
  long(odd, usual) &&
  odd.places.every(place => {
    const surname = wordAfter(text, place)
    return /^[A-Z][a-z]{3}/.test(surname) && usual.places.some(other => wordAfter(text, other) === surname)
  })

/** A name that stands alone where the article introduces the other with a given name. */
export const bareSurname = (text: string, odd: Capital, usual: Capital): boolean =>
  odd.places.every(place => !introduced(text, place)) && usual.places.some(place => introduced(text, place))

/** A long surname that stands alone where the article introduces the other. */
export const longSurname = (text: string, odd: Capital, usual: Capital): boolean =>
  long(odd, usual) && bareSurname(text, odd, usual)

/** A surname that speaks, with the letters of an introduced one in another order: too many other names are anagrams. */
export const scrambled = (text: string, odd: Capital, usual: Capital): boolean =>
  !isWord(odd.folded) &&
  !isWord(usual.folded) &&
  bareSurname(text, odd, usual) &&
  odd.places.every(place => speaks(text, place))
