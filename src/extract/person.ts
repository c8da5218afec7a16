import { isFamilyName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import { type Mention, mention } from '../model/mention.ts'
import type { ExtractContext, Extractor, NameHit } from '../model/stage.ts'
import { article, glued } from './found.ts'
import { endsOrganization } from './organization-shaped.ts'
import { givenName, isAddressed, isFamily, isFamilyFirst, isMonthsName, isNamePart } from './person-parts.ts'
import { ADDRESSES, FAMILY_FIRST, PARTICLE, PARTICLES, ROLE, SAYS, SOFTWARE, TITLES } from './person-words.ts'
import { NOT_FIRST } from './runs.ts'
import { type Token, tokensOf } from './tokens.ts'
import { trigger } from './triggers.ts'

/** A full name has at most so many words. */
const LONGEST = 4
/** "Robert Mueller III": what tells a son from his father is left off. */
const SUFFIX = /^(?:I{2,3}|IV|Jr|Sr)$/
/** Given names that are words too, but at a sentence's start hardly ever are. */
const SURELY_GIVEN = /^(?:John|Jack|Harry|Peter|Mark|Tom|Bob|Jim|Ben|Rob|Bill|Nick|Ray|Frank)$/
const INITIAL = /^\p{Lu}\.?$/u

/** What follows a person's name and hardly anything else's: an age, a role, a verb of speech. */
const AFTER = new RegExp(
  `^(?:, (?:aged )?\\d{2}\\b(?!,\\d)| \\(\\d{2}\\)|,? who\\b|,? (?:an?|the|one of the|its|our|senior|vice|former|chief|executive|managing|deputy|acting|lead|principal)? ?(?:[\\p{L}-]+ ){0,3}(?:${ROLE})s?\\b| (?:has |have |also )?(?:${SAYS})\\b)`,
  'u',
)
const BEFORE = new RegExp(
  `(?:\\b(?:${ROLE}|named|(?:${SAYS})|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof)\\.?,? ["\u201c]?|["\u201d],? )$`,
)

/** "the governor of Bangladesh Bank, " before a name set off by commas. */
const APPOSED = new RegExp(
  `\\b(?:${ROLE}) (?:of|at|for) (?:[\\p{L}\u2019'&.-]{1,20} ){0,4}[\\p{L}\u2019'&.-]{1,20}, $`,
  'u',
)

/** What a run of words may be in the knowledge base instead of a person; malware is named after people. */
const OTHER: ReadonlySet<string> = new Set(['organization', 'country', 'place', 'region', 'tool'])

/** No person's second name, though cities are: "Jack London", but not "ViaSat Europe". */
const FIRM: ReadonlySet<string> = new Set(['organization', 'country', 'region'])

/** People: full names by a known given name or by what stands around them; later the family name alone. */
export const person: Extractor<'person'> = {
  id: 'person',
  finds: ['person'],
  *extract(context: ExtractContext): Generator<Mention<'person'>> {
    const { doc, text, names } = context
    const { list: words, marked, at: placesOf } = tokensOf(context)
    const known = new Map(
      names
        .filter(({ candidates }) =>
          candidates.some(({ name, entity }) => name.match !== 'context' && OTHER.has(entity.type)),
        )
        .map(({ start, end }) => [start + article(text, start), end]),
    )
    const firms = startsOf(names, FIRM)
    const families = new Map<string, string>()
    const taken = new Set<number>()
    let after = 0
    for (const first of marked) {
      const { index } = first
      const last = index < after ? -1 : fullName(text, words, index, known, firms)
      const family = words[last]
      if (!family) continue
      const canonical = text.slice(first.start, family.end).replace(/\s+/g, ' ')
      const short = isFamilyFirst(words.slice(index, last + 1)) ? first : family
      if (!families.has(short.text)) families.set(short.text, canonical)
      for (let at = index; at <= last; at++) taken.add(at)
      yield mention(doc, 'person', 'person', first.start, family.end, { canonical })
      after = last + 1
    }
    const addresses = new Set(placesOf(ADDRESS))
    if (families.size === 0 && addresses.size === 0) return
    for (const word of marked) {
      const { index } = word
      const canonical = families.get(word.text)
      if ((!canonical && !addresses.has(index - 1)) || !isNamePart(word.word)) continue
      const addressed =
        !canonical && !taken.has(index) && isAddressed(text, words, index, known) ? word.text : undefined
      if ((canonical && !taken.has(index) && alone(text, words, index, known)) || addressed)
        yield mention(doc, 'person', 'person', word.start, word.end, { canonical: canonical ?? word.text })
    }
  },
}

/** Titles, in any case, before a name of one word. */
const ADDRESS = trigger([...ADDRESSES].map(word => word.toLowerCase()))

/** Index of the last word of a full name that starts at `index`, or -1. */
function fullName(
  text: string,
  words: readonly Token[],
  index: number,
  known: ReadonlyMap<number, number>,
  firms: ReadonlySet<number>,
): number {
  const first = words[index]
  const next = words[index + 1]
  // Most capitals are followed by a small word, which is told without a look at its spelling.
  if (!first?.capital || !next || (!next.marked && next.end - next.start > PARTICLE)) return -1
  if (!isNamePart(first.word) || TITLES.has(first.text)) return -1
  if (!isNamePart(next.word) && !PARTICLES.has(next.text)) return -1
  const titled = TITLES.has(words[index - 1]?.text ?? '') && givenName(first.text)
  if (NOT_FIRST.has(first.text) && !titled && !isMonthsName(first.text, next.text)) return -1
  const previous = words[index - 1]
  // In the middle of a longer run it is somebody's street, prize or product.
  if (
    previous?.capital &&
    text.slice(previous.end, first.start) === ' ' &&
    !TITLES.has(previous.text) &&
    !previous.first &&
    !(givenName(first.text) && isWord(previous.word.small))
  )
    return -1
  let last = index
  for (let at = index + 1; at < words.length && at < index + LONGEST; at++) {
    const word = words[at]
    const before = words[at - 1]
    const gap = word && before ? text.slice(before.end, word.start) : ''
    if (!word || !(gap === ' ' || (gap === '. ' && INITIAL.test(before?.text ?? '')))) break
    if (SUFFIX.test(word.text)) break
    if (isNamePart(word.word)) last = at
    else if (!PARTICLES.has(word.text)) break
  }
  const family = words[last]
  if (!family || last === index || INITIAL.test(family.text) || glued(text, first.start, family.end)) return -1
  const name = words.slice(index, last + 1)
  if (family.text.length < 2 || family.text === 'St' || name.some(({ start }, at) => at > 0 && firms.has(start)))
    return -1
  const covered = known.get(first.start)
  if ((covered !== undefined && covered >= family.end) || endsOrganization(family.text) || SOFTWARE.has(family.text))
    return -1
  // "San Francisco-based", "Privately-held": no name, unless it is Korean ("Jin-hyok").
  if (name.some(({ text: word }) => /-\p{Ll}/u.test(word)) && !FAMILY_FIRST.has(first.text)) return -1
  if (name.some(({ text: word }) => word.length > 1 && word === word.toUpperCase())) return -1
  return believed(text, name, covered !== undefined, TITLES.has(previous?.text ?? '')) ? last : -1
}

/** Whether a run of capitalised words is a person's name: how much depends on what its words are otherwise. */
function believed(text: string, name: readonly Token[], known: boolean, titled: boolean): boolean {
  const first = name[0]
  const family = name.at(-1)
  if (!first || !family) return false
  const cue = () =>
    titled ||
    AFTER.test(text.slice(family.end, family.end + 70)) ||
    BEFORE.test(text.slice(Math.max(0, first.start - 30), first.start)) ||
    (text[family.end] === ',' && APPOSED.test(text.slice(Math.max(0, first.start - 100), first.start)))
  const ordinary = name
    .slice(1)
    .some(
      ({ text: word }) =>
        !INITIAL.test(word) && !PARTICLES.has(word.toLowerCase()) && isWord(word.toLowerCase()) && !isFamily(word),
    )
  if (givenName(first.text)) {
    // "Jordan Smith": the country's name is a given name beside a family name.
    if (known && name.length === 2 && isFamilyName(family.text) && !isWord(family.word.small)) return true
    const plain = !isWord(first.word.small) || !first.first || SURELY_GIVEN.test(first.text)
    if (!ordinary && plain && !known) return true
    return cue() && (!ordinary || name.length <= 3)
  }
  if (known || ordinary) return false
  const length = name.filter(({ text: word }) => !PARTICLES.has(word)).length
  if (titled) return length <= 3
  const words = isWord(first.word.small) || isWord(family.word.small)
  // "Park Jin Hyok": two given syllables that are no words.
  const korean = length === 3 && name.slice(1).every(({ text: word }) => !isWord(word.toLowerCase()) && word.length < 7)
  if (FAMILY_FIRST.has(first.text)) return length <= 3 && (!words || korean || /-\p{Ll}/u.test(family.text) || cue())
  return length <= 3 && !isWord(first.word.small) && cue()
}

/** What follows a name that stands for somebody: a possessive, a verb in the past. */
const ACTS = new RegExp(`^(?:['\u2019]s | (?:also )?(?:${SAYS}|had|has|was|is|would|will|did|\\p{Ll}{2,}ed)\\b)`, 'u')

/** Whether a family name by itself means the person: a word or a place of the same spelling does not. */
function alone(text: string, words: readonly Token[], index: number, known: ReadonlyMap<number, number>): boolean {
  const word = words[index]
  const next = words[index + 1]
  const before = words[index - 1]
  if (!word || known.has(word.start) || glued(text, word.start, word.end)) return false
  if (next?.capital && text.slice(word.end, next.start) === ' ') return false
  if (before?.capital && !before.first && text.slice(before.end, word.start) === ' ' && !TITLES.has(before.text))
    return false
  return !word.first || !isWord(word.word.small) || ACTS.test(text.slice(word.end, word.end + 16))
}

/** Where names of entities of the given types begin. */
const startsOf = (names: readonly NameHit[], types: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(
    names
      .filter(({ candidates }) =>
        candidates.some(({ entity, name }) => name.match !== 'context' && types.has(entity.type)),
      )
      .map(({ start }) => start),
  )
