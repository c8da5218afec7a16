import { inputsOf } from '../load/inputs.ts'
import { load } from '../load/load.ts'
import type { Skipped, Source } from '../model/document.ts'

/**
 * Everything under the inputs, in order: bytes, or why there are none.
 * @param published ISO date that holds as every document's date of publication
 * @throws FatalError 2 for a path that does not exist
 */
export const sources = (inputs: readonly string[], published?: string): AsyncIterable<Source | Skipped> =>
  load(inputs, published === undefined ? undefined : { published })

/** Looks whether the inputs are there, before anything else is touched. @throws FatalError 2 when one is not */
export function checkInputs(inputs: readonly string[]): void {
  inputsOf(inputs.filter(path => path !== '-'))
}
