import { isInstitution } from '../knowledge/word-tables.ts'
import type { Named } from './nationalities.ts'
import { isPlainCapital } from './units.ts'

/** Words of grammar and time: they tie nothing to anything. */
const GRAMMAR = new Set(
  (
    'and or the has have had is are was were will would could can said says which that who whose with for from its their his her into ' +
    'last this next during after before since when where while also then now today yesterday earlier later because through until against than but not between'
  ).split(' '),
)

/** Things that many a nationality stands before, so that two of them share little by it. */
const COMMON = new Set(
  (
    'government governments hacker hackers hacking official officials police authorities citizen citizens security intelligence military army ' +
    'people president prime minister ministry company companies firm firms bank banks user users customers nationals national agency agencies ' +
    'language speaking based linked backed sponsored state market markets war embassy law court district actors group groups threat cyber cyberattacks ' +
    'attack attacks politician politicians soldiers troops team researcher researchers women men man woman media television press entities targets victims targeted servers computers machines addresses states'
  ).split(' '),
)

/** Words of a nationality's noun, with all that stands before it: "data protection authority". */
const LONGEST = 4

/** The words behind a nationality up to the end of its sentence's phrase, and the name behind them. */
function noun(text: string, { end }: Named): { words: readonly string[]; name: string } {
  const [whole = ''] = /^(?:['\u2019]s)?(?:[\s-]+\p{Ll}[\p{L}-]*){0,6}/u.exec(text.slice(end, end + 90)) ?? []
  const words = whole
    .replace(/^['\u2019]s/, '')
    .split(/[\s-]+/)
    .filter(Boolean)
  const [, name = ''] =
    /^\s(?:of\s|in\s)?(\p{Lu}[\p{L}\d]+)/u.exec(text.slice(end + whole.length, end + whole.length + 40)) ?? []
  return { words, name }
}

/**
 * Whether a nationality tells one institution from another state's ("the Swedish foreign ministry"), as news does all the time.
 * Shared words past it make a thing of its own: "government website".
 */
export function isAnother(text: string, mention: Named, usual: Named, shared: string): boolean {
  if (isInstitution(/^\p{L}+(?=\s(?:in|of|from|across)$)/u.exec(shared)?.[0] ?? '')) return true
  const { words, name } = noun(text, mention)
  // "The Canadian hospital Midland" is no second one when it is Australian.
  if (name !== '' && name === noun(text, usual).name) return false
  const head = words
    .slice(0, LONGEST)
    .findLastIndex((word, at) => isInstitution(word) && words.slice(0, at).every(one => !GRAMMAR.has(one)))
  if (head < 0) return false
  const both = shared.split(' ')
  return both.length <= head + 1 || /ed$/.test(both.at(-1) ?? '')
}

/** Whether both are followed by names, and the names differ: "the German chain Ameos", "the Austrian chain Vinzenz". */
export function otherName(text: string, one: Named, other: Named): boolean {
  const [a, b] = [noun(text, one), noun(text, other)]
  return a.name !== '' && b.name !== '' && a.name !== b.name && a.words[0] === b.words[0]
}

/** A nationality with the words that it shares with another: "Swedish foreign ministry"; for a message. */
export function phrase(text: string, mention: Named, shared: string): string {
  const behind = text.slice(mention.end, mention.end + 60)
  const at = behind.toLowerCase().indexOf(shared)
  if (at >= 0 && at <= 3) {
    const rest = /^[\p{L}-]*/u.exec(behind.slice(at + shared.length))?.[0].length ?? 0
    return text.slice(mention.start, mention.end + at + shared.length + rest).replace(/\s+/g, ' ')
  }
  const from = text
    .slice(Math.max(0, mention.start - 60), mention.start)
    .toLowerCase()
    .lastIndexOf(shared)
  return from < 0 ? mention.text : text.slice(Math.max(0, mention.start - 60) + from, mention.end).replace(/\s+/g, ' ')
}

/** The two words after a nationality, lower case, without a plural's s. */
const after = (text: string, mention: Named): readonly string[] =>
  (
    /^(?:['\u2019]s)?[\s-]+([A-Za-z]{3,20})(?:[\s-]+([A-Za-z]{2,20}))?/.exec(
      text.slice(mention.end, mention.end + 50),
    ) ?? []
  )
    .slice(1)
    .filter(word => word !== undefined)
    .map(word => word.toLowerCase())

/** The noun and preposition before a country: "organizations in". */
const before = (text: string, mention: Named): string =>
  /([A-Za-z]{4,20} (?:in|of|from|across))\s+(?:the\s+)?$/
    .exec(text.slice(Math.max(0, mention.start - 40), mention.start))?.[1]
    ?.toLowerCase() ?? ''

/** The capitalised word right before a country, in the middle of a name: "Bell Canada". */
function neighbour(text: string, { start }: Named): string {
  let from = start - 1
  while (from > 0 && isSmall(text.charCodeAt(from - 1))) from--
  if (from === start - 1 || !isPlainCapital(text.charCodeAt(from - 1))) return ''
  return /(?:[a-z,]|[A-Z]\w*)\s([A-Z][a-z]{2,})\s$/.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? ''
}

const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a

/** Whether the mention is one of a list of names: "Pakistan and Sri Lanka". */
export const listed = (text: string, mention: Named): boolean =>
  /^\s*(?:,|and\b|or\b|&)\s*(?:and\s+|or\s+|the\s+)*[A-Z]/.test(text.slice(mention.end, mention.end + 20)) ||
  /[A-Z]\w*,?\s+(?:and|or|&)\s+(?:the\s+)?$|[A-Z]\w*,\s+$/.test(
    text.slice(Math.max(0, mention.start - 30), mention.start),
  )

/** "Irish-born": tells where somebody comes from, and not whose captain he is. */
const isOrigin = (text: string, { start, end }: Named): boolean =>
  /-(?:born|trained|raised)\b/.test(text.slice(start, end + 9))

/** The words that tie both nationalities to one thing ("Canadian town of", "Australian town of"); `alone` lets common ones do. */
export function sharedWords(text: string, odd: Named, usual: Named, alone = false): string | undefined {
  if (isOrigin(text, odd) !== isOrigin(text, usual)) return undefined
  const [one, two] = after(text, odd)
  const [first, second] = after(text, usual)
  const singular = (word: string | undefined): string => (word ?? '').replace(/s$/, '')
  if (one && singular(one) === singular(first)) {
    if (two && !COMMON.has(two) && !GRAMMAR.has(two) && !GRAMMAR.has(one) && singular(two) === singular(second))
      return `${one} ${two}`
    if (!GRAMMAR.has(one) && (alone || one === 'language' || (!COMMON.has(one) && !COMMON.has(singular(one)))))
      return one
  }
  const left = neighbour(text, odd)
  if (left !== '' && left === neighbour(text, usual)) return left
  const place = before(text, odd)
  return place !== '' && place === before(text, usual) && !COMMON.has(place.split(' ')[0] ?? '') ? place : undefined
}
