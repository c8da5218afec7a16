import type { Span } from '../model/span.ts'
import { wordAfter, wordBefore } from './capitals.ts'

/** Verbs by which reporters hand the floor to somebody, in the forms that stand beside a name. */
const SAYING = new Set(
  (
    'said says saying say told tells added adds wrote writes noted notes explained explains warned warns continued continues concluded concludes ' +
    'agreed agrees believes believed argued argues claimed claims stated states tweeted tweets advised advises suggested suggests recommended ' +
    'recommends emphasized stressed admitted acknowledged insisted revealed reveals discovered found reported responded replied declined ' +
    'commented confirmed observed points pointed thinks urged urges did does'
  ).split(' '),
)

/** Forms of address before a surname. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Judge|Senator|Professor|Officer|Mayor|Sheriff|Chief|Director|President|Secretary)\.?$/

/** Whether the place stands where a speaker is named by surname: "said Hunt", "Hunt told", "according to Hunt", "Mr. Hunt". */
export function speaks(text: string, place: Span): boolean {
  const before = wordBefore(text, place)
  if (TITLE.test(before)) return true
  if (/^[A-Z]/.test(before) && !SAYING.has(before.toLowerCase())) return false
  return (
    SAYING.has(before.toLowerCase()) ||
    SAYING.has(wordAfter(text, place)) ||
    /\baccording to $/i.test(text.slice(Math.max(0, place.start - 14), place.start))
  )
}

/** Whether a given name stands before: "Troy Hunt", not "The Hunt", "Mr. Hunt" or "On Hunt". */
export function introduced(text: string, place: Span): boolean {
  const before = wordBefore(text, place)
  return (
    /^[A-Z\u00c0-\u00de](?:[a-z\u00df-\u00ff][\w\u00c0-\u024f'-]*|\.)$/.test(before) &&
    !TITLE.test(before) &&
    !/^(?:The|A|An|In|On|At|For|From|By|With|And|But|As|When|While|If|To|Of|This|That|After|Before|Since|Also|How|Why|What|Where|New|Inside)$/.test(
      before,
    )
  )
}
