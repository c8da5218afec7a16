import type { Candidate, ExtractContext, NameHit } from '../model/stage.ts'
import { likeliest, withoutKind } from './candidates.ts'

/** Nouns behind a name that speak of people: "X gang", "X's affiliates", but not "X operators", who run what X is. */
const PEOPLE =
  /^(?:['\u2019]s)?\*{0,2} (?:(?:ransomware|extortion|cybercrime|RaaS) )?(?:gang|crew|group|cartel|syndicate|collective|affiliates?(?! (?:programs?|ids?)\b)|members?|threat actors?|leak site|data leak site)\b/

/** Of these, what shows of an ordinary word too that it is a gang's name. */
const GANG = /^(?:['\u2019]s)?\*{0,2} (?:ransomware (?:gang|crew|group|cartel|operation)|gang|cartel|affiliates)\b/

/** Verbs of somebody's will behind a name: "X claimed responsibility", "X has threatened to publish". */
const WILL =
  /^\*{0,2}(?:, (?:also|formerly|aka|which)\b[^,\n]{1,40},)? (?:(?:has|have|had|also|later|then|allegedly|reportedly|recently|previously|subsequently|first|since) ){0,2}(?:claim(?:ed|s)|announce[ds]|threaten(?:ed|s)|breached|stole|steals|recruit(?:ed|s)|post(?:ed|s)|publish(?:ed|es)|leaked|listed|said|says|told|apologi[sz]ed|vowed|promised|passed|rebranded|retired|donated|extorted|negotiated|boasted|denied|admitted|warned|hacked|took (?:credit|responsibility)|takes credit|shut down|rose to prominence|continued to|was not the only (?:group|gang)|is (?:not )?(?:the|one of the) [\p{L} -]{0,40}(?:group|gang)s?\b)/u

/** Words before a name that speak of people: "affiliates of X", "ransomware gangs such as X". */
const BEFORE =
  /\b(?:affiliates of(?: the)?|members of(?: the)?|gangs? (?:such as|like|including|called|named|known as)|(?:ransomware|extortion|cybercrime) (?:gang|group|crew|outfit)s?(?: (?:such as|like|including|called|named|known as))?|gang) ["\u201c*]{0,2}$/i

/** What makes a place the program's: "X ransomware encrypts", "deployed X", "X payload". */
const PROGRAM =
  /^(?:['\u2019]s)?\*{0,2} (?:ransomware(?! (?:gang|group|crew|operat|affiliate|actor|member|cartel|syndicate|leak|as[- ]a))|malware|trojan|payloads?|samples?|variants?|infections?|binary|binaries|strains?|executables?|encryptors?|decryptors?|encrypts?|family)\b/i
const SPREAD =
  /\b(?:deploy\w*|deliver\w*|download\w*|drop(?:s|ped|ping)?|install\w*|distribut\w+|infected (?:with|by)|execut\w+|(?:variants?|versions?|strains?|samples?|operators?|developers?|authors?|creators?) of|payloads?|variants?|strains?|called|malware|trojan) (?:the )?["\u201c*]{0,2}$/i

/** "used by X and Y has ceased", "a bulletin on X published today": the verb behind is another's, or no verb of its own. */
const NO_SUBJECT =
  /(?:&|(?<!,) (?:and|or)|\b(?:by|of|from|behind|on|in|with|for|about|against|to|at|via|using|operation|malware|ransomware)) (?:the )?["\u201c*]{0,2}$/

/** Units looked at before a name. */
const BACK = 48
const AHEAD = 72

/** One place in so many must speak of people before the whole article is taken to. */
const SHARE = 3

/** A place of one of a family's names, and what the words around it say that it is: verbs alone show nothing of an ordinary word. */
interface Place {
  readonly hit: NameHit
  readonly family: Candidate
  readonly sense: 'people' | 'will' | 'program' | 'open'
}

const cache = new WeakMap<ExtractContext, ReadonlyMap<NameHit, Candidate>>()

/**
 * Names of ransomware that stand for the gang behind it, and the family that lends the name: places that say so ("X
 * claimed responsibility"), and all but the program's own where most places that tell speak of people.
 */
export function gangs(context: ExtractContext): ReadonlyMap<NameHit, Candidate> {
  const known = cache.get(context)
  if (known) return known
  const { names, text } = context
  const families = new Map<string, Place[]>()
  for (const hit of names) {
    const family = ransomware(hit, text)
    if (!family) continue
    const end = withoutKind(hit, text)
    const place = { hit, family, sense: senseOf(text, hit.start, end, family.name.match === 'context') }
    const places = families.get(family.entity.id)
    if (places) places.push(place)
    else families.set(family.entity.id, [place])
  }
  const found = new Map<NameHit, Candidate>()
  for (const places of families.values()) for (const { hit, family } of ofGang(places)) found.set(hit, family)
  cache.set(context, found)
  return found
}

/** Which places of one family mean the gang. */
function ofGang(places: readonly Place[]): readonly Place[] {
  const of = (...senses: Place['sense'][]): readonly Place[] => places.filter(({ sense }) => senses.includes(sense))
  const program = of('program').length
  const shown = of('people').length + program > 0 || places.some(({ family }) => family.name.match !== 'context')
  const people = shown ? of('people', 'will') : []
  return people.length > program && people.length * SHARE >= places.length ? of('people', 'will', 'open') : people
}

/** The family of ransomware that a capitalised name names. */
function ransomware(hit: NameHit, text: string): Candidate | undefined {
  if (!hit.candidates.some(isRansomware) || !/^\p{Lu}|\d/u.test(text.slice(hit.start, hit.end))) return undefined
  return hit.candidates.some(({ entity }) => entity.type === 'country') ? undefined : likeliest(hit, text, 'malware')
}

const isRansomware = ({ entity }: Candidate): boolean =>
  entity.type === 'malware' &&
  entity.facts.some(({ predicate, value }) => predicate === 'kind' && value === 'ransomware')

function senseOf(text: string, start: number, end: number, word: boolean): Place['sense'] {
  const after = text.slice(end, end + AHEAD)
  if (PROGRAM.test(after)) return 'program'
  if ((word ? GANG : PEOPLE).test(after)) return 'people'
  const before = text.slice(Math.max(0, start - BACK), start)
  if (BEFORE.test(before)) return 'people'
  if (WILL.test(after) && !NO_SUBJECT.test(before)) return 'will'
  return SPREAD.test(before) ? 'program' : 'open'
}
