import { contentsOf, type ReadList } from '../load/fetch/contents.ts'
import { InputError } from '../model/errors.ts'
import type { Limits } from '../model/limits.ts'
import { oneThread } from './one-thread.ts'

/** Reads fetched feeds and sitemaps where a limit of time and memory holds. */
export interface Lists {
  readonly read: ReadList
  /** Ends what is in hand; nothing can be read afterwards. */
  close(): Promise<void>
}

/** Bytes of a list that is read in place: at worst it takes some milliseconds. */
const SMALL = 10_000

/** Reads small lists in place and others in a thread. */
export function lists(limits: Limits): Lists {
  const thread = oneThread({ job: 'list', limits })
  return {
    async read(list) {
      if (list.bytes.length <= SMALL) return contentsOf(list)
      const work = await thread.run(list)
      if ('reason' in work) throw new InputError(work.reason)
      return work.made
    },
    close: () => thread.close(),
  }
}
