import type { Finding } from '../model/discrepancy.ts'

/** What a check gives of a document in which it has nothing to look for. */
export const NONE: readonly Finding[] = []

/**
 * A pure function that remembers its last answer: the checks of a document ask for the same things in turn, and then never
 * again. (A WeakMap costs each collection of garbage more than these answers cost.)
 */
export function once<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined
  return key => {
    if (last === undefined || last.key !== key) last = { key, value: work(key) }
    return last.value
  }
}
