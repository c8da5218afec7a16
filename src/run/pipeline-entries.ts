import { statSync } from 'node:fs'
import type { z } from 'zod'
import type { RemoteEntry } from '../load/fetch/lists.ts'
import type { Pipeline } from './pipeline.ts'
import type { pipelineSchema } from './pipeline-schema.ts'

type Parsed = z.infer<typeof pipelineSchema>
type Entry = Parsed['load'][number]

const isRemote = (entry: Entry): entry is Entry & RemoteEntry =>
  typeof entry !== 'string' && ['feed', 'sitemap', 'url', 'urls'].some(key => key in entry)

/** What a pipeline's `load` names, by who brings it. */
export function entriesOf(load: readonly Entry[]): Pick<Pipeline, 'load' | 'loaders' | 'remote'> {
  return {
    load: inputsOf(load).map(({ input }) => input),
    loaders: load.filter(entry => typeof entry !== 'string' && 'loader' in entry),
    remote: load.filter(isRemote),
  }
}

/** What is read from disk, with its place in the list. */
function inputsOf(load: readonly Entry[]): { readonly input: string; readonly index: number }[] {
  return load.flatMap((entry, index) => {
    if (typeof entry === 'string') return { input: entry, index }
    if ('folder' in entry) return { input: entry.folder, index }
    return 'file' in entry ? { input: entry.file, index } : []
  })
}

/** Place in `load` of the nth of the entries that are read from disk. */
export const placeOfNth = (load: readonly Entry[], nth: number): number => inputsOf(load)[nth]?.index ?? nth

const NO_CONTACT =
  'fetching needs a contact, which every request names: add "fetch: { contact: you@your.site }", a mail address or a page'

/** Why an entry cannot be fetched, with its place in `load`; undefined when all can. */
export function wrongRemote({ load, fetch }: Pick<Parsed, 'load' | 'fetch'>): readonly [number, string] | undefined {
  for (const [index, entry] of load.entries()) {
    if (!isRemote(entry)) continue
    if (!fetch) return [index, NO_CONTACT]
    if (!('urls' in entry)) continue
    const file = statSync(entry.urls, { throwIfNoEntry: false })
    if (!file?.isFile()) return [index, `${entry.urls}: ${file ? 'not a file' : 'no such file'}`]
  }
  return undefined
}
