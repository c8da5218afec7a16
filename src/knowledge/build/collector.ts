import type { Entity, EntityName, Fact, Match } from '../../model/entity.ts'
import { foldName, slug } from '../../normalise/name.ts'

type Type = Entity['type']

/** A name as a source gives it; `match` overrides what the words decide. */
export interface Naming {
  readonly by?: string
  readonly role?: EntityName['role']
  readonly match?: Match
}

/** Decides how a name may be matched (see `Match`), and on whose word; no sources: any. */
export type Matcher = (text: string, type: Type, sources?: readonly string[]) => Match

interface Draft {
  readonly id: string
  readonly type: Type
  name: string
  readonly names: Map<
    string,
    { text: string; by: string[]; sources: string[]; role?: EntityName['role']; match?: Match }
  >
  readonly facts: Map<string, Fact>
  readonly ids: Record<string, string>
  /** Sources that have an entry of this own name. */
  readonly own: Set<string>
}

/** Spellings that differ in spaces and hyphens only are one name; case may tell names apart (ZINC, Zinc). */
const spelling = (text: string): string => text.replace(/[\s\u2010-\u2015_-]+/g, '')

/**
 * Collects what several sources say. Entries with the same own name (of one type) are one entity that keeps every
 * source's statements; nothing else is merged.
 */
export class Collector {
  readonly #drafts = new Map<string, Draft>()

  /** The entity of this own name, made when new. `id` overrides the id made of the name. */
  entry(type: Type, name: string, source: string, id = slug(name)): Entry {
    const key = `${type}/${foldName(name)}`
    let draft = this.#drafts.get(key)
    if (!draft) {
      draft = { id: `${type}/${id}`, type, name, names: new Map(), facts: new Map(), ids: {}, own: new Set() }
      this.#drafts.set(key, draft)
    }
    // ATT&CK's spelling of a name is the one in common use.
    if (source === 'attack') draft.name = name
    draft.own.add(source)
    return new Entry(draft)
  }

  /** Whether the type has an entry of this own name. */
  has(type: Type, name: string): boolean {
    return this.#drafts.has(`${type}/${foldName(name)}`)
  }

  /**
   * An alias with an entry of its own is its own entity: the source's statement becomes `same-as` on both sides, and
   * `distinct-from` for every source that has entries of both names.
   */
  relateAliases(): void {
    for (const draft of this.#drafts.values())
      for (const { text, sources } of draft.names.values()) {
        const other = this.#drafts.get(`${draft.type}/${foldName(text)}`)
        if (!other || other === draft) continue
        for (const source of sources) {
          new Entry(draft).fact('same-as', other.id, source, { basis: 'synonym' })
          new Entry(other).fact('same-as', draft.id, source, { basis: 'synonym-of' })
        }
        for (const source of draft.own) {
          if (!other.own.has(source)) continue
          new Entry(draft).fact('distinct-from', other.id, source, { basis: 'own entry' })
          new Entry(other).fact('distinct-from', draft.id, source, { basis: 'own entry' })
        }
      }
  }

  /** Frozen entities, sorted by id; own name first, then the others by sources and alphabet. */
  finish(matchOf: Matcher): Entity[] {
    return [...this.#drafts.values()]
      .map(({ id, type, name, names, facts, ids }): Entity => {
        const list = [...names.values()].map(
          ({ text, by, sources, role, match }): EntityName => ({
            text,
            ...(by.length === 0 ? {} : { by: by.sort().join(', ') }),
            sources: sources.sort(),
            match: match ?? matchOf(text, type, sources),
            ...(role === undefined ? {} : { role }),
          }),
        )
        const own = list.filter(({ text }) => text === name)
        const others = list.filter(({ text }) => text !== name).sort((a, b) => (a.text < b.text ? -1 : 1))
        const sorted = [...facts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
        const known = Object.fromEntries(Object.entries(ids).sort(([a], [b]) => (a < b ? -1 : 1)))
        return { id, type, name, names: [...own, ...others], facts: sorted, ids: known }
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}

/** One source's hold on an entity: adds its names, facts and id. */
export class Entry {
  readonly #draft: Draft

  constructor(draft: Draft) {
    this.#draft = draft
  }

  get id(): string {
    return this.#draft.id
  }

  /** Remembers the source's own id; of several entries with one name the first counts. */
  identify(source: string, id: string): this {
    this.#draft.ids[source] ??= id
    return this
  }

  named(text: string, source: string, { by, role, match }: Naming = {}): this {
    const key = `${role ?? ''}/${spelling(text)}`
    const old = this.#draft.names.get(key) ?? { text, by: [], sources: [] }
    if (!old.sources.includes(source)) old.sources.push(source)
    if (by !== undefined && !old.by.includes(by)) old.by.push(by)
    if (role !== undefined) old.role = role
    if (match !== undefined) old.match = match
    if (text === this.#draft.name) old.text = text
    this.#draft.names.set(key, old)
    return this
  }

  fact(
    predicate: string,
    value: string,
    source: string,
    { basis, confidence }: Pick<Fact, 'basis' | 'confidence'> = {},
  ): this {
    const fact: Fact = {
      predicate,
      value,
      source,
      ...(confidence === undefined ? {} : { confidence }),
      ...(basis === undefined ? {} : { basis }),
    }
    const key = `${predicate}\u0000${value}\u0000${source}`
    if (!this.#draft.facts.has(key)) this.#draft.facts.set(key, fact)
    return this
  }
}
