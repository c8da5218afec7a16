import type { ExtractContext } from '../model/stage.ts'
import { ofSpelling } from '../normalise/words.ts'
import { isFollowedByGroup, TELLS_GROUP } from './actor-cue.ts'
import { withoutKind } from './candidates.ts'
import { type Found, glued, isStart } from './found.ts'
import { gangs } from './gang.ts'
import { introductions } from './introduced.ts'
import { NOT_FIRST } from './runs.ts'
import { isCapital, isOrdinary, type Token, tokensOf } from './tokens.ts'

/** How often an article must call a name a gang's before it counts as one. */
const TWICE = 2

/** Words that stand capitalised before "hackers" and "gang" and name nobody: peoples, colours of hat, kinds of crime. */
const KIND_OF_GROUP =
  /^(?:white|black|grey|gray|red|blue|hat|cyber.*|apts?|ransomware|malware|the|these|those|threat|state|nation|advanced|persistent|north|south|east|west|security|russian|chinese|iranian|korean)$/i

/** Names of groups that the article itself gives: introduced as a group, or called a gang at least twice; every place of theirs. */
export function coinedActors(context: ExtractContext): Found[] {
  const { list, at: placesOf } = tokensOf(context)
  const names = new Set<string>()
  const calls = new Map<string, number>()
  // "the actor Acme tracks": the vendor's name is not the group's.
  const firms = new Set(
    context.names
      .filter(({ candidates }) => candidates.some(({ entity }) => entity.type === 'organization'))
      .map(({ start }) => start),
  )
  for (const { from, to, kind } of introductions(context)) {
    const name = list.slice(from, to + 1)
    if (name.some(({ start, text }) => firms.has(start) || NOT_FIRST.has(text))) continue
    if (kind !== 'actor' || !name.every(({ word }) => isShaped(word))) continue
    // "calls himself Guccifer 2.0"
    const version = list[to + 1]
    const versioned = version && !version.first && /^\d\.\d$/.test(version.text) ? [...name, version] : name
    names.add(join(versioned))
  }
  for (const at of placesOf(TELLS_GROUP)) {
    const token = list[at - 1]
    if (!token?.capital || !isFollowedByGroup(list, token.index)) continue
    if (isStart(context.names, token.start) || !isShaped(token.word) || isOrdinary(token.word)) continue
    const times = (calls.get(token.text) ?? 0) + 1
    calls.set(token.text, times)
    if (times === TWICE) names.add(token.text)
  }
  return [...ofFamilies(context), ...places(context, names)]
}

/** A family's name that stands for its gang: "the TrickBot gang", and of ransomware "X claimed responsibility". They stay one entity. */
function* ofFamilies(context: ExtractContext): Generator<Found> {
  const { names, text } = context
  const gang = gangs(context)
  for (const hit of names) {
    const { start, candidates } = hit
    const family =
      gang.get(hit) ?? candidates.find(({ entity, name }) => entity.type === 'malware' && name.match !== 'context')
    if (!family || candidates.some(({ entity }) => entity.type === 'actor')) continue
    const end = withoutKind(hit, text)
    if (!/^\p{Lu}|\d/u.test(text.slice(start, end))) continue
    const noun = /^ (?:(?:ransomware )?(?:gang|crew)|ransomware group)\b/.exec(text.slice(end, end + 20))
    if (noun || gang.has(hit))
      yield { start, end: end + (noun?.[0].length ?? 0), canonical: family.entity.name, entity: family.entity.id }
  }
}

/** Every place of the names, longest first at each word. */
function places(context: ExtractContext, names: ReadonlySet<string>): Found[] {
  const { text } = context
  const { list, marked } = tokensOf(context)
  if (names.size === 0) return []
  const longest = Math.max(...[...names].map(name => name.split(' ').length))
  const found: Found[] = []
  let taken = 0
  for (const first of marked) {
    if (first.index < taken) continue
    for (let length = longest; length > 0; length--) {
      const words = list.slice(first.index, first.index + length)
      const last = words.at(-1)
      if (!last || !names.has(join(words)) || glued(text, first.start, last.end)) continue
      // "Anonymous tips helped": an ordinary word at a sentence's beginning.
      if (length === 1 && first.first && isOrdinary(first.word)) continue
      found.push({ start: first.start, end: last.end, canonical: join(words) })
      taken = first.index + length
      break
    }
  }
  return found
}

const join = (words: readonly Token[]): string => words.map(({ text }) => text).join(' ')

const isShaped = ofSpelling(
  word =>
    isCapital(word) &&
    word.text.length > 2 &&
    /\p{L}{2}/u.test(word.text) &&
    !/[.&@'\u2019]/.test(word.text) &&
    !KIND_OF_GROUP.test(word.text),
)

/** Initials in brackets behind a name of several words: "Golden Chickens (GC)". Every later place of theirs. */
export function initials(found: readonly Found[], context: ExtractContext): Found[] {
  const { text } = context
  const short = new Map<string, Found>()
  for (const name of found) {
    const words = text.slice(name.start, name.end).split(/[\s-]+/)
    const bracket = /^ \(["'\u201c]?(\p{Lu}{2,6})["'\u201d]?\)/u.exec(text.slice(name.end, name.end + 12))?.[1]
    if (bracket !== undefined && words.length > 1 && bracket === words.map(word => word[0]).join(''))
      short.set(bracket, name)
  }
  if (short.size === 0) return []
  return tokensOf(context).marked.flatMap(({ start, end, text: word }) => {
    const name = short.get(word)
    return name === undefined || start < name.start || glued(text, start, end) ? [] : [{ ...name, start, end }]
  })
}
