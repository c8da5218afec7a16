import type { ExtractContext } from '../model/stage.ts'
import { isNearGroup } from './actor-cue.ts'
import { type Found, glued, isStart } from './found.ts'
import { NOT_FIRST } from './runs.ts'
import { type Token, tokensOf } from './tokens.ts'
import { trigger } from './triggers.ts'

/**
 * Second words of names that vendors make by pattern: animals (CrowdStrike), weather (Microsoft), constellations (Palo
 * Alto), and what groups call themselves.
 */
const SECOND = trigger(
  `panda bear kitten chollima spider jackal typhoon blizzard sandstorm sleet tempest libra taurus scorpius serpens
  collective squad crew gang cartel hackers`.split(/\s+/),
)

/** First words of such pairs that make no name: kinds of hacker, bears and weather as they come. */
const NO_FIRST =
  /^(?:white|black|grey|gray|red|blue|hat|super|polar|teddy|grizzly|giant|.*(?:ransomware|malware|cyber|hack|crime|state|nation).*|threat|advanced|persistent|security|suspected|alleged|crypto|bank|drug|teen(?:age)?)$/i

/**
 * Groups that nobody listed, by their names' pattern ("Salt Typhoon", "Armada Collective"): beside a word for groups, or
 * in an article that names `others`.
 */
export function* patternedActors(context: ExtractContext, others: boolean): Generator<Found> {
  const { list, at: placesOf } = tokensOf(context)
  for (const at of placesOf(SECOND)) {
    const [first, second] = [list[at - 1], list[at]]
    if (!first || !second || !isPair(context.text, first, second)) continue
    if (isStart(context.names, first.start) || NO_FIRST.test(first.text) || NOT_FIRST.has(first.text)) continue
    if (isRunOn(context.text, list, at) || glued(context.text, first.start, second.end)) continue
    if (others || isNearGroup(list, at - 1, at))
      yield {
        start: first.start,
        end: second.end,
        canonical: context.text.slice(first.start, second.end),
      }
  }
}

/** Two capitalised words a space apart, in one sentence. */
const isPair = (text: string, first: Token, second: Token): boolean =>
  first.capital &&
  second.capital &&
  !second.first &&
  /^\p{Lu}/u.test(second.text) &&
  text.slice(first.end, second.start) === ' '

/** Part of a longer run of capitals, as in a headline. */
function isRunOn(text: string, list: readonly Token[], at: number): boolean {
  const [before, first, second, after] = [list[at - 2], list[at - 1], list[at], list[at + 1]]
  const joined = (a: Token | undefined, b: Token | undefined): boolean =>
    a !== undefined && b !== undefined && a.capital && b.capital && text.slice(a.end, b.start) === ' '
  return (!first?.first && joined(before, first) && !NOT_FIRST.has(before?.text ?? '')) || joined(second, after)
}
