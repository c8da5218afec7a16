/**
 * MinHash of a text, for finding copies: one-permutation hashing (Li, Owen, Zhang 2012) with densification by rotation
 * (Shrivastava, Li 2014) over the hashes of every four words in a row. Equal bins estimate the share of four-word runs that
 * two texts have in common (Jaccard), with a standard error of at most 0.044.
 */
export type Sketch = Uint32Array

/** Bins of a sketch. */
export const BINS = 128
/** Words in a run: fewer make articles on one event alike, more let a single changed word weigh too much. */
const RUN = 4
/** Words below which likeness is mere chance: the text has no sketch. */
const LEAST = 40
/** Bins hashed together for one band: two texts that share a band are worth comparing. 32 bands of 4 miss one in eight at .5, none at .7. */
const ROWS = 4

const EMPTY = 0xffffffff
/** Odd constants of murmur3's finaliser (Appleby, public domain), FNV-1a's, and one for the rolling hash. */
const [MIX1, MIX2, FNV_PRIME, FNV_BASIS, ROLL] = [0x85ebca6b, 0xc2b2ae35, 0x01000193, 0x811c9dc5, 0x9e3779b1]
const ROLL_OUT = Math.imul(Math.imul(ROLL, ROLL), Math.imul(ROLL, ROLL))

function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, MIX1)
  h ^= h >>> 13
  h = Math.imul(h, MIX2)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * A code unit as it counts in a word, ASCII letters in lower case; 0 for one between words. Outside ASCII only spaces,
 * quotes, dashes and other general punctuation (U+0080–00BF, U+2000–206F, U+3000–303F) part words: one pass, no table.
 */
function inWord(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit
  if (unit >= 65 && unit <= 90) return unit + 32
  if (unit < 128) return unit >= 48 && unit <= 57 ? unit : 0
  return unit < 0xc0 || (unit >= 0x2000 && unit < 0x2070) || (unit >= 0x3000 && unit < 0x3040) ? 0 : unit
}

/** @returns undefined for a text of too few words to be known by. Case, punctuation and spacing do not count. */
export function sketch(text: string): Sketch | undefined {
  const bins = new Uint32Array(BINS).fill(EMPTY)
  const window = new Int32Array(RUN)
  let rolling = 0
  let words = 0
  let hash = FNV_BASIS
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? inWord(text.charCodeAt(at)) : 0
    if (unit !== 0) {
      hash = Math.imul(hash ^ unit, FNV_PRIME)
      continue
    }
    if (hash === FNV_BASIS) continue
    const slot = words++ % RUN
    rolling = (Math.imul(rolling, ROLL) + hash - Math.imul(window[slot] ?? 0, ROLL_OUT)) | 0
    window[slot] = hash
    hash = FNV_BASIS
    if (words < RUN) continue
    const mixed = mix(rolling)
    const bin = mixed >>> 25
    const rest = mixed & 0x1ffffff
    if (rest < (bins[bin] ?? EMPTY)) bins[bin] = rest
  }
  return words < LEAST ? undefined : dense(bins)
}

/** Fills each empty bin from the next full one to its right, marked by the distance, so that bins stay independent. */
function dense(bins: Uint32Array): Sketch {
  const full = Uint32Array.from(bins)
  let next = 0
  for (let at = 0; at < BINS; at++) {
    if (bins[at] !== EMPTY) continue
    if (next < at) next = at
    while (bins[next % BINS] === EMPTY) next++
    full[at] = mix(((bins[next % BINS] ?? 0) + Math.imul(next - at, ROLL)) | 0)
  }
  return full
}

/** Estimated share of four-word runs in common, 0 to 1. */
export function likeness(one: Sketch, other: Sketch): number {
  let equal = 0
  for (let at = 0; at < BINS; at++) if (one[at] === other[at]) equal++
  return equal / BINS
}

/** Locality-sensitive hashes, 32 bits with their sign: texts that are alike share at least one. */
export function bands(given: Sketch): number[] {
  return Array.from({ length: BINS / ROWS }, (_, band) => {
    let hash = band
    for (let row = 0; row < ROWS; row++) hash = mix((Math.imul(hash, ROLL) + (given[band * ROWS + row] ?? 0)) | 0)
    return hash | 0
  })
}
