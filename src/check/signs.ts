import { isCapital, isDigit, isLatin, isMark, isPlain, isQuote, isSquare } from './units.ts'

/** Where the signs stand that checks look for, read off a text once: where they are few, nothing else need be searched. */
export interface Signs {
  /** Begins and ends, in turn, of runs of Latin letters and digits, accents included, that begin with a capital. */
  readonly capitals: readonly number[]
  /** Begins and ends, in turn, of runs of digits. */
  readonly numbers: readonly number[]
  /** Colons, opening round brackets and dashes of print. */
  readonly marks: readonly number[]
  /** Straight double quotes and opening curly ones. */
  readonly quotes: readonly number[]
  /** The signs that stand between two numbers, each once: "-." of "2017-0144" and "2.3". */
  readonly joints: string
  /** Whether there is a square bracket. */
  readonly squares: boolean
  /** Whether there is a unit past Latin, quotation marks and dashes aside. */
  readonly foreign: boolean
}

/** Whether two numbers of a text stand on either side of one sign: "2017-0144", "2.3", "5/7". */
export const joinsNumbers = (text: string, sign: string): boolean => signsOf(text).joints.includes(sign)

/** The last two texts: a document's own and the one without addresses, for which its checks ask in turn. */
let recent: readonly { readonly text: string; readonly signs: Signs }[] = []

/** The signs of a text. Linear; read once for all checks of a document. */
export function signsOf(text: string): Signs {
  for (const known of recent) if (known.text === text) return known.signs
  const signs = read(text)
  recent = [{ text, signs }, ...recent.slice(0, 1)]
  return signs
}

function read(text: string): Signs {
  const { length } = text
  const [capitals, numbers, marks, quotes]: [number[], number[], number[], number[]] = [[], [], [], []]
  let joints = ''
  let [squares, foreign] = [false, false]
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at)
    if (isPlain(unit)) continue
    if (isCapital(unit)) {
      if (at > 0 && isLatin(text.charCodeAt(at - 1))) continue
      let end = at + 1
      while (end < length && isLatin(text.charCodeAt(end))) end++
      capitals.push(at, end)
    } else if (isDigit(unit)) {
      let end = at + 1
      while (end < length && isDigit(text.charCodeAt(end))) end++
      const before = numbers.at(-1)
      if (before === at - 1 && !joints.includes(text.charAt(before))) joints += text.charAt(before)
      numbers.push(at, end)
      at = end - 1
    } else if (isMark(unit)) marks.push(at)
    else if (isQuote(unit)) quotes.push(at)
    else if (isSquare(unit)) squares = true
    else if (unit !== 0x2019 && unit !== 0x201d) foreign = true
  }
  return { capitals, numbers, marks, quotes, joints, squares, foreign }
}
