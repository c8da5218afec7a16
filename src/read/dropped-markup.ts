import { InputError } from '../model/errors.ts'
import { blocksOf } from './blocks.ts'
import { textOf } from './blocks-text.ts'
import { parsePage } from './positions.ts'

/** The words of a stretch of markup; the markup itself when the stretch alone breaks a limit. */
export function wordsOf(slice: string): string {
  try {
    const page = parsePage(slice)
    return textOf(page, blocksOf(page)).text
  } catch (error) {
    if (error instanceof InputError) return slice.trim()
    throw error
  }
}
