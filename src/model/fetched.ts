import type { Skipped, Source } from './document.ts'

/** An address to fetch, and what whoever lists it says of it. */
export interface Listing {
  /** As listed, made absolute: it may carry secrets. */
  readonly url: string
  readonly from: 'feed' | 'sitemap' | 'list'
  readonly title?: string
  readonly published?: string
  readonly author?: string
  /** When a sitemap says that the page last changed, as written there. */
  readonly modified?: string
}

/** A page that has not changed since its bytes were stored: everything of its source but the bytes. */
export type Kept = Omit<Source, 'bytes'> & { readonly kept: true }

/** An address that led to a document which this run has already. */
export interface Copy {
  readonly path: string
  readonly doc: string
  /** Path of the one that counts. */
  readonly copyOf: string
}

/** What loading gives. */
export type Loaded = Source | Kept | Copy | Skipped

/** How bytes were received, as far as provenance needs it. Addresses are without secrets. */
export interface Retrieval {
  /** The address asked for. */
  readonly address: string
  /** Where the bytes came from, after redirects. */
  readonly final: string
  /** Every address that answered with a redirect. */
  readonly redirects: readonly string[]
  /** ISO instant. */
  readonly at: string
  readonly status: number
  readonly contentType?: string
  readonly etag?: string
  readonly lastModified?: string
}

/** What is remembered of an address between runs. It never holds a secret: the key is a hash. */
export interface Remembered {
  /** sha-256 of the address with everything in it. */
  readonly key: string
  /** When it was last asked for: ISO instant. */
  readonly checkedAt: string
  /** When its bytes first came: ISO instant. */
  readonly firstAt?: string
  /** How its present bytes came; the validators of the next request. */
  readonly retrieval?: Retrieval
  /** Key of the address that gave them: validators are for that address alone. */
  readonly finalKey?: string
  /** The page, when it is one. */
  readonly source?: Omit<Source, 'bytes' | 'path'>
  /** When the sitemap said it was last changed. */
  readonly modified?: string
  /** What the feed or sitemap listed, so that "not modified" still leads to its pages. */
  readonly listing?: { readonly items: readonly Listing[]; readonly sitemaps: readonly string[] }
  /** The text of a robots.txt. */
  readonly text?: string
  /** Why asking again is of no use, and the release of errata that found so. */
  readonly failure?: { readonly reason: string; readonly version: string }
}

/** Where fetching keeps what it must know in the next run. */
export interface FetchMemory {
  recall(key: string): Promise<Remembered | undefined>
  remember(address: string, entry: Remembered): Promise<void>
  /** Until when a host wants to be left alone, in milliseconds since 1970; 0 when it did not say. */
  restUntil(host: string): Promise<number>
  rest(host: string, until: number): Promise<void>
  /** Whether the run can do without the bytes of a page: they are stored, or it has nothing to do with them. */
  holds(kept: Kept): Promise<boolean>
}
