import type { Link } from '../model/entity.ts'

/** Between two names, this says that the second is another name of the first. At most a hundred characters are read. */
const ALSO =
  /^[\s"'\u201d\u2019*_]*(?:(?:hacking |threat |hacker )?(?:group|gang|actor|team|crew|collective)\b[\s"'\u201d\u2019*_]*)?[,(\u2013\u2014-]*\s*(?:(?:which|who|that)\s+(?:is|are)\s+)?(?:a\.?k\.?a\.?|alias|(?:(?:also|previously|formerly|sometimes|otherwise|variously|better|publicly|widely|commonly|or)\s+)*(?:known|tracked|referred\s+to|identified|designated)(?:\s+by\s+[\w\s.,&-]{1,40}?)?\s+as|(?:also|or)\s+(?:called|dubbed|named))\s*(?:the\s+)?["'\u201c\u2018*_]*$/i

/** A bracket that opens right after the first name, or between "known as A" and "or B". */
const BRACKET = /^["'\u201d\u2019*_]*(?:\s+(?:group|gang|team))?\s*\($/i
const OR = /^["'\u201d\u2019]*,?\s+or\s+["'\u201c\u2018]*$/i
const KNOWN_AS = /\b(?:known|tracked|referred to) as\s+(?:the\s+)?["'\u201c\u2018*_]*$/i

/** Between further names of one list. */
const NEXT =
  /^["'\u201d\u2019*_]*\s*(?:,|\/|;|,?\s+(?:and|or|a\.?k\.?a\.?))\s*(?:also\s+)?(?:the\s+)?["'\u201c\u2018*_]*$/i

/** Names farther apart than this (characters) are not read as one list. */
const FAR = 100

/** Names that a list may have. */
const LONGEST = 14

/** A name, and the other names that the text gives it. */
export interface AliasList {
  readonly first: Link
  readonly others: readonly Link[]
}

const between = (text: string, a: Link, b: Link): string =>
  b.mention.start - a.mention.end > FAR ? '\n' : text.slice(a.mention.end, b.mention.start)

/** The lists of other names among mentions of one type, sorted by start: "A (also known as B, C and D)". */
export function* aliasLists(text: string, names: readonly Link[]): Generator<AliasList> {
  for (let index = 0; index + 1 < names.length; index++) {
    const first = names[index]
    const second = names[index + 1]
    if (!first || !second) continue
    const gap = between(text, first, second)
    const before = text.slice(Math.max(0, first.mention.start - 40), first.mention.start)
    const closes = /^["'\u201d\u2019*_]*\s*(?:,|\)|;)/.test(text.slice(second.mention.end, second.mention.end + 8))
    if (!(ALSO.test(gap) || (BRACKET.test(gap) && closes) || (OR.test(gap) && KNOWN_AS.test(before)))) continue
    const others = [second]
    // "A (aka B) and C": past the bracket the list is another.
    for (const next of names.slice(index + 2, index + LONGEST)) {
      const last = others.at(-1)
      if (!last || !NEXT.test(between(text, last, next))) break
      others.push(next)
    }
    yield { first, others }
    index += others.length - 1
  }
}
