import type { Hints, Skipped, Source } from '../model/document.ts'
import { type FileEntry, loadFile } from './file.ts'
import { inputsOf, labels } from './inputs.ts'
import { type Open, openHere } from './packet.ts'
import { loadStdin } from './stdin.ts'

/**
 * Everything under the INPUTs, each thing once: as a source, or as skipped with a plain reason. Sorted within an input,
 * and lazy: no more than one file's bytes at a time. An INPUT is a folder, a file, a `.jsonl` file of documents, `-`
 * for standard input, or a glob pattern.
 * @param hints what is known of all documents (`--published`); outranks what they say themselves
 * @param open takes apart what must be parsed for it
 * @throws FatalError (exit code 2) when a path does not exist or a pattern matches nothing
 */
export async function* load(
  given: readonly string[],
  hints?: Hints,
  open: Open = openHere,
): AsyncGenerator<Source | Skipped> {
  const inputs = inputsOf(given.filter(path => path !== '-'))
  const names = inputs.length > 1 ? labels(inputs) : new Map<(typeof inputs)[number], string>()
  const shared = inputs.length > 1 ? sharedNames(inputs) : new Set<string>()
  if (given.includes('-')) yield* loadStdin(hints, undefined, open)
  for (const [input, entry] of entriesOf(inputs)) {
    const name = nameOf(entry)
    const label = shared.has(name) ? `${names.get(input) ?? ''}/${name}` : name
    if ('reason' in entry) yield { ...entry, path: label }
    else yield* loadFile({ ...entry, doc: label }, hints, open)
  }
}

type Inputs = ReturnType<typeof inputsOf>

/** What the inputs hold, each thing once, though a file and patterns, which do not know of each other, may name it again. */
function* entriesOf(inputs: Inputs): Generator<readonly [Inputs[number], FileEntry | Skipped]> {
  const given = new Set<string>()
  for (const input of inputs)
    for (const entry of input.entries()) {
      const place = 'reason' in entry ? `${input.base}/${entry.path}` : entry.file.toString('latin1')
      if (given.has(place)) continue
      if (inputs.length > 1) given.add(place)
      yield [input, entry]
    }
}

const nameOf = (entry: FileEntry | Skipped): string => ('reason' in entry ? entry.path : entry.doc)

/** Relative names that two inputs have. */
function sharedNames(inputs: Inputs): Set<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const [, entry] of entriesOf(inputs)) {
    const name = nameOf(entry)
    if (seen.has(name)) shared.add(name)
    seen.add(name)
  }
  return shared
}
