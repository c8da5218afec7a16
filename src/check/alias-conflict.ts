import type { Finding } from '../model/discrepancy.ts'
import type { Link } from '../model/entity.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { countryRows, namedActors, nameRow, readings, tied } from './actor-names.ts'
import { knowledgeRow } from './countries.ts'

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

/** Names an entry must have before the lack of a tie to another one means anything. */
const ESTABLISHED = 3

/** Names farther apart than this (characters) are not read as one list. */
const FAR = 100

/** Pairs of a name and another name that the text gives it, both known actors. */
function* aliases(context: CheckContext): Generator<readonly [Link, Link]> {
  const { text } = context
  const actors = namedActors(context)
  for (let index = 0; index + 1 < actors.length; index++) {
    const first = actors[index]
    const second = actors[index + 1]
    if (!first || !second) continue
    const gap = between(text, first, second)
    const before = text.slice(Math.max(0, first.mention.start - 40), first.mention.start)
    const closes = /^["'\u201d\u2019*_]*\s*(?:,|\)|;)/.test(text.slice(second.mention.end, second.mention.end + 8))
    if (!(ALSO.test(gap) || (BRACKET.test(gap) && closes) || (OR.test(gap) && KNOWN_AS.test(before)))) continue
    yield [first, second]
    for (let next = index + 2; next < actors.length && next < index + 12; next++) {
      const one = actors[next - 1]
      const other = actors[next]
      if (!one || !other || !NEXT.test(between(text, one, other))) break
      // "A (aka B) and C": past the bracket the list is another.
      yield [first, other]
    }
  }
}

const between = (text: string, a: Link, b: Link): string =>
  b.mention.start - a.mention.end > FAR ? '\n' : text.slice(a.mention.end, b.mention.start)

function* findings(context: CheckContext): Generator<Finding> {
  const { knowledge, select } = context
  for (const [first, second] of aliases(context)) {
    const one = readings(knowledge, first)
    const other = readings(knowledge, second)
    if (one.length === 0 || other.length === 0 || tied(knowledge, one, other)) continue
    const [mainOne] = one
    const [mainOther] = other
    if (!mainOne || !mainOther) continue
    const countries = [countryRows(one), countryRows(other)]
    const [here, there] = countries.map(rows => new Set(rows.map(({ fact }) => fact.value)))
    const apart = here && there && here.size > 0 && there.size > 0 && ![...here].some(iso2 => there.has(iso2))
    // An entry without other names says nothing of aliases: TA402 is Molerats, though the sources never put the two together.
    if (!apart && [mainOne, mainOther].some(({ names }) => names.length < ESTABLISHED)) continue
    yield {
      confidence: apart ? 95 : 85,
      at: select(second.mention),
      subject: second.key,
      message:
        `The article gives \u201c${second.mention.text}\u201d as another name of \u201c${first.mention.text}\u201d, but no source of the ` +
        `knowledge base ties the two together${apart ? ', and they are attributed to different countries' : ''}.`,
      evidence: [{ role: 'for', note: 'the group that gets the name', at: select(first.mention) }],
      knowledge: [
        nameRow(knowledge, mainOne),
        nameRow(knowledge, mainOther),
        ...countries.flat().map(({ entity, fact }) => knowledgeRow(knowledge, entity, fact)),
      ],
    }
  }
}

/** Another group's name is given as an alias. */
export const aliasConflict: Check = {
  id: 'alias-conflict',
  severity: 'error',
  title: 'Another group\u2019s name is given as an alias',
  why:
    'Catches \u201cA, also known as B\u201d where the knowledge base has both names, and none of its sources ties them together. Wrong when the ' +
    'alias is newer than the knowledge base, or a word names something else here.',
  examples: {
    flagged: [
      'The attack came from Fancy Bear (also known as [[APT33]]).',
      'Pawn Storm ([[HIDDEN COBRA]], Fancy Bear), a Russian group, was seen.',
      'A group known as APT28 or [[APT39]] did it.',
      'Hackers of APT10 (tracked by some vendors as [[Helix Kitten]]) are back.',
    ],
    clean: [
      'Fancy Bear, also known as APT28, Sofacy and Pawn Storm, was seen.',
      'APT28 and APT29 both broke in. So did APT33 or APT39.',
      'Lazarus (also known as HIDDEN COBRA) and Sandworm were named.',
      'APT38, which some tie to Lazarus Group, is from North Korea.',
    ],
  },
  run: findings,
}
