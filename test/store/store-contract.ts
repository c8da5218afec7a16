import { describe, expect, it } from 'vitest'
import { FatalError } from '../../src/model/errors.ts'
import { mention } from '../../src/model/mention.ts'
import { sha256 } from '../../src/model/sha256.ts'
import { select } from '../../src/model/span.ts'
import { identityMap } from '../../src/model/text-map.ts'
import type { Facts, Outcome, Store } from '../../src/store/store.ts'

const NEW = { pipeline: 'test', version: '1', knowledge: '1' }

/** A document whose second word is flagged, with one of everything. */
export function sample(id: string, text: string): Extract<Outcome, { status: 'parsed' }> {
  const bytes = new TextEncoder().encode(text)
  const doc = {
    id,
    source: sha256(bytes),
    encoding: 'utf-8',
    revision: sha256(bytes),
    title: `Title of ${id}`,
    published: '2018-10-03',
    language: 'en',
    text,
    map: identityMap(text),
    sentences: [{ start: 0, end: text.length }],
    masked: [],
    dropped: [],
    notes: [],
  }
  const start = text.indexOf(' ') + 1
  const word = { start, end: text.indexOf(' ', start) }
  const at = select(doc, word)
  const found = mention(doc, 'test', 'actor', word.start, word.end, { canonical: 'X' }, 'actor/x')
  const flag = {
    fingerprint: sha256(new TextEncoder().encode(at.quote.exact)).slice(0, 32),
    check: 'name-drift',
    severity: 'error' as const,
    confidence: 87.5,
    at,
    subject: 'actor/x',
    message: 'It does not add up.',
    evidence: [{ role: 'for' as const, note: 'here', at: select(doc, { start: 0, end: 3 }) }],
    knowledge: [{ entity: 'actor/x', fact: 'X is X', source: 's', version: 'v' }],
    suggestion: 'Y',
  }
  const claim = { subject: 'actor/x', predicate: 'stole', object: found, stance: 'hedged' as const, at }
  const facts: Facts = {
    doc,
    mentions: [found],
    links: [{ mention: 0, key: 'actor/x', entity: 'actor/x', score: 0.5 }],
    claims: [{ ...claim, speaker: 'organization:fireeye', time: { timex: '2018' }, place: 'country/cl' }],
    flags: [flag],
  }
  const source = { id: doc.source, doc: id, path: id, mediaType: 'text/plain', bytes }
  return { status: 'parsed', path: id, input: doc.revision, source, facts }
}

async function list<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** What every store must do; `open` gives a new and empty one. */
export function storeContract(name: string, open: () => Store): void {
  /** Stores outcomes in a run of their own. */
  const keep = async (store: Store, ...outcomes: Outcome[]): Promise<readonly unknown[]> => {
    const run = await store.begin(NEW)
    const records = await store.put(run.id, 'analyse', outcomes)
    await store.finish(run.id, 'done', {})
    return records
  }

  describe(name, () => {
    it('gives back what it was given, in the order of documents', async () => {
      const store = open()
      const b = sample('b', 'Then APT33 stole it.')
      const a = sample('a', 'Now APT38 stole it.')
      await keep(store, b, a, { status: 'skipped', path: 'c', reason: 'no' })
      expect(await list(store.facts())).toEqual([a.facts, b.facts])
      expect(await list(store.documents({ only: 'b' }))).toEqual([b.facts.doc])
      expect(await list(store.claims())).toEqual([...a.facts.claims, ...b.facts.claims])
      expect((await store.source(a.source.id))?.bytes).toEqual(Buffer.from(a.source.bytes))
      const run = await store.lastRun()
      expect(await list(store.inputs(run?.id ?? 0))).toEqual([
        { path: 'a', status: 'parsed' },
        { path: 'b', status: 'parsed' },
        { path: 'c', status: 'skipped', reason: 'no' },
      ])
      expect(await store.totals()).toEqual({
        documents: 2,
        characters: 39,
        mentions: { actor: 2 },
        claims: 2,
        flags: 2,
      })
    })

    it('gives more than it reads at a time, each once and in order', async () => {
      const store = open()
      const paths = Array.from({ length: 450 }, (_, n) => `p${String(n).padStart(3, '0')}`)
      await keep(store, ...paths.toReversed().map((path): Outcome => ({ status: 'skipped', path, reason: 'no' })))
      expect((await list(store.inputs(1))).map(({ path }) => path)).toEqual(paths)
    })

    it('knows its work again, and forgets a failure that was mended', async () => {
      const store = open()
      expect(await store.ledger('analyse', 'a')).toBeUndefined()
      const failed: Outcome = { status: 'skipped', path: 'a', doc: 'a', input: 'h', reason: 'broken' }
      await keep(store, failed)
      await keep(store, failed)
      expect(await store.ledger('analyse', 'a')).toEqual({ input: 'h', state: 'failed', attempts: 2, error: 'broken' })
      await keep(store, sample('a', 'Now APT38 stole it.'))
      expect(await store.ledger('analyse', 'a')).toMatchObject({ state: 'done', attempts: 1 })
    })

    it('supersedes the facts of a changed text, and tells fixed flags from open ones', async () => {
      const store = open()
      await keep(store, sample('a', 'Now APT33 stole it.'))
      await keep(store, sample('a', 'Now APT38 stole it.'))
      const flags = await list(store.flags())
      expect(flags.map(({ flag, status, run, fixedIn }) => [flag.at.quote.exact, status, run, fixedIn])).toEqual([
        ['APT38', 'open', 2, undefined],
        ['APT33', 'fixed', 1, 2],
      ])
      expect((await list(store.audit())).map(({ facts }) => facts.doc.text)).toEqual([
        'Now APT33 stole it.',
        'Now APT38 stole it.',
      ])
    })

    it('keeps verdicts by fingerprint: the latest holds, over runs and revisions', async () => {
      const store = open()
      const before = sample('a', 'Now APT33 stole it.')
      await keep(store, before)
      const fingerprint = before.facts.flags[0]?.fingerprint ?? ''
      const verdict = { fingerprint, reviewer: 'R', at: '2026-01-01T00:00:00Z' }
      await store.decide({ ...verdict, verdict: 'unsure' })
      await store.decide({ ...verdict, verdict: 'dismissed', note: 'it is so' })
      await keep(store, sample('a', 'Then APT33 stole it.'))
      expect(await store.flag(fingerprint.slice(0, 8))).toMatchObject([
        { status: 'dismissed', decision: { note: 'it is so' }, run: 1 },
      ])
      expect(await store.decisions()).toHaveLength(2)
    })

    it('takes one input of a run for a document, and says which', async () => {
      const store = open()
      const first = sample('a', 'Now APT33 stole it.')
      const second = { ...sample('a', 'Now APT38 stole it.'), path: 'again' }
      expect(await keep(store, first, second)).toMatchObject([
        { path: 'a', status: 'parsed' },
        { path: 'again', status: 'skipped', reason: 'document "a" already came from a in this run' },
      ])
      expect(await list(store.documents())).toEqual([first.facts.doc])
    })

    it('changes its stamp with facts and verdicts only', async () => {
      const store = open()
      await keep(store, sample('a', 'Now APT33 stole it.'))
      const stamp = await store.stamp()
      await keep(store, { status: 'unchanged', path: 'a', doc: 'a' })
      expect(await store.stamp()).toBe(stamp)
      await store.decide({ fingerprint: 'f', verdict: 'unsure', reviewer: 'R', at: '2026-01-01T00:00:00Z' })
      expect(await store.stamp()).not.toBe(stamp)
    })

    it('finds words, and takes nothing in them for search syntax', async () => {
      const store = open()
      await keep(store, sample('a', 'Now APT33 stole "it" AND more.'), sample('b', 'Now APT38 rested.'))
      const docs = async (...words: string[]) => (await store.search(words, 9)).map(({ doc }) => doc)
      expect(await docs('apt33', 'stole')).toEqual(['a'])
      expect(await docs('APT33 stole')).toEqual(['a'])
      expect(await docs('stole APT33')).toEqual([])
      expect((await docs('now')).sort()).toEqual(['a', 'b'])
      for (const hostile of ['"', 'a"b', 'NEAR(', '*', 'title:x', '^', "'", '\u0000']) await docs(hostile)
    })

    it('sets copies under the one that came first, and finds them another when that one changes or goes', async () => {
      const store = open()
      const words = (from: number) => Array.from({ length: 80 }, (_, n) => `w${from + n}`).join(' ')
      const [a, b, c, other] = [words(0), `${words(0)} more`, `${words(0)} and more`, words(500)] as const
      const groups = async () =>
        (await list(store.copies())).map(({ doc, copies }) => [doc, ...copies.map(copy => copy.doc)])
      await keep(store, sample('b', b), sample('d', other), sample('short', 'Now APT33 stole it.'))
      expect(await groups()).toEqual([])
      await keep(store, sample('a', a), sample('c', c))
      expect(await groups()).toEqual([['b', 'a', 'c']])
      expect(await store.copiesOf('c')).toMatchObject({ doc: 'b', copies: [{ doc: 'a' }, { doc: 'c' }] })
      expect(await store.copiesOf('d')).toBeUndefined()
      await keep(store, sample('b', words(900)))
      expect(await groups()).toEqual([['a', 'c']])
      await keep(store, sample('b', b))
      expect(await groups()).toEqual([['a', 'b', 'c']])
      await store.correct({ kind: 'document', doc: 'a', reviewer: 'R', at: '2026-01-01T00:00:00Z' })
      expect(await groups()).toEqual([['c', 'b']])
    })

    it('sets a copy under the article that it is most like, whichever came first', async () => {
      const words = (from: number, to: number, word = 'w') =>
        Array.from({ length: to - from }, (_, n) => `${word}${from + n}`).join(' ')
      // Of the whole's runs of words one has .56, the other .74; they have .40 in common.
      const less = sample('less', `${words(0, 145)} ${words(0, 55, 'y')}`)
      const more = sample('more', `${words(0, 30, 'z')} ${words(30, 200)}`)
      for (const leads of [
        [less, more],
        [more, less],
      ]) {
        const store = open()
        await keep(store, ...leads, sample('whole', words(0, 200)))
        expect(await list(store.copies())).toMatchObject([{ doc: 'more', copies: [{ doc: 'whole' }] }])
      }
    })

    it('takes out what a run over the same inputs no longer saw, but never an address', async () => {
      const store = open()
      const runOver = async (scope: string, ...outcomes: Outcome[]) => {
        const run = await store.begin({ ...NEW, scope })
        await store.put(run.id, 'analyse', outcomes)
        const removed = await store.removeAbsent(run.id)
        await store.finish(run.id, 'done', { scope })
        return removed
      }
      const page = sample('http://x/c', 'Then APT33 rested.')
      const [a, b] = [sample('a', 'Now APT33 stole it.'), sample('b', 'It never changes.')]
      expect(await runOver('s', a, b, page)).toBeUndefined()
      expect(await runOver('other', { status: 'unchanged', path: 'b', doc: 'b' })).toBeUndefined()
      expect(await runOver('s', { status: 'unchanged', path: 'b', doc: 'b' })).toEqual({ count: 1, first: ['a'] })
      expect((await list(store.documents())).map(({ id }) => id)).toEqual(['b', 'http://x/c'])
      expect(await store.ledger('analyse', 'a')).toBeUndefined()
      expect((await list(store.flags())).map(({ status }) => status)).toEqual(['fixed', 'open', 'open'])
    })

    it('gives the revisions of an article that followed each other, oldest first', async () => {
      const store = open()
      const texts = ['Now APT33 stole it.', 'Now APT38 stole it.', 'Now APT33 stole it.']
      for (const text of texts) await keep(store, sample('a', text), sample('b', 'It never changes.'))
      const found = await list(store.successions())
      expect(found.map(({ before, after }) => [before.doc.text, after.doc.text])).toEqual([
        [texts[0], texts[1]],
        [texts[1], texts[2]],
      ])
      for (const { said, since } of found) expect(Date.parse(said)).toBeLessThanOrEqual(Date.parse(since))
      expect(await list(store.successions({ since: 2 }))).toHaveLength(1)
      expect(await list(store.successions({ only: 'b' }))).toEqual([])
    })

    it('remembers what was fetched, and how the bytes of each source came', async () => {
      const store = open()
      const retrieval = {
        address: 'http://x/a',
        final: 'http://x/b',
        redirects: ['http://x/a'],
        at: '2026-01-01T00:00:00Z',
        status: 200,
      }
      const [first, second] = [sample('http://x/b', 'Now APT33 stole it.'), sample('http://x/b', 'Now APT38 stole it.')]
      const source = { id: first.source.id, doc: 'http://x/b', mediaType: 'text/html' }
      const entry = { key: 'k', checkedAt: '2026-01-01T00:00:00Z', retrieval, source }
      expect(await store.recalled('k')).toBeUndefined()
      await store.remember('http://x/a', entry)
      await store.remember('http://x/a', { ...entry, checkedAt: '2026-01-02T00:00:00Z' })
      expect(await store.recalled('k')).toEqual({ ...entry, checkedAt: '2026-01-02T00:00:00Z' })
      const later = { ...retrieval, at: '2026-01-03T00:00:00Z' }
      await store.remember('http://x/a', { ...entry, retrieval: later, source: { ...source, id: second.source.id } })
      await keep(store, first)
      await keep(store, second)
      expect(await list(store.retrievals())).toEqual([
        { doc: 'http://x/b', source: first.source.id, ...retrieval },
        { doc: 'http://x/b', source: second.source.id, ...later },
      ])
      expect(await store.restUntil('x')).toBe(0)
      await store.rest('x', 1234.5)
      expect(await store.restUntil('x')).toBe(1235)
    })

    it('forgets what feeds said of an article that is forgotten', async () => {
      const store = open()
      const doc = 'http://x/b'
      const a = sample(doc, 'Now APT33 stole it.')
      await keep(store, a)
      const said = { title: 'Hush', published: '2018-10-03' }
      const source = {
        id: a.source.id,
        doc,
        mediaType: 'text/html',
        stated: { from: 'feed', fields: { title: 'Hush' } },
      }
      const retrieval = { address: doc, final: doc, redirects: [], at: '2026-01-01T00:00:00Z', status: 200 }
      await store.remember(doc, { key: 'page', checkedAt: '2026-01-01T00:00:00Z', retrieval, source })
      const items = [
        { url: doc, from: 'feed' as const, ...said },
        { url: 'http://x/c', from: 'feed' as const, title: 'Told' },
      ]
      await store.remember('http://x/f', {
        key: 'feed',
        checkedAt: '2026-01-01T00:00:00Z',
        listing: { items, sitemaps: [] },
      })
      const tombstone = { kind: 'document', doc, reviewer: 'R', at: '2026-01-01T00:00:00Z' } as const
      await store.correct(tombstone)
      await store.correct({ ...tombstone, at: '2026-01-02T00:00:00Z', withdrawn: true })
      expect(await keep(store, a)).toEqual([{ path: doc, status: 'parsed' }])
      expect(await list(store.retrievals())).toEqual([])
      const { stated: _, ...bare } = source
      expect((await store.recalled('page'))?.source).toEqual(bare)
      expect((await store.recalled('feed'))?.listing?.items).toEqual([{ url: doc, from: 'feed' }, items[1]])
    })

    it('does not store what was forgotten while a run read it, under whatever name', async () => {
      const store = open()
      const [a, b, twin] = [
        sample('a', 'Now APT33 stole it.'),
        sample('b', 'It never changes.'),
        sample('c', 'It was told.'),
      ]
      const run = await store.begin(NEW)
      await store.correct({
        kind: 'document',
        doc: 'a',
        source: twin.source.id,
        reviewer: 'R',
        at: '2026-01-01T00:00:00Z',
      })
      const reason = 'forgotten by R on 2026-01-01'
      expect(await store.put(run.id, 'analyse', [a, b, twin])).toEqual([
        { path: 'a', status: 'skipped', reason },
        { path: 'b', status: 'parsed' },
        { path: 'c', status: 'skipped', reason },
      ])
      expect((await list(store.documents())).map(({ id }) => id)).toEqual(['b'])
      expect(await store.hasSource(a.source.id)).toBe(false)
    })

    it('knows which raw bytes it has, and that two paths can lead to one document', async () => {
      const store = open()
      const a = sample('a', 'Now APT33 stole it.')
      expect(await store.hasSource(a.source.id)).toBe(false)
      const records = await keep(store, a, { status: 'unchanged', path: 'b', doc: 'a', copyOf: 'a' })
      expect(records[1]).toEqual({ path: 'b', status: 'unchanged', reason: 'the same page as a' })
      expect(await store.hasSource(a.source.id)).toBe(true)
    })

    it('lets one run in at a time, and reports a lost lock', async () => {
      const store = open()
      const run = await store.begin(NEW)
      await expect(store.begin(NEW)).rejects.toThrow(FatalError)
      await store.finish(run.id, 'done', {})
      await store.begin(NEW)
    })
  })
}
