/** A closed list of words, in small letters and Latin letters, at which an extractor begins to read. */
export interface Trigger {
  readonly bit: number
}

/** Places of triggers in one text, filled as its words are cut. */
export interface Triggers {
  /** Takes note of a word, the `index`-th of the text, if some trigger names it. */
  readonly add: (start: number, end: number, index: number) => void
  /** Indices of the words that a trigger names, rising. */
  readonly at: (trigger: Trigger) => readonly number[]
}

/** Words of all triggers, with a bit for each that names them. */
const byWord = new Map<string, number>()
/** For each first and last letter the lengths of the words that have them: what lets nearly every other word pass by. */
const lengths = new Int32Array(32 * 32)
let triggers = 0

/** Longer words have no bit among the lengths. */
const LONGEST = 30

/**
 * Registers a list of words.
 * @throws RangeError when there are more lists than bits, or a word that no text would be found to have: with a capital letter,
 * empty, or of more than 30 letters
 */
export function trigger(words: Iterable<string>): Trigger {
  if (triggers >= 30) throw new RangeError('no bit is left for another list of words')
  const bit = 1 << triggers++
  for (const word of words) {
    if (word === '' || word.length > LONGEST || word !== word.toLowerCase())
      throw new RangeError(`not a word of 1 to ${LONGEST} small letters: ${word}`)
    byWord.set(word, (byWord.get(word) ?? 0) | bit)
    const slot = slotOf(word, 0, word.length)
    lengths[slot] = (lengths[slot] ?? 0) | (1 << word.length)
  }
  return { bit }
}

/** First and last letter, whichever their case. */
const slotOf = (text: string, start: number, end: number): number =>
  ((text.charCodeAt(start) & 31) << 5) | (text.charCodeAt(end - 1) & 31)

/** An index of the triggers of a text. */
export function triggersOf(text: string): Triggers {
  const found = new Map<number, number[]>()
  return {
    add(start, end, index) {
      const length = end - start
      if (length > LONGEST || (((lengths[slotOf(text, start, end)] ?? 0) >> length) & 1) === 0) return
      const bits = byWord.get(text.slice(start, end).toLowerCase()) ?? 0
      for (let rest = bits; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest
        const list = found.get(bit)
        if (list) list.push(index)
        else found.set(bit, [index])
      }
    },
    at: ({ bit }) => found.get(bit) ?? NONE,
  }
}

const NONE: readonly number[] = []
