import { type Part, skeletonOf } from './skeleton.ts'
import { ATTACKERS } from './vocabulary.ts'

/** A way of saying one predicate, over encoded sentences (see encode.ts). */
export interface Pattern {
  readonly predicate: string
  /**
   * Letters that may be the subject and the object; empty where the object is words. `Q` is a name that nothing knows
   * (unknown.ts); `E` is an event ("the breach") and `H` its unnamed
   * hands ("the hackers"), which stand for whom it befell.
   */
  readonly subject: string
  readonly object: string
  /** A sentence without it is not searched. */
  readonly cue: RegExp | undefined
  readonly form: RegExp
  /** The same where a sentence may begin with a name that nothing knows. */
  readonly first: RegExp
  /** What every match holds, in order. */
  readonly parts: readonly Part[]
  /** Further objects may follow: "targets banks in Chile, Mexico and Peru". */
  readonly list: boolean
  /** Only a name will do for the subject: a description would be introduced by such words, not taken up. */
  readonly named: boolean
  /** The subject acts or suffers: a name after a preposition ("the hospital in Mumbai was hit") is none. */
  readonly acts: boolean
  /** The words take it for granted ("the breach at X"): a denial around them is one of something else. */
  readonly given: boolean
  /** The subject has to begin its clause, but for a title or kind before it: the verb may be any. */
  readonly clause: boolean
}

const NAMED = new Set(['alias-of', 'discovered-by', 'is-a', 'employs'])
const STATES = new Set([
  'records-exposed',
  'employs',
  'located-in',
  'alias-of',
  'attributed-to',
  'distinct-from',
  'part-of',
  'affects',
  'severity-score',
  'charged',
  'arrested',
  'sentenced',
  'fixed-by',
  'fixed-in',
  'is-a',
  'active-since',
])

/** Where an organisation is, right after its name: "the medical center in New York". */
const SEAT = '(?:(?: in (?:the )?|, )[CL](?:, [CL])?,?)?'

/** Gaps of ordinary words: names and clause marks end them. */
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  // Words between, by number: <w4> is up to four with the space after each.
  [/<w(\d)>/g, "(?:[a-z0-9'-]+ ){0,$1}?"],
  // The same, with commas.
  [/<c(\d)>/g, "(?:[a-z0-9'-]+,? ){0,$1}?"],
  // Hedges before a figure.
  [
    /<about>/g,
    '(?:(?:at least|over|more than|up to|about|around|nearly|almost|some|an|estimated|approximately|roughly|a|the|as many as|as much as|total of|sum of|equivalent of|ransom of|fine of|close to|upwards of|well) ){0,4}',
  ],
  // Auxiliaries and adverbs before a verb, with the space after each.
  [
    /<aux>/g,
    "(?:(?:has|have|had|was|were|is|are|be|been|being|also|[a-z]+ly|now|later|first|then|not|never|may|might|could|can|would|will|to|did|does|do|still|just|since|previously|thought|believed|suspected|said|known|able|didn't|wasn't|hasn't|isn't|weren't|haven't|doesn't) ){0,5}",
  ],
  [
    /<the>/g,
    '(?:(?:the|a|an|its|their|his|her|new|other|another|popular|several|various|many|some|major|large) ){0,3}',
  ],
  // "Austal said it": the speaker's own "it".
  [
    /<it>/g,
    '(?: (?:reported|confirmed|admitted|acknowledged) (?:being|having been)| (?:has |have |also |later )?(?:said|says|confirmed|confirms|announced|admitted|revealed|disclosed|acknowledged|reported|learned|told [a-z]+)(?: on)?(?: D)?(?: that)? (?:it|they|he|she)|,? (?:which|who))?',
  ],
  // Where something is: "in several versions of Windows", names included.
  [
    /<where>/g,
    "(?: (?:in|of|for|affecting|on|impacting|within|against|targeting|called|dubbed) (?:[a-z-]+ ){0,4}?(?:(?:~[a-z0-9'-]+(?:\\.[a-z0-9]+){0,3}|[ACLOPSTVWK](?:'s)?)(?: (?=[~A-Z])|(?![a-z]))){1,5})?",
  ],
  [/<seat>/g, SEAT],
  [/<q>/g, '["\'(]{0,2}'],
  [/<aside>/g, '(?:\'s?)?(?: \\([^)]{1,30}\\))?(?:, [^"]{1,70}?,)?'],
]

const expanded = (source: string): string =>
  SHORTHAND.reduce((text, [short, long]) => text.replace(short, long), source)

/** What may stand between commas after a subject: ", also known as Sofacy,". */
const APPOSITION = '(?:, (?:also|which|who|aka|formerly|an?|the|one) [^"]{2,70}?,)?'

/** Capitalised words that nothing knows: whole ones, so that a search gives up a name at once. */
const UNKNOWN =
  '~[a-z0-9&.-]+(?![a-z0-9&-])(?: (?:of |and |for |the |& )?~[a-z0-9&.-]+(?![a-z0-9&-])){0,4}(?: (?:security|technology|intelligence|research)(?= said|[.,]| has| was))?'
/** The same with the first word of a sentence, which may have no mark of its own. */
const UNKNOWN_FIRST = `(?:^|~)${UNKNOWN.slice(1)}`
/** The same as far as an index of patterns needs it: where it begins, and the room behind its last capital letter. */
const UNKNOWN_OUTLINE = '~(?: )?'

/** An event by a word of its own, and the words that a victim has about it. */
const EVENT =
  "(?:the|this|that) (?:D's |[a-z-]+ ){0,2}?(?:breach|attack|cyber-?attack|hack|incident|intrusion|leak|compromise|data theft|heist|infection)"

const place = (name: 's' | 'o', letters: string, unknown: string): string =>
  `(?<${name}>${letters === 'E' ? EVENT : letters === 'H' ? `(?:(?:the|unknown|anonymous|unidentified) )*${ATTACKERS}` : `[${letters.replace('Q', '')}]${letters.includes('Q') ? `|${unknown}` : ''}`})${name === 's' && /[OL]/.test(letters) ? SEAT : ''}`

/**
 * Makes a pattern. `{s}` and `{o}` stand for the subject's and the object's letter, `{w …}` for an object of words.
 * @param form a regular expression's source with the shorthand above; every gap is bounded
 */
export function pattern(
  predicate: string,
  subject: string,
  object: string,
  form: string,
  rest: {
    readonly list?: true
    readonly cue?: RegExp
    readonly acts?: true
    readonly given?: true
    readonly clause?: true
  } = {},
): Pattern {
  const of = (unknown: string) =>
    expanded(form.replace(/^\(\?<w>/, "(?<![A-Za-z0-9'~-])(?<w>").replace('{s}"?', `{s}"?${APPOSITION}`))
      .replace('{s}', place('s', subject, unknown))
      .replace('{o}', place('o', object, unknown))
  return {
    predicate,
    subject,
    object,
    cue: rest.cue,
    form: new RegExp(of(UNKNOWN), 'dg'),
    first: new RegExp(of(UNKNOWN_FIRST), 'dg'),
    parts: skeletonOf(of(UNKNOWN_OUTLINE)),
    list: rest.list ?? false,
    named: NAMED.has(predicate),
    acts: rest.acts ?? !STATES.has(predicate),
    given: rest.given ?? false,
    clause: rest.clause ?? false,
  }
}
