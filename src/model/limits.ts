import { InputError } from './errors.ts'

/**
 * What one document may be and cost. A document that breaks a limit is skipped with the limit named, and the run goes on;
 * `limits:` in a pipeline changes them. The largest of 114 real pages, each in its own way, had 1.9 million characters,
 * 33,402 elements, a depth of 51 and 40 attributes.
 */
export interface Limits {
  /** Seconds of one processor; holds for documents read in a thread. */
  readonly seconds: number
  /** Megabytes of JavaScript objects; holds for documents read in a thread. */
  readonly memory: number
  /** Bytes, unpacked. Loaders take no more than 50 million, whatever stands here. */
  readonly bytes: number
  /** Length of the decoded source, in UTF-16 units. */
  readonly characters: number
  /** Elements of a page open at one time; Chromium cuts deeper trees off at 512 (kMaximumHTMLParserDOMTreeDepth). */
  readonly depth: number
  /** Elements of a page. */
  readonly elements: number
  /** Attributes of one tag. */
  readonly attributes: number
  /** Words, figures and marks of a text. A book has 200,000. */
  readonly tokens: number
  /** Mentions of a document: more than the 66,667 of "1% " for 200 kB, which one second reads. */
  readonly mentions: number
}

/** The limits that hold where a pipeline says nothing. */
export const LIMITS: Limits = {
  seconds: 5,
  memory: 1000,
  bytes: 50_000_000,
  characters: 20_000_000,
  depth: 512,
  elements: 100_000,
  attributes: 1_000,
  tokens: 1_000_000,
  mentions: 200_000,
}

const WORDS: Readonly<Record<keyof Limits, string>> = {
  seconds: 'seconds of processor time',
  memory: 'MB of memory',
  bytes: 'bytes',
  characters: 'characters',
  depth: 'elements nested in each other',
  elements: 'elements',
  attributes: 'attributes of one tag',
  tokens: 'words, figures and marks',
  mentions: 'mentions',
}

/** Why a document is skipped that broke a limit; names the key under `limits:`. */
export const beyond = (name: keyof Limits, limits: Limits): string =>
  `too large: more than ${limits[name]} ${WORDS[name]} (limits.${name})`

/** @throws InputError that names the limit when `value` is above it. */
export function limit(name: keyof Limits, value: number, limits: Limits): void {
  if (value > limits[name]) throw new InputError(beyond(name, limits))
}

/** A pipeline's limits, complete. */
export const limitsOf = (given: { readonly [Name in keyof Limits]?: number | undefined } = {}): Limits =>
  ({ ...LIMITS, ...given }) as Limits
