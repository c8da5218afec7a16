import { predicateOf } from '../knowledge/predicates.ts'
import type { Candidates } from './candidates.ts'
import type { Sentence } from './encode.ts'
import type { Pattern } from './pattern.ts'
import type { People } from './people.ts'
import type { Slot } from './slots.ts'
import { unknownName } from './unknown.ts'

/** What a sentence is read with. */
export interface Context {
  readonly text: string
  /** `Link.key` of the one victim that the document has named so far: whom "the breach" befell. */
  readonly victim: string | undefined
  /** People by a word of their names. */
  people(): People
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

/** Words before a name that keep it from being a subject; "the city of Atlanta" is one. */
const PREPOSITION =
  /(?:\b(?:in|at|from|near|with|by|to|on|against|for|between|via|under|like|after|than|including|about)|(?<!(?:city|town|village|county|state|republic|kingdom|government|university|department|bank|bureau|ministry|school)) of) (?:the |an? |its )?$/

/** What may stand before the subject of a clause. */
const BEGINS =
  /(?:^|[,;:"(\u0097]|(?:^|[ "(])(?:and|but|that|when|while|after|before|because|since|as|where|said|says|although|though|whereas|D|company|firm|giant|vendor|maker|provider|startup|retailer|lender|researchers?|analyst|engineer|expert|officer|chief|ceo|cto|president|director|founder|spokesman|spokeswoman|professor|mr\.?|ms\.?|dr\.?|hacker|group|gang|the|also)) ?(?:the )?$/
/** What joins the objects of a list. */
const JOINT = /^["')]{0,2}(?:,| and| or| as well as|, and|, or)(?: also)? (?:the |in |from )?["'(]{0,2}$/
const JOINED = 24

/** Subjects that stand for whom an event befell. */
const STANDS_FOR_VICTIM = /[EH]/

/** A first word that is no ordinary one, or goes on with a capital letter. */
const FIRST_WORD = /^[a-z](?:[a-z0-9&.-]* (?:of |and |for |the |& )?~|[a-z]*[0-9&.-]|[a-z]{0,1}(?![a-z])|[a-z]{15})/

/** All matches of the patterns in a sentence, in the order of the patterns. */
export function* matches(sentence: Sentence, patterns: Candidates, context: Context): Generator<Found> {
  const first = sentence.code.includes('~') && FIRST_WORD.test(sentence.code)
  for (const pattern of patterns(sentence.code)) {
    if (context.victim === undefined && STANDS_FOR_VICTIM.test(pattern.subject)) continue
    if (pattern.cue && !pattern.cue.test(sentence.code)) continue
    const form = first ? pattern.first : pattern.form
    const types = predicateOf(pattern.predicate)
    // Not matchAll: it makes a new expression each time, which costs more than most searches.
    form.lastIndex = 0
    for (let match = form.exec(sentence.code); match; match = form.exec(sentence.code)) {
      const { s, o, w } = match.indices?.groups ?? {}
      const subject = s && slotAt(sentence, s, pattern.subject, types.subject, context)
      if (!subject || (pattern.named && !subject.mention && subject.letter !== 'Q')) continue
      if (misplaced(sentence, pattern, match.index, s[0], o?.[0], subject)) continue
      const both = pattern.acts && s[0] === match.index ? [...joined(sentence, s[0], subject), subject] : [subject]
      const span = { pattern, from: match.index, to: match.index + match[0].length }
      const object = o && slotAt(sentence, o, pattern.object, types.object, context)
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
      /^(?: and (?:the )?[CL])? (?:and )?~/.test(code.slice(subject + 1, subject + 16)) ||
      (/\bthe $/.test(ahead) && code.startsWith(' and O', subject + 1)))
  )
}

/** What stands at a place of the code: a name or measure, whom an event befell, or a name that nothing knows. */
function slotAt(
  sentence: Sentence,
  [from, to]: readonly [number, number],
  letters: string,
  types: readonly string[],
  { text, victim, people }: Context,
): Slot | undefined {
  const slot = sentence.places.find(({ at }) => at === from)?.slot
  if (slot) return slot
  const span = { start: sentence.offset(from), end: sentence.offset(to - 1) + 1 }
  if (letters === 'E' || letters === 'H') {
    // Beside another name, "the breach" may be another's.
    const others = sentence.places.some(({ slot }) => /[OLC]/.test(slot.letter) && slot.key !== victim)
    return victim === undefined || others ? undefined : { ...span, letter: 'E', key: victim }
  }
  return unknownName(text, sentence, from, to, types, people)
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
