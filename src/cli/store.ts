import { resolve } from 'node:path'
import { openExisting } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { DB, type Options } from './spec.ts'

/** Uses a store and closes it, however that ends. */
export async function closing<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** The same with the database of `--db`, which must be there. @throws FatalError as `openExisting` */
export const withStore = async <T>(options: Options, work: (store: Store) => Promise<T>): Promise<T> =>
  closing(openExisting(String(options['db'])), work)

/** The database that a command must name with `--db` to find a store; undefined when it is where commands look by themselves. */
export function namedDb(store: string): string | undefined {
  const path = store.replace(/^sqlite:/i, '')
  return resolve(path) === resolve(DB.default ?? '') ? undefined : path
}
