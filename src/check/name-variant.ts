import { isWord } from '../knowledge/words.ts'
import type { Evidence, Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { type Capital, capitals, wordAfter, wordBefore } from './capitals.ts'
import { type Edit, nearPairs, oneEdit } from './near-words.ts'
import { introduced, speaks } from './speech.ts'

/** Evidence places that a flag shows: enough to judge, few enough to read. */
const SHOWN = 5

/** Shorter words are one letter from too many others. */
const SHORTEST = 4

/** How often the usual spelling must stand for each time of the odd one, unless something else ties the two together. */
const RATIO = 3

/** What ties two spellings to one name, and how sure it makes us. */
interface Tie {
  readonly confidence: number
  readonly because: string
}

const capitalLetters = (word: string): number => word.replace(/[^A-Z\u00c0-\u00de]/g, '').length

/** A word that may be a name with a spelling: letters only, and no acronym (DDoS, URLs, MaaS differ by a letter from many others). */
const spelt = ({ text }: Capital): boolean =>
  text.length >= SHORTEST &&
  !/\d/.test(text) &&
  capitalLetters(text) < text.length - 1 &&
  !/^[A-Z][a-z]{1,2}[A-Z]$/.test(text)

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
  if (edit.at === 0 || plain(odd.folded) === plain(usual.folded)) return true
  if (hyphenated(context, odd) !== hyphenated(context, usual)) return true
  const atEnd = edit.at >= Math.min(odd.text.length, usual.text.length) - (edit.kind === 'substitute' ? 1 : 0)
  if (!atEnd) return false
  return (
    edit.kind !== 'substitute' ||
    !ALIKE.has(
      [odd, usual]
        .map(word => word.folded.at(-1))
        .sort()
        .join(''),
    )
  )
}

/** Whether the two words stand side by side somewhere ("Hong Kong"): then they are two. */
const adjoin = (odd: Capital, usual: Capital): boolean =>
  odd.places.some(a => usual.places.some(b => a.start - b.end <= 2 && b.start - a.end <= 2))

/** A capitalised neighbour that both spellings share: "Shadow Brokirs" beside "Shadow Brokers". */
function sharedNeighbour(text: string, odd: Capital, usual: Capital): string | undefined {
  const around = (word: Capital): string[] =>
    word.places.flatMap(place => [`${wordBefore(text, place)} `, ` ${wordAfter(text, place)}`])
  const theirs = new Set(around(usual).filter(side => /[A-Z]/.test(side) && side.trim().length > 2))
  return around(odd).find(side => theirs.has(side))
}

function tie(context: CheckContext, odd: Capital, usual: Capital): Tie | undefined {
  const { text, knowledge } = context
  const many = usual.places.length
  const bare = odd.places.every(place => !introduced(text, place))
  const person = bare && usual.places.some(place => introduced(text, place))
  if (odd.places.length > 1 && odd.places.length * RATIO > many) return undefined
  if (isWord(odd.folded)) {
    const sure = !isWord(usual.folded) || usual.places.some(place => !introduced(text, place) && speaks(text, place))
    return person && sure && odd.places.every(place => speaks(text, place)) && odd.places.length === 1
      ? { confidence: 85, because: `the article introduces no ${odd.text}, but ${usual.text} by full name` }
      : undefined
  }
  const neighbour = sharedNeighbour(text, odd, usual)
  if (isWord(usual.folded)) {
    if (neighbour) return { confidence: 92, because: `both stand beside \u201c${neighbour.trim()}\u201d` }
    if (person && odd.places.every(place => speaks(text, place)))
      return { confidence: 90, because: 'both name somebody who speaks' }
    const lower = new RegExp(`\\b${usual.folded}\\b`).test(text)
    return many >= RATIO * odd.places.length && !lower
      ? { confidence: 85, because: 'the usual spelling is a name here' }
      : undefined
  }
  if (neighbour) return { confidence: 95, because: `both stand beside \u201c${neighbour.trim()}\u201d` }
  if (person) return { confidence: 92, because: `the full name has ${usual.text}` }
  if (many >= RATIO * odd.places.length) return { confidence: 92, because: `${usual.text} stands ${many} times` }
  if (knowledge.candidates(usual.text).length > 0) return { confidence: 90, because: `${usual.text} is a known name` }
  return many >= 2 ? { confidence: 80, because: `${usual.text} stands ${many} times` } : undefined
}

/** The rarer spelling first; of two equally frequent ones the unknown, then the bare, then the later one. */
function order(context: CheckContext, a: Capital, b: Capital): readonly [Capital, Capital] {
  const rank = (word: Capital): number =>
    word.places.length * 8 +
    (context.knowledge.candidates(word.text).length > 0 ? 4 : 0) +
    (word.places.some(place => introduced(context.text, place)) ? 2 : 0)
  return rank(b) < rank(a)
    ? [b, a]
    : rank(a) < rank(b)
      ? [a, b]
      : (a.places[0]?.start ?? 0) < (b.places[0]?.start ?? 0)
        ? [b, a]
        : [a, b]
}

function* findings(context: CheckContext): Generator<Finding> {
  const { knowledge, select } = context
  const words = [...capitals(context).values()].filter(spelt)
  for (const [first, second] of nearPairs(words.map(word => word.folded))) {
    const a = words[first]
    const b = words[second]
    if (!a || !b) continue
    const [odd, usual] = order(context, a, b)
    const edit = oneEdit(odd.folded, usual.folded)
    if (!edit || ordinary(context, odd, usual, edit)) continue
    if (knowledge.candidates(odd.text).length > 0 || adjoin(odd, usual)) continue
    const why = tie(context, odd, usual)
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
          `\u201c${odd.text}\u201d is spelt \u201c${usual.text}\u201d elsewhere in this article (${times}); the two differ by one ` +
          `${edit.kind === 'transpose' ? 'swap of letters' : 'letter'}, and ${why.because}. Which spelling is right?`,
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
      'Researcher Netanel Rubin found the bug. Rubin told the vendor. It is as simple as that, [[Robin]] writes.',
    ],
    clean: [
      'Germany and German police took part. The Germans were glad.',
      'He flew to Hong Kong. Hong Kong is large.',
      'The Trojan was found. Many Trojans are.',
      'John Hunt and Mary Hint spoke. Hunt said yes. Hint said no.',
      'Petya and Mirai are malware. NotPetya is not.',
    ],
  },
  run: findings,
}
