import type { Sentence } from './encode.ts'
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

/** Whether a sentence holds any of these letters. */
const holds = (present: string, letters: string): boolean => {
  for (const letter of letters) if (present.includes(letter)) return true
  return letters === ''
}

/** Words before a name that keep it from being a subject; "the city of Atlanta" is one. */
const PREPOSITION =
  /(?:\b(?:in|at|from|near|with|by|to|on|against|for|between|via|under|like|after|than|including|about)|(?<!(?:city|town|village|county|state|republic|kingdom|government|university|department|bank|bureau|ministry|school)) of) (?:the |an? |its )?$/

/** What joins the objects of a list. */
const JOINT = /^["')]{0,2}(?:,| and| or| as well as|, and|, or)(?: also)? (?:the |in |from )?["'(]{0,2}$/
const JOINED = 24

/** All matches of the patterns in a sentence, in the order of the patterns. */
export function* matches(sentence: Sentence, patterns: readonly Pattern[]): Generator<Found> {
  const present = sentence.places.map(({ slot }) => slot.letter).join('')
  for (const pattern of patterns) {
    if (!holds(present, pattern.subject) || !holds(present, pattern.object)) continue
    if (pattern.cue && !pattern.cue.test(sentence.code)) continue
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
