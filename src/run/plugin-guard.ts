import type { Finding } from '../model/discrepancy.ts'
import type { Document, Skipped, Source } from '../model/document.ts'
import { EXIT, FatalError, InputError } from '../model/errors.ts'
import type { Mention } from '../model/mention.ts'
import { sha256 } from '../model/sha256.ts'
import type { Check, Extractor, Loader, Reader } from '../model/stage.ts'
import type { OutputFile, Writer } from '../report/report.ts'
import type { Plugin } from './plugin.ts'

/**
 * A plugin's parts, each of which says whose it is when it fails, and whose results are looked at before they are believed: a
 * document that a plugin cannot handle is skipped with the plugin's name, and the others go on.
 */
export const guarded = (name: string, plugin: Plugin): Required<Plugin> => ({
  loaders: (plugin.loaders ?? []).map(part => loader(name, part)),
  readers: (plugin.readers ?? []).map(part => reader(name, part)),
  extractors: (plugin.extractors ?? []).map(part => extractor(name, part)),
  checks: (plugin.checks ?? []).map(part => check(name, part)),
  writers: (plugin.writers ?? []).map(part => writer(name, part)),
})

const failure = (who: string, error: unknown): InputError =>
  new InputError(`${who}: ${error instanceof InputError ? error.message : String(error)}`, { cause: error })

function extractor(name: string, part: Extractor): Extractor {
  const { id, finds, anyLanguage } = part
  const who = `plugin ${name}: extractor ${id}`
  return {
    id,
    finds,
    ...(anyLanguage === undefined ? {} : { anyLanguage }),
    extract: context =>
      attempt(who, () => [...part.extract(context)].map(mention => sound(mention, part, context.doc))),
  }
}

function sound(mention: Mention, { id, finds }: Extractor, { text }: Document): Mention {
  const { start, end, type, by } = mention
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length))
    throw new RangeError(`a mention at ${start}-${end} of ${text.length} units of text`)
  if (mention.text !== text.slice(start, end)) throw new Error(`the text does not say "${mention.text}" at ${start}`)
  if (!finds.includes(type)) throw new Error(`a mention of type ${type}, which it does not say it finds`)
  // A clone, because what a thread cannot hand over must fail here.
  return structuredClone(by === id ? mention : { ...mention, by: id })
}

function check(name: string, part: Check): Check {
  const { id, severity, anyLanguage, title, why, examples } = part
  const who = `plugin ${name}: check ${id}`
  return {
    ...{ id, severity, title, why, examples },
    ...(anyLanguage === undefined ? {} : { anyLanguage }),
    run: context => attempt(who, () => [...part.run(context)].map(finding => cited(finding, context.doc))),
  }
}

function cited(finding: Finding, { id, text }: Document): Finding {
  const { at, confidence, subject, message, evidence } = finding
  if (typeof message !== 'string' || typeof subject !== 'string') throw new TypeError('a flag without words or subject')
  if (!(confidence >= 0 && confidence <= 100)) throw new RangeError(`a confidence of ${confidence}`)
  for (const { doc, start, end, quote } of [at, ...evidence.map(part => part.at)])
    if (doc === id && (start >= end || text.slice(start, end) !== quote.exact))
      throw new Error(`the text does not say "${quote.exact}" at ${start}`)
  return structuredClone(finding)
}

function attempt<T>(who: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failure(who, error)
  }
}

function reader(name: string, part: Reader): Reader {
  const who = `plugin ${name}: reader ${part.id}`
  return {
    id: part.id,
    mediaTypes: part.mediaTypes,
    read: (...given) =>
      attempt(who, () => {
        const doc = part.read(...given)
        if (doc.id !== given[0].doc || doc.source !== given[0].id) throw new Error('a document of another source')
        return doc
      }),
  }
}

/** What a loader throws ends what it brings, not the run. */
function loader(name: string, part: Loader): Loader {
  const who = `plugin ${name}: loader ${part.id}`
  return {
    id: part.id,
    async *load(options) {
      try {
        for await (const item of part.load(options)) yield whole(item)
      } catch (error) {
        yield { path: who, reason: failure('it stopped', error).message }
      }
    },
  }
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** What a loader brings, under the name of its bytes. */
function whole(item: Source | Skipped): Source | Skipped {
  if (!isWords(item.path)) throw new TypeError('an item without a path')
  if ('reason' in item) return { path: item.path, reason: String(item.reason) }
  const { doc, mediaType, bytes } = item
  if (!isWords(doc) || !isWords(mediaType) || !(bytes instanceof Uint8Array))
    throw new TypeError(`${item.path}: doc and mediaType must be words, bytes a Uint8Array`)
  return { ...item, id: sha256(bytes) }
}

/** Half a report helps nobody: what a writer throws ends the command. */
function writer(name: string, part: Writer): Writer {
  const stop = (error: unknown): FatalError =>
    new FatalError(failure(`plugin ${name}: writer ${part.id}`, error).message, EXIT.findings, { cause: error })
  async function* pieces(text: OutputFile['text']): AsyncGenerator<string> {
    try {
      yield* text
    } catch (error) {
      throw stop(error)
    }
  }
  return {
    id: part.id,
    async *files(report) {
      try {
        for await (const { path, text } of part.files(report)) {
          if (!isWords(path) || /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path))
            throw new Error(`a file outside the folder of the report: ${path}`)
          yield { path, text: pieces(text) }
        }
      } catch (error) {
        throw stop(error)
      }
    },
  }
}
