import type { Pattern } from './pattern.ts'
import { LENGTH, type Part } from './skeleton.ts'

/** How many numbers there are for heads: few enough for the index to stay in the processor's cache. Some heads share one. */
const HEADS = 1 << 14
const FEWEST = 2

const mixed = (number: number, unit: number): number => (Math.imul(number, 27) + unit) | 0
const hashed = (number: number): number => Math.imul(number, 0x9e3779b1) >>> 18

/** A number for a head: two to eight lower-case letters, or one capital or `~`. */
function headNumber(head: string): number {
  let number = 0
  for (let at = 0; at < head.length; at++) number = mixed(number, head.charCodeAt(at))
  return head.length < FEWEST ? number : hashed(number)
}

/** Where no part was seen, and the farthest that a part may be: a sentence has fewer blanks. */
const NOWHERE = -0x8000
const FAR = 0x4000
/** The reach of a part that needs none before. */
const FIRST = 0x10000
const within = (blanks: number): number => Math.max(-1, Math.min(blanks, FAR))

/** A part of one pattern or, where it is the first, of several. */
interface Step extends Part {
  /** Its number, and that of the step before; its own for a first one. */
  readonly number: number
  readonly before: number
  /** The pattern that it completes; -1 for none. */
  readonly completes: number
}

/** The steps of all patterns; those that begin alike share the first. */
function stepsOf(all: readonly Pattern[]): Step[] {
  const steps: Step[] = []
  const firsts = new Map<string, number>()
  for (const [pattern, { parts }] of all.entries()) {
    let before = -1
    for (const [at, part] of parts.entries()) {
      const completes = at === parts.length - 1 ? pattern : -1
      const key = at === 0 && completes < 0 ? [...part.heads].sort().join(' ') : undefined
      const known = key === undefined ? undefined : firsts.get(key)
      if (known === undefined) {
        if (key !== undefined) firsts.set(key, steps.length)
        steps.push({ ...part, number: steps.length, before: at === 0 ? steps.length : before, completes })
      }
      before = known ?? steps.length - 1
    }
  }
  return steps
}

/** Finds the patterns that may match a sentence, in their order; `code` is as encode.ts makes it. */
export type Candidates = (code: string) => Pattern[]

/**
 * An index of patterns by what a sentence must hold for them. One pass over a sentence's words and names follows all patterns
 * at once: a part counts where it stands within reach of the part before, and a pattern may match where its last part does.
 */
export function candidatesAmong(all: readonly Pattern[]): Candidates {
  const steps = stepsOf(all)
  const before = Int32Array.from(steps, step => step.before)
  const reach = Int32Array.from(steps, step => (step.before === step.number ? FIRST : within(step.reach.any)))
  const plain = Int32Array.from(steps, step => (step.before === step.number ? FIRST : within(step.reach.plain)))
  const completes = Int32Array.from(steps, step => step.completes)
  const lists = new Map<number, number[]>()
  // Later parts first: one word is no two parts of a pattern.
  for (const { heads, number } of steps.toReversed())
    for (const head of new Set([...heads].map(headNumber))) {
      const list = lists.get(head)
      if (list) list.push(number)
      else lists.set(head, [number])
    }
  /** The steps of all heads, one list after another: by number of a head where its list begins, and how long it is. */
  const entries: number[] = []
  const begins = new Int32Array(HEADS)
  const lengths = new Int32Array(HEADS)
  for (const [head, list] of lists) {
    begins[head] = entries.length
    lengths[head] = list.length
    entries.push(...list)
  }
  const entry = Int32Array.from(entries)
  /** The place, in blanks, where each step was last seen. */
  const seen = new Int32Array(steps.length)
  const found = new Uint8Array(all.length)
  let place = 0
  let pause = NOWHERE

  const note = (head: number): void => {
    const begin = begins[head] ?? 0
    const end = begin + (lengths[head] ?? 0)
    for (let at = begin; at < end; at++) {
      const step = entry[at] ?? 0
      const last = seen[before[step] ?? 0] ?? 0
      if (place - last > ((pause < last ? plain[step] : reach[step]) ?? 0)) continue
      seen[step] = place
      const pattern = completes[step] ?? -1
      if (pattern >= 0) found[pattern] = 1
    }
  }

  return code => {
    seen.fill(NOWHERE)
    found.fill(0)
    place = 0
    pause = NOWHERE
    // A sentence may begin with a name that nothing knows.
    if (code.includes('~')) note(126)
    let run = 0
    let number = 0
    for (let at = 0; at < code.length; at++) {
      const unit = code.charCodeAt(at)
      if (unit >= 97 && unit <= 122) {
        if (++run > LENGTH) continue
        number = mixed(number, unit)
        if (run >= FEWEST) note(hashed(number))
        continue
      }
      run = 0
      number = 0
      if (unit === 32) place++
      else if (unit === 44 || unit === 40) pause = place
      else if ((unit >= 65 && unit <= 90) || unit === 126) note(unit)
    }
    const fit: Pattern[] = []
    for (let index = found.indexOf(1); index >= 0; index = found.indexOf(1, index + 1)) {
      const pattern = all[index]
      if (pattern) fit.push(pattern)
    }
    return fit
  }
}
