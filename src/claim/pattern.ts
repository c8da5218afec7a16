import { headsOf } from './heads.ts'

/** A way of saying one predicate, over encoded sentences (see encode.ts). */
export interface Pattern {
  readonly predicate: string
  /** Letters that may be the subject and the object; empty where the object is words. */
  readonly subject: string
  readonly object: string
  /** A piece of every match: a sentence without it is not searched. */
  readonly cue: RegExp | undefined
  readonly form: RegExp
  /** First letters of words of which every match holds one (heads.ts). */
  readonly heads: ReadonlySet<string> | undefined
  /** Further objects may follow: "targets banks in Chile, Mexico and Peru". */
  readonly list: boolean
  /** Only a name will do for the subject: a description would be introduced by such words, not taken up. */
  readonly named: boolean
  /** The subject acts or suffers: a name after a preposition ("the hospital in Mumbai was hit") is none. */
  readonly acts: boolean
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
    "(?:(?:has|have|had|was|were|is|are|be|been|being|also|[a-z]+ly|now|later|first|then|not|never|may|might|could|can|would|will|to|did|does|do|still|just|since|previously|thought|believed|suspected|said|known|didn't|wasn't|hasn't|isn't|weren't|haven't|doesn't) ){0,5}",
  ],
  [
    /<the>/g,
    '(?:(?:the|a|an|its|their|his|her|new|other|another|popular|several|various|many|some|major|large) ){0,3}',
  ],
  // "Austal said it": the speaker's own "it".
  [
    /<it>/g,
    '(?: (?:has |have |also |later )?(?:said|says|confirmed|confirms|announced|admitted|revealed|disclosed|acknowledged|reported|learned|told [a-z]+)(?: on)?(?: D)?(?: that)? (?:it|they|he|she))?',
  ],
  // Where something is: "in several versions of Windows", names included.
  [
    /<where>/g,
    "(?: (?:in|of|for|affecting|on|impacting|within|against|targeting|called|dubbed) (?:[a-z-]+ ){0,4}?(?:(?:~[a-z0-9'-]+(?:\\.[a-z0-9]+){0,3}|[ACLOPSTVWK](?:'s)?)(?: (?=[~A-Z])|(?![a-z]))){1,5})?",
  ],
  [/<q>/g, '["\'(]{0,2}'],
  [/<aside>/g, '(?:\'s?)?(?: \\([^)]{1,30}\\))?(?:, [^"]{1,70}?,)?'],
]

const expanded = (source: string): string =>
  SHORTHAND.reduce((text, [short, long]) => text.replace(short, long), source)

/** What may stand between commas after a subject: ", also known as Sofacy,". */
const APPOSITION = '(?:, (?:also|which|who|aka|formerly|an?|the|one) [^"]{2,70}?,)?'

/**
 * Makes a pattern. `{s}` and `{o}` stand for the subject's and the object's letter, `{w …}` for an object of words.
 * @param form a regular expression's source with the shorthand above; every gap is bounded
 */
export function pattern(
  predicate: string,
  subject: string,
  object: string,
  form: string,
  rest: { readonly list?: true; readonly cue?: RegExp } = {},
): Pattern {
  const source = expanded(form.replace('{s}"?', `{s}"?${APPOSITION}`))
    .replace('{s}', `(?<s>[${subject}])`)
    .replace('{o}', `(?<o>[${object}])`)
  return {
    predicate,
    subject,
    object,
    cue: rest.cue,
    form: new RegExp(source, 'dg'),
    heads: headsOf(source),
    list: rest.list ?? false,
    named: NAMED.has(predicate),
    acts: !STATES.has(predicate),
  }
}
