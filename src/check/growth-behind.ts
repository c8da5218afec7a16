import type { CheckContext } from '../model/stage.ts'
import { type Measure, show } from './measures.ts'

/** "1,700 servers, up from 460": between a figure and an earlier one. */
export const UP_FROM =
  /^[^.;()\d]{0,60}(?:\sin\s(?:19|20)\d\d)?[,(\u2013\u2014]\s?(?<word>up|down)\sfrom\s(?:about\s|around\s|some\s|just\s|nearly\s|almost\s|only\s|roughly\s|approximately\s)*$/iu

/** Between the second figure and a percentage that says how far it lies from the first. */
const BY_PERCENT =
  /^(?:\s\p{L}+){0,3}(?:\s(?:in|of)\s(?:19|20)\d\d)?(?:,\s|\s\(|\s[\u2013\u2014]\s)(?:an?\s(?:\p{L}+\s)?(?:increase|rise|growth|jump|gain|surge|drop|fall|decrease|decline|reduction|plunge)\sof|up|down|or)\s(?:about\s|around\s|some\s|just\s|nearly\s|almost\s|only\s|roughly\s|approximately\s|over\s|more\sthan\s)*$/iu

/** Behind a percentage: what else it is measured against. */
const OTHER_BASE = /^\s(?:on|over|from|above|below|than|against|compared|more|less)\b/i

/** A word that scales a figure; beside one that has it, another may go without: "1.7 million, down from 2.1". */
const SCALE = /(?:thousand|million|billion|trillion|mn|bn|[km])$/i

/** By how much a growth in words or per cent may miss the one of its figures. */
export const LOOSE = 0.15
const POINTS = 3

/** What a percentage says of two figures that give another one. */
export function growth(from: Measure, to: Measure, percent: Measure): string | undefined {
  const real = 100 * Math.abs(to.value / from.value - 1)
  if (percent.low - POINTS - LOOSE * real <= real && real <= percent.high + POINTS + LOOSE * real) return undefined
  return `From ${show(from.value)} to ${show(to.value)} is ${show(real)} percent, not ${show(percent.value)}`
}

/** "1,700 servers, down from 460": no earlier figure of the sentence may be the one that rose or fell. */
export function upFrom(
  context: CheckContext,
  list: readonly Measure[],
  index: number,
  between: string,
): string | undefined {
  const word = UP_FROM.exec(between)?.groups?.['word']?.toLowerCase()
  const [to, from] = [list[index], list[index + 1]]
  if (!word || !to || !from || /^\s(?:\p{L}+\s)?to\s/u.test(context.text.slice(from.end, from.end + 20)))
    return undefined
  const { start } = context.sentence(to.start)
  const against = (one: Measure): boolean =>
    one.type === from.type && (word === 'up' ? one.high < from.low : one.low > from.high)
  const earlier = list.slice(Math.max(0, index - 4), index).filter(one => one.start >= start && one.type === from.type)
  if (!against(to) || !earlier.every(against) || SCALE.test(to.text) !== SCALE.test(from.text)) return undefined
  return `${show(to.value)} is ${word === 'up' ? 'less' : 'more'} than ${show(from.value)}, from which it is said to be ${word}`
}

/** The percentage behind two figures, at `index` and after it, that says how far they lie apart; nothing for shares, or beside "1.2 to 1.5 million". */
export function percentBehind({ text }: CheckContext, list: readonly Measure[], index: number): Measure | undefined {
  const [first, second, third] = list.slice(index, index + 3)
  if (!first || !second || third?.type !== 'percent' || first.type === 'percent') return undefined
  if (SCALE.test(first.text) !== SCALE.test(second.text)) return undefined
  return BY_PERCENT.test(text.slice(second.end, third.start)) && !OTHER_BASE.test(text.slice(third.end, third.end + 12))
    ? third
    : undefined
}
