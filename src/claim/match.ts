import type { Sentence } from './encode.ts'
import { eachHead, HEADS, headNumber } from './heads.ts'
import type { Pattern } from './pattern.ts'
import type { Slot } from './slots.ts'
import { unknownName } from './unknown.ts'

/** What a sentence is read with. */
export interface Context {
  readonly text: string
  /** `Link.key` of the one victim that the document has named so far: whom "the breach" befell. */
  readonly victim: string | undefined
}

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

/** Bits of an entry of the index that say which set of heads it is. */
const BITS = 3
const MASK = (1 << BITS) - 1

/** One bit a letter. */
const bits = (letters: string): number => {
  let mask = 0
  for (const letter of letters) mask |= 1 << (letter.charCodeAt(0) - 65)
  return mask
}

/** Patterns by what a sentence must hold for them: only the few that can match are tried. */
export class Patterns {
  /** By head, the list of patterns that have it, each with the bit of its set. */
  readonly #byHead = new Uint16Array(HEADS)
  readonly #lists: Int32Array[] = [new Int32Array()]
  readonly #all: readonly Pattern[]
  readonly #subjects: Int32Array
  readonly #objects: Int32Array
  /** The sets of heads that each pattern has in the sentence at hand, and those that it needs: a bit a set. */
  readonly #called: Uint8Array
  readonly #needed: Uint8Array

  constructor(all: readonly Pattern[]) {
    this.#all = all
    this.#subjects = Int32Array.from(all, ({ subject }) => bits(subject))
    this.#objects = Int32Array.from(all, ({ object }) => bits(object))
    this.#needed = Uint8Array.from(all, ({ heads }) => (1 << heads.length) - 1)
    this.#called = new Uint8Array(all.length)
    const lists = new Map<number, number[]>()
    for (const [index, { heads }] of all.entries())
      for (const [at, set] of heads.entries())
        for (const head of set) {
          const number = headNumber(head)
          lists.set(number, [...(lists.get(number) ?? []), (index << BITS) | (1 << at)])
        }
    for (const [number, list] of lists) this.#byHead[number] = this.#lists.push(Int32Array.from(list)) - 1
  }

  readonly #call = (head: number): void => {
    const list = this.#byHead[head]
    if (!list) return
    const entries = this.#lists[list] ?? []
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at] ?? 0
      const index = entry >> BITS
      this.#called[index] = (this.#called[index] ?? 0) | (entry & MASK)
    }
  }

  /** Those that may match a sentence, in their order. */
  for({ code, places }: Sentence, victim: string | undefined): Pattern[] {
    const called = this.#called
    called.fill(0)
    eachHead(code, this.#call)
    let present = bits(`${code.includes('~') ? 'Q' : ''}${victim === undefined ? '' : 'EH'}`)
    for (const { slot } of places) present |= bits(slot.letter)
    const fit: Pattern[] = []
    for (let index = 0; index < called.length; index++) {
      if (called[index] !== this.#needed[index] || ((this.#subjects[index] ?? 0) & present) === 0) continue
      const object = this.#objects[index] ?? 0
      if (object !== 0 && (object & present) === 0) continue
      const pattern = this.#all[index]
      if (pattern && holds(code, pattern.cues)) fit.push(pattern)
    }
    return fit
  }
}

function holds(code: string, cues: Pattern['cues']): boolean {
  for (const cue of cues) if (!cue.test(code)) return false
  return true
}

/** Words before a name that keep it from being a subject; "the city of Atlanta" is one. */
const PREPOSITION =
  /(?:\b(?:in|at|from|near|with|by|to|on|against|for|between|via|under|like|after|than|including|about)|(?<!(?:city|town|village|county|state|republic|kingdom|government|university|department|bank|bureau|ministry|school)) of) (?:the |an? |its )?$/

/** What may stand before the subject of a clause. */
const BEGINS =
  /(?:^|[,;:"(\u2014]|(?:^|[ "(])(?:and|but|that|when|while|after|before|because|since|as|where|said|says|although|though|whereas|D|company|firm|giant|vendor|maker|provider|startup|retailer|lender|researchers?|analyst|engineer|expert|officer|chief|ceo|cto|president|director|founder|spokesman|spokeswoman|professor|mr\.?|ms\.?|dr\.?|hacker|group|gang|the|also)) ?(?:the )?$/
/** What joins the objects of a list. */
const JOINT = /^["')]{0,2}(?:,| and| or| as well as|, and|, or)(?: also)? (?:the |in |from )?["'(]{0,2}$/
const JOINED = 24

/** All matches of the patterns in a sentence, in the order of the patterns. */
export function* matches(sentence: Sentence, patterns: Patterns, context: Context): Generator<Found> {
  const unknown = sentence.code.includes('~')
  for (const pattern of patterns.for(sentence, context.victim)) {
    const form = unknown ? pattern.form : pattern.known
    // Not matchAll: it makes a new expression each time, which costs more than most searches.
    form.lastIndex = 0
    for (let match = form.exec(sentence.code); match; match = form.exec(sentence.code)) {
      const { s, o, w } = match.indices?.groups ?? {}
      const subject = s && slotAt(sentence, s, pattern.subject, pattern.unknown.subject, context)
      if (!subject || (pattern.named && !subject.mention && subject.letter !== 'Q')) continue
      if (misplaced(sentence, pattern, match.index, s[0], o?.[0], subject)) continue
      const both = pattern.acts && s[0] === match.index ? [...joined(sentence, s[0], subject), subject] : [subject]
      const span = { pattern, from: match.index, to: match.index + match[0].length }
      const object = o && slotAt(sentence, o, pattern.object, pattern.unknown.object, context)
      const said = object
        ? { objects: pattern.list ? listed(sentence, o[0], object) : [object] }
        : w && { objects: [], words: w }
      if (said) for (const subject of both) yield { ...span, ...said, subject }
    }
  }
}

/** Whether the names of a match stand where they can be none of what the pattern says. */
function misplaced(
  { code }: Sentence,
  { acts, clause }: Pattern,
  from: number,
  subject: number,
  object: number | undefined,
  { letter }: Slot,
): boolean {
  const first = Math.min(subject, object ?? subject)
  if (acts && first === from && PREPOSITION.test(code.slice(Math.max(0, first - 30), first))) return true
  const ahead = code.slice(Math.max(0, subject - 40), subject)
  if (clause && (!BEGINS.test(ahead) || /[A-Z](?:'s)? and (?:the )?$/.test(ahead))) return true
  // "Northern Lincolnshire Trust": a place within a name that nothing knows is not meant.
  return (
    /[CL]/.test(letter) &&
    (/~[a-z.]+ (?:and )?$/.test(ahead) ||
      /^(?: and (?:the )?[CL])? (?:and )?~/.test(code.slice(subject + 1, subject + 16)))
  )
}

/** What stands at a place of the code: a name or measure, whom an event befell, or a name that nothing knows. */
function slotAt(
  sentence: Sentence,
  [from, to]: readonly [number, number],
  letters: string,
  kind: 'organization' | 'person',
  { text, victim }: Context,
): Slot | undefined {
  const slot = sentence.slots.get(from)
  if (slot) return slot
  const span = { start: sentence.offset(from), end: sentence.offset(to - 1) + 1 }
  if (letters === 'E' || letters === 'H') {
    // Beside another name, "the breach" may be another's.
    const others = sentence.places.some(({ slot }) => /[OLC]/.test(slot.letter) && slot.key !== victim)
    return victim === undefined || others ? undefined : { ...span, letter: 'E', key: victim }
  }
  return unknownName(text, sentence, from, to, kind)
}

/** The name of the same kind that "and" joins to a subject: what both do, each does. */
function joined({ code, places }: Sentence, at: number, subject: Slot): Slot[] {
  const and = / and (?:the )?$/.exec(code.slice(Math.max(0, at - 9), at))
  const before = and && places.find(place => place.at === at - and[0].length - 1)
  if (!before || before.slot.letter !== subject.letter || before.slot.key === subject.key) return []
  return PREPOSITION.test(code.slice(Math.max(0, before.at - 30), before.at)) ? [] : [before.slot]
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
