import { readFileSync } from 'node:fs'
import { FatalError } from '../model/errors.ts'
import { SHIPPED } from './tables.ts'

/** How many answers are remembered at most: the words of an article come again and again. */
const REMEMBERED = 20_000

/**
 * A list of `corpus/knowledge` as a question: is this word in it? The file has a blank line first, then one Latin-1
 * word a line, sorted by UTF-16 unit, lines that begin with "#" (remarks) before all others; it is searched where it lies, so that
 * it costs nothing to load.
 * @throws FatalError (2), at the first question, when the file is missing.
 */
export function wordList(name: string): (word: string) => boolean {
  const file = new URL(name, SHIPPED)
  const answers = new Map<string, boolean>()
  let list: string | undefined
  return word => {
    const known = answers.get(word)
    if (known !== undefined) return known
    list ??= read(file)
    const found = includes(list, word)
    if (answers.size >= REMEMBERED) answers.clear()
    answers.set(word, found)
    return found
  }
}

function read(file: URL): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    throw new FatalError(`word list ${file.pathname}: ${(error as Error).message}`, 2, { cause: error })
  }
}

/** Binary search over the lines of a text. */
function includes(text: string, word: string): boolean {
  let low = 0
  let high = text.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const start = text.lastIndexOf('\n', middle) + 1
    const end = text.indexOf('\n', start)
    const found = text.slice(start, end)
    if (found === word) return true
    if (found < word) low = end + 1
    else high = start - 1
  }
  return false
}
