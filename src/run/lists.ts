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

/** Bytes of a list that is read in place: at worst it takes some milliseconds, unless it is packed. */
const SMALL = 10_000

/** The first byte of gzip's sign (RFC 1952, 2.3.1). */
const GZIP = 0x1f

/** Reads small lists that are not packed in place and others in a thread. */
export function lists(limits: Limits): Lists {
  const thread = oneThread({ job: 'list', limits })
  return {
    async read(list) {
      if (list.bytes.length <= SMALL && list.bytes[0] !== GZIP) return contentsOf(list)
      const work = await thread.run(list)
      if ('reason' in work) throw new InputError(work.reason)
      return work.made
    },
    close: () => thread.close(),
  }
}
