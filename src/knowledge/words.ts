import { readFileSync } from 'node:fs'
import { FatalError } from '../model/errors.ts'

/** Ordinary English words in lower case, sorted by UTF-16 unit, one a line (scripts/build-words.ts). */
const FILE = new URL('../../corpus/knowledge/words.txt', import.meta.url)

let list: string | undefined

/** The list as one string: searched where it lies, so that it costs nothing to load. @throws FatalError (2) when it is missing. */
function words(): string {
  try {
    list ??= readFileSync(FILE, 'latin1')
    return list
  } catch (error) {
    throw new FatalError(`word list ${FILE.pathname}: ${(error as Error).message}`, 2, { cause: error })
  }
}

/** Whether lower-case `word` is an ordinary English word, inflected forms included; names are not in the list. */
export function isWord(word: string): boolean {
  const text = words()
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
