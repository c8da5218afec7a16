import { keyOf } from '../../model/claim.ts'
import { EXIT, FatalError } from '../../model/errors.ts'
import { flagJson, jsonLine } from '../../report/flag-json.ts'
import { cameAfter, decidedAfter, reviewedFlags, teamFile, wanted } from '../../run/reviewed.ts'
import { revisions } from '../../run/revised.ts'
import type { Store, StoredRun } from '../../store/store.ts'
import { factsJson } from '../facts.ts'
import { claimJson, documentJson, mentionsJson, revisedJson } from '../json.ts'
import { logOf } from '../log.ts'
import { print } from '../output.ts'
import { checkFormats } from '../plugins.ts'
import { reportOptions } from '../report-options.ts'
import { sinceRun } from '../since.ts'
import type { Options } from '../spec.ts'
import { withStore } from '../store.ts'

/** `errata export`: what is stored, as JSONL, in the order of documents and places. Returns the exit code. */
export async function exportCommand([what]: readonly string[], options: Options): Promise<number> {
  return withStore(options, async store => {
    const since = await sinceRun(store, options)
    if (options['format'] !== 'jsonl') await inFormat(store, what, options, since)
    else for await (const line of lines(store, what ?? '', since, options)) await print(jsonLine(line))
    return EXIT.done
  })
}

/** Flags in a format of reports: the first file of its writer. @throws FatalError 2 for anything but flags */
async function inFormat(store: Store, what: string | undefined, options: Options, since?: StoredRun): Promise<void> {
  if (what !== 'flags') throw new FatalError(`${what} are exported as jsonl only; flags have more formats`, EXIT.usage)
  const [{ partsWith }, { storedReport }] = await Promise.all([
    import('../../run/parts.ts'),
    import('../../run/stored-report.ts'),
  ])
  const asked = await reportOptions(options, since?.id)
  const format = String(options['format'])
  await checkFormats([format], asked.plugins ?? [])
  const { writers } = await partsWith(asked.plugins)
  const report = await storedReport(store, asked)
  for (const writer of writers.filter(({ id }) => id === format))
    for await (const { text } of (await writer.load()).files(report)) {
      for await (const piece of text) await print(piece)
      break
    }
}

/** @param since only what came after this run; the formats of reports compare with it instead */
async function* lines(
  store: Store,
  what: string,
  since: StoredRun | undefined,
  options: Options,
): AsyncGenerator<unknown> {
  const selection = since ? { since: since.id } : {}
  if (since && what === 'copies')
    throw new FatalError('--since does not go with copies: they are those that stand now', EXIT.usage)
  if (what === 'documents') for await (const doc of store.documents(selection)) yield documentJson(doc)
  else if (what === 'mentions')
    for await (const { doc, mentions } of store.facts(selection)) yield mentionsJson(doc.id, mentions)
  else if (what === 'claims') for await (const { claims } of store.facts(selection)) yield* claims.map(claimJson)
  else if (what === 'facts') yield* facts(store, since)
  else if (what === 'changes') for await (const revised of revisions(store, selection)) yield revisedJson(revised)
  else if (what === 'copies') yield* store.copies()
  else if (what === 'retrievals') yield* store.retrievals()
  else if (what === 'decisions') {
    const { decisionLines } = await import('../../review/exchange.ts')
    for (const line of await decisionLines(store, text => logOf(options).warn(text)))
      if (since === undefined || decidedAfter(line, since)) yield line
  } else {
    const asked = await reportOptions(options)
    for await (const stored of reviewedFlags(store, await teamFile(asked.suppressions)))
      if (wanted(stored, asked) && (since === undefined || cameAfter(stored, since))) {
        const { flag, status, reopened } = stored
        yield flagJson(reopened ? { ...flag, reopened: reopened.because } : flag, status)
      }
  }
}

/** Claims on one subject and predicate at a time; only those are in memory. Since a run: those that an article new or changed since makes. */
async function* facts(store: Store, since?: StoredRun): AsyncGenerator<unknown> {
  const changed = new Set<string>()
  if (since) for await (const { id } of store.documents({ since: since.id })) changed.add(id)
  const leads = await leadsOf(store)
  let group: Parameters<typeof keyOf>[0][] = []
  const asked = (): boolean => since === undefined || group.some(({ at }) => changed.has(at.doc))
  for await (const claim of store.claims()) {
    if (group[0] && keyOf(group[0]) !== keyOf(claim)) {
      if (asked()) yield* factsJson(group, leads)
      group = []
    }
    group.push(claim)
  }
  if (asked()) yield* factsJson(group, leads)
}

/** The document that came first, for each copy. */
async function leadsOf(store: Store): Promise<Map<string, string>> {
  const leads = new Map<string, string>()
  for await (const { doc, copies } of store.copies()) for (const copy of copies) leads.set(copy.doc, doc)
  return leads
}
