import { damerau } from '../normalise/similarity.ts'

/** The known word that a mistyped one was probably meant to be; undefined when none is near: a third of its letters may differ. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const folded = given.toLowerCase()
  const [best] = known
    .map(word => ({ word, distance: damerau(folded, word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(1, Math.floor(given.length / 3)) ? best.word : undefined
}

/** More words than this are not listed where one of them is near. */
const FEW = 16

/** "; did you mean load? There are name, load": what could have been meant by a word that is not known. */
export function possible(given: string, known: readonly string[]): string {
  const near = nearest(given, known)
  const all = `${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`
  if (near === undefined) return known.length === 0 ? '' : `; there ${all}`
  return `; did you mean ${near}?${known.length > FEW || known.length === 1 ? '' : ` There ${all}`}`
}
