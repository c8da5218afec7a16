import { isFamilyName, isGivenName } from '../knowledge/person-names.ts'
import { isWord } from '../knowledge/words.ts'
import type { Evidence, Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { type Capital, capitals } from './capitals.ts'
import { sharedPhrase } from './name-phrase.ts'
import { type Tie, tie } from './name-tie.ts'
import { type Edit, nearPairs, oneEdit, scrambledPairs } from './near-words.ts'
import { introduced } from './speech.ts'
import { longSurname, oneSurname, scrambled } from './surnames.ts'
import { isCapital } from './units.ts'

/** Evidence places that a flag shows: enough to judge, few enough to read. */
const SHOWN = 5

/** Shorter words are one letter from too many others, but for a phrase that holds both. */
const SHORTEST = 4
const SHORTEST_IN_PHRASE = 3

function capitalLetters(word: string): number {
  let count = 0
  for (let at = 0; at < word.length; at++) if (isCapital(word.charCodeAt(at))) count++
  return count
}

/** A word that may be a name with a spelling: letters only, and no acronym (DDoS, URLs, MaaS differ by a letter from many others). */
const spelt = ({ text }: Capital): boolean =>
  text.length >= SHORTEST_IN_PHRASE &&
  capitalLetters(text) < text.length - 1 &&
  !/\d/.test(text) &&
  !(text.length < 5 && /^[A-Z][a-z]{1,2}[A-Z]$/.test(text))

/** Whether every place is half of a hyphenated name: "Al-Arabiya", "Jong-un". */
const hyphenated = ({ text }: CheckContext, { places }: Capital): boolean =>
  places.every(({ start, end }) => text.charAt(start - 1) === '-' || /-\w/.test(text.slice(end, end + 2)))

/** The word without its accents: a name written with and without them is style. */
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

/** Last letters that sound or look alike; other changes at the end are inflection (Germany, Germans) or another language. */
const ALIKE = new Set(['iy', 'sz', 'ei', 'ck', 'mn', 'ou'])

/** Differences that inflection, another language or another word explain better than a slip. */
function ordinary(context: CheckContext, odd: Capital, usual: Capital, edit: Edit): boolean {
  if (capitalLetters(odd.text) !== capitalLetters(usual.text)) return true
  if (edit.kind === 'transpose') return false
  if (plain(odd.folded) === plain(usual.folded)) return true
  if (edit.at === 0) return !oneSurname(context.text, odd, usual)
  if (hyphenated(context, odd) !== hyphenated(context, usual)) return true
  const atEnd = edit.at >= Math.min(odd.text.length, usual.text.length) - (edit.kind === 'substitute' ? 1 : 0)
  if (!atEnd) return false
  return (
    edit.kind !== 'substitute' ||
    (!longSurname(context.text, odd, usual) &&
      !ALIKE.has(
        [odd, usual]
          .map(word => word.folded.at(-1))
          .sort()
          .join(''),
      ))
  )
}

/** Whether the two words stand side by side somewhere ("Hong Kong"): then they are two. */
const adjoin = (odd: Capital, usual: Capital): boolean =>
  odd.places.some(a => usual.places.some(b => a.start - b.end <= 2 && b.start - a.end <= 2))

/** The rarer spelling first; of two equally frequent ones the unknown, then the bare, then the later one. */
function order(context: CheckContext, a: Capital, b: Capital): readonly [Capital, Capital] {
  const rank = (word: Capital): number =>
    word.places.length * 8 +
    (context.knowledge.candidates(word.text).length > 0 ? 8 * word.places.length + 4 : 0) +
    (word.places.some(place => introduced(context.text, place)) ? 2 : 0) +
    (isWord(word.folded) ? 1 : 0)
  const [first, second] = [rank(a), rank(b)]
  return second < first
    ? [b, a]
    : first < second
      ? [a, b]
      : (a.places[0]?.start ?? 0) < (b.places[0]?.start ?? 0)
        ? [b, a]
        : [a, b]
}

/** One is the other's plural, or they differ in capitals: both have their place in one phrase. */
const inflected = (odd: Capital, usual: Capital): boolean =>
  capitalLetters(odd.text) !== capitalLetters(usual.text) ||
  odd.folded.replace(/s$/, '') === usual.folded.replace(/s$/, '')

const tooShort = (odd: Capital, usual: Capital): boolean => Math.min(odd.text.length, usual.text.length) < SHORTEST

function* findings(context: CheckContext): Generator<Finding> {
  const { text, knowledge, select } = context
  const words = [...capitals(context).values()].filter(spelt)
  const folded = words.map(word => word.folded)
  for (const [first, second] of [...nearPairs(folded), ...scrambledPairs(folded)]) {
    const a = words[first]
    const b = words[second]
    if (!a || !b) continue
    // Neither a phrase nor a tie makes a slip of these, whichever is the odd one.
    if (oneEdit(a.folded, b.folded) && inflected(a, b)) continue
    const [odd, usual] = order(context, a, b)
    const edit = oneEdit(odd.folded, usual.folded)
    const phrase = edit && sharedPhrase(text, odd, usual)
    if (!phrase && tooShort(odd, usual)) continue
    if (!phrase && (edit ? ordinary(context, odd, usual, edit) : !scrambled(text, odd, usual))) continue
    if (knowledge.candidates(odd.text).length > 0 || adjoin(odd, usual)) continue
    // Jang and Jong: short names are a letter apart by nature.
    if (!phrase && odd.text.length <= SHORTEST && (isGivenName(odd.text) || isFamilyName(odd.text))) continue
    const why: Tie | undefined = phrase
      ? { confidence: 92, because: `both stand in \u201c${phrase}\u201d` }
      : tie(context, odd, usual)
    if (!why) continue
    const evidence: Evidence[] = usual.places
      .slice(0, SHOWN)
      .map(place => ({ role: 'for', note: `spelt \u201c${usual.text}\u201d here`, at: select(place) }))
    const times = usual.places.length === 1 ? 'once' : `${usual.places.length} times`
    for (const place of odd.places)
      yield {
        confidence: why.confidence,
        at: select(place),
        subject: `name:${usual.folded}`,
        message:
          `\u201c${odd.text}\u201d is spelt \u201c${usual.text}\u201d elsewhere in this article (${times}); the two differ by ` +
          `${edit === undefined ? 'the order of their letters' : edit.kind === 'transpose' ? 'one swap of letters' : 'one letter'}, ` +
          `and ${why.because}. Which spelling is right?`,
        suggestion: usual.text,
        evidence,
      }
  }
}

/** A name is spelt in two ways. */
export const nameVariant: Check = {
  id: 'name-variant',
  severity: 'warning',
  title: 'A name is spelt in two ways',
  why:
    'Catches a name that differs by one letter, or by two letters swapped, from a name that the article uses elsewhere: the name splits in two ' +
    'for whoever searches for it. Wrong when two people, products or places really have names so alike.',
  examples: {
    flagged: [
      'Emotet is back. Researchers saw Emotet in mails. The mails drop Emotet on the machine. [[Emtoet]] then calls home.',
      'The flaw was found by Daphne Rackley. Asked about it, [[Racklay]] said the city had taken measures.',
      'The Shadow Brokers dumped files. Experts tested tools leaked by the Shadow [[Brokirs]].',
      'Pen Test Partners found the flaw. The phones of Pen Test Partners rang. Experts of [[Pent]] Test Partners said so.',
      'Victor Gevers found it. Gevers told Mongo. According to [[Gerves]], it is bad.',
      'Researcher Netanel Rubin found the bug. Rubin told the vendor. It is as simple as that, [[Robin]] writes.',
    ],
    clean: [
      'Germany and German police took part. The Germans were glad.',
      'He flew to Hong Kong. Hong Kong is large.',
      'The Trojan was found. Many Trojans are.',
      'John Hunt and Mary Hint spoke. Hunt said yes. Hint said no.',
      'Peter Johnson is in Paris. Johnson said no. Shares of Johnston Press fell.',
      'Petya and Mirai are malware. NotPetya is not.',
    ],
  },
  run: findings,
}
