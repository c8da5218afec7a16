import type { Sentence } from './encode.ts'
import { eachHead, HEADS, headNumber } from './heads.ts'
import type { Pattern } from './pattern.ts'
import type { Slot } from './slots.ts'

/** A pattern found in a sentence. */
export interface Found {
  readonly pattern: Pattern
  readonly subject: Slot
  /** One or more objects, or the place in the code of the words that stand for one. */
  readonly objects: readonly Slot[]
  readonly words?: readonly [number, number]
  /** Place in the code. */
  readonly from: number
  readonly to: number
}

/** One bit a letter. */
const bits = (letters: string): number => {
  let mask = 0
  for (const letter of letters) mask |= 1 << (letter.charCodeAt(0) - 65)
  return mask
}

/** Patterns by what a sentence must hold for them: only the few that can match are tried. */
export class Patterns {
  readonly #byHead: (number[] | undefined)[] = new Array(HEADS)
  readonly #all: readonly Pattern[]
  readonly #subjects: Int32Array
  readonly #objects: Int32Array
  /** Whether each pattern has a head in the sentence at hand, or needs none. */
  readonly #called: Uint8Array
  readonly #headless: Uint8Array

  constructor(all: readonly Pattern[]) {
    this.#all = all
    this.#subjects = Int32Array.from(all, ({ subject }) => bits(subject))
    this.#objects = Int32Array.from(all, ({ object }) => bits(object))
    this.#headless = Uint8Array.from(all, ({ heads }) => (heads ? 0 : 1))
    this.#called = new Uint8Array(all.length)
    for (const [index, { heads }] of all.entries())
      for (const head of heads ?? []) {
        const at = headNumber(head)
        this.#byHead[at] = [...(this.#byHead[at] ?? []), index]
      }
  }

  /** Those that may match a sentence, in their order. */
  for({ code, places }: Sentence): Pattern[] {
    const called = this.#called
    called.set(this.#headless)
    eachHead(code, head => {
      for (const index of this.#byHead[head] ?? []) called[index] = 1
    })
    let present = 0
    for (const { slot } of places) present |= bits(slot.letter)
    const fit: Pattern[] = []
    for (let index = 0; index < called.length; index++) {
      if (called[index] === 0 || ((this.#subjects[index] ?? 0) & present) === 0) continue
      const object = this.#objects[index] ?? 0
      if (object !== 0 && (object & present) === 0) continue
      const pattern = this.#all[index]
      if (pattern && (!pattern.cue || pattern.cue.test(code))) fit.push(pattern)
    }
    return fit
  }
}

/** Words before a name that keep it from being a subject; "the city of Atlanta" is one. */
const PREPOSITION =
  /(?:\b(?:in|at|from|near|with|by|to|on|against|for|between|via|under|like|after|than|including|about)|(?<!(?:city|town|village|county|state|republic|kingdom|government|university|department|bank|bureau|ministry|school)) of) (?:the |an? |its )?$/

/** What joins the objects of a list. */
const JOINT = /^["')]{0,2}(?:,| and| or| as well as|, and|, or)(?: also)? (?:the |in |from )?["'(]{0,2}$/
const JOINED = 24

/** All matches of the patterns in a sentence, in the order of the patterns. */
export function* matches(sentence: Sentence, patterns: Patterns): Generator<Found> {
  for (const pattern of patterns.for(sentence)) {
    for (const match of sentence.code.matchAll(pattern.form)) {
      const { s, o, w } = match.indices?.groups ?? {}
      const subject = s && sentence.slots.get(s[0])
      if (!subject || (pattern.named && !subject.mention)) continue
      if (
        pattern.acts &&
        s &&
        s[0] === match.index &&
        PREPOSITION.test(sentence.code.slice(Math.max(0, s[0] - 30), s[0]))
      )
        continue
      const span = { pattern, subject, from: match.index, to: match.index + match[0].length }
      const object = o && sentence.slots.get(o[0])
      if (object) yield { ...span, objects: pattern.list ? listed(sentence, o[0], object) : [object] }
      else if (w) yield { ...span, objects: [], words: w }
    }
  }
}

/** An object and those joined to it: "Chile, Mexico and Peru". */
function listed({ code, places }: Sentence, at: number, first: Slot): Slot[] {
  const all = [first]
  let end = at + 1
  for (const { at: next, slot } of places) {
    if (next < end) continue
    if (next - end > JOINED || slot.letter !== first.letter || !JOINT.test(code.slice(end, next))) break
    all.push(slot)
    end = next + 1
  }
  return all
}
