import { contentsOf, type ListBytes } from '../load/fetch/contents.ts'
import { InputError } from '../model/errors.ts'
import { failure } from './failure.ts'
import type { Work } from './work.ts'

/** What a feed or sitemap lists, or why it is none. */
export async function listed(list: ListBytes): Promise<Work<'list'>> {
  try {
    return { made: contentsOf(list) }
  } catch (error) {
    return { reason: error instanceof InputError ? error.message : failure(error) }
  }
}
