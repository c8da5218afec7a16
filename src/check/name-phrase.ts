import type { Span } from '../model/span.ts'
import type { Capital } from './capitals.ts'

/** Characters on either side of a word in which its phrase must lie. */
const REACH = 70

const WORD = "\\p{Lu}[\\p{L}\\p{N}\u2019'-]{0,30}"
const LEFT = new RegExp(`(?:(?<two>${WORD}) )?(?<one>${WORD}) $`, 'u')
const RIGHT = new RegExp(`^ (?<one>${WORD})(?: (?<two>${WORD}))?`, 'u')

/** The capitalised words around a place, as phrases of three with a gap in it: "_ Test Partners", "Adaptive _ Appliance". */
function frames(text: string, { start, end }: Span): string[] {
  const left =
    text.charAt(start - 1) === ' ' ? (LEFT.exec(text.slice(Math.max(0, start - REACH), start))?.groups ?? {}) : {}
  const right = text.charAt(end) === ' ' ? (RIGHT.exec(text.slice(end, end + REACH))?.groups ?? {}) : {}
  return [
    left['two'] && left['one'] ? `${left['two']} ${left['one']} _` : '',
    left['one'] && right['one'] ? `${left['one']} _ ${right['one']}` : '',
    right['one'] && right['two'] ? `_ ${right['one']} ${right['two']}` : '',
  ].filter(Boolean)
}

/** A phrase of three capitalised words in which every place of the odd word stands as the usual one does somewhere; undefined when there is none. */
export function sharedPhrase(text: string, odd: Capital, usual: Capital): string | undefined {
  const ours = odd.places.map(place => frames(text, place))
  if (ours.some(frames => frames.length === 0)) return undefined
  const theirs = new Set(usual.places.flatMap(place => frames(text, place)))
  const shared = ours.map(frames => frames.find(frame => theirs.has(frame)))
  return shared.every(frame => frame !== undefined) ? shared[0]?.replace('_', usual.text) : undefined
}
