import { isWord } from '../knowledge/words.ts'
import type { ExtractContext } from '../model/stage.ts'
import { isFollowedByGroup } from './actor-cue.ts'
import { type Found, glued } from './found.ts'
import { introductions } from './introduced.ts'
import { type Token, tokens } from './tokens.ts'

/** How often an article must call a name a gang's before it counts as one. */
const TWICE = 2

/** Words that stand capitalised before "hackers" and "gang" and name nobody: peoples, colours of hat, kinds of crime. */
const KIND_OF_GROUP =
  /^(?:white|black|grey|gray|red|blue|hat|cyber.*|apts?|ransomware|malware|the|these|those|threat|state|nation|advanced|persistent|north|south|east|west|security|russian|chinese|iranian|korean)$/i

/** Names of groups that the article itself gives: introduced as a group, or called a gang at least twice; every place of theirs. */
export function coinedActors(context: ExtractContext): Found[] {
  const list = tokens(context)
  const names = new Set<string>()
  const calls = new Map<string, number>()
  for (const { from, to, kind } of introductions(context)) {
    const name = list.slice(from, to + 1)
    if (kind === 'actor' && name.every(isShaped) && !(name.length === 1 && name.every(isOrdinary)))
      names.add(join(name))
  }
  const known = new Set(context.names.map(({ start }) => start))
  for (const [at, token] of list.entries()) {
    if (known.has(token.start) || !isShaped(token) || isOrdinary(token) || !isFollowedByGroup(list, at)) continue
    const times = (calls.get(token.text) ?? 0) + 1
    calls.set(token.text, times)
    if (times === TWICE) names.add(token.text)
  }
  return [...gangs(context), ...places(list, names, context.text)]
}

/** A family's name that stands for its gang: "the TrickBot gang". */
function* gangs({ names, text }: ExtractContext): Generator<Found> {
  for (const { start, end, candidates } of names) {
    const family = candidates.find(({ entity }) => entity.type === 'malware')
    if (!family || candidates.some(({ entity }) => entity.type === 'actor') || !/^\p{Lu}/u.test(text.slice(start, end)))
      continue
    const gang = /^ (?:ransomware )?(?:gang|crew|group)\b/.exec(text.slice(end, end + 20))
    if (gang) yield { start, end: end + gang[0].length, canonical: family.entity.name }
  }
}

/** Every place of the names, longest first at each word. */
function places(list: readonly Token[], names: ReadonlySet<string>, text: string): Found[] {
  const longest = Math.max(0, ...[...names].map(name => name.split(' ').length))
  const found: Found[] = []
  for (let at = 0; at < list.length; at++)
    for (let length = longest; length > 0; length--) {
      const words = list.slice(at, at + length)
      const [first, last] = [words[0], words.at(-1)]
      if (!first || !last || !names.has(join(words)) || glued(text, first.start, last.end)) continue
      found.push({ start: first.start, end: last.end, canonical: join(words) })
      at += length - 1
      break
    }
  return found
}

const join = (words: readonly Token[]): string => words.map(({ text }) => text).join(' ')

const isShaped = ({ text, capital }: Token): boolean =>
  capital && text.length > 2 && /\p{L}{2}/u.test(text) && !/[.&@]/.test(text) && !KIND_OF_GROUP.test(text)

const isOrdinary = ({ text }: Token): boolean => text.toLowerCase().split('-').every(isWord)
