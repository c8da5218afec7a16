import type { Sentence } from './encode.ts'

/** Words that hand the floor to somebody. */
const SAY = 'said|says|told|tells|added|adds'
/** Words that do so only before "that" or beside a quotation. */
const TELL =
  'wrote|writes|tweeted|explained|explains|stated|states|noted|notes|reported|reports|warned|warns|claimed|claims|confirmed|confirms|revealed|reveals|announced|commented|concluded|concludes|believes|believe|believed|suggested|suggests|acknowledged|acknowledges|admitted|admits|insisted|argued|argues|alleged|alleges|estimates|estimated|advised|advises|predicted|predicts|continued|continues|stressed|emphasized|disclosed|discovered|found|denied|denies|learned'

const NEAR =
  '(?: (?:[a-z]+ly|also|has|have|had|later|recently|further|spokes(?:man|woman|person)|representative|officials?|researchers?|analysts?|experts?|prosecutors|staff|team|report|statement|blog|post|advisory|website))'
/** After a name: "'s researchers reported", ", its founder, said". */
const AFTER = new RegExp(String.raw`^(?:'s?)?(?: \([^)]{1,30}\))?(?:, [^"]{2,80}?,)?${NEAR}{0,3} (${SAY}|${TELL})\b`)
/** Before a person's name: ", said O spokesman", "according to". */
const BEFORE_PERSON = new RegExp(
  String.raw`(?:(?:^|[,"] ?)(?:${SAY}|wrote|writes|noted|warned|explained|explains|commented) (?:(?:[OLCT](?:'s)? |~?[a-z-]+,? ){0,6})|\baccording to (?:[OLCT](?:'s)? |[a-z-]+ ){0,6})$`,
)
const BEFORE_OTHER = new RegExp(
  String.raw`(?:(?:^|[,"] ?)(?:${SAY}|noted|warned) |\baccording to )(?:(?:the|a|an|its|this|new|recent|latest|security|research|report|analysis|study|data|figures|advisory|post|statement|researchers?|experts?|analysts?|officials?|spokes(?:man|woman|person)|representative|investigators|firm|company|cybersecurity|by|from|at|for|of|with|in|published|released|C|D)(?:'s)? ){0,6}$`,
)
const REPORT =
  /(?:^|[\s,"])the (?:report|study|researchers|analysis|advisory|paper|blog post) (?:also )?(said|says|added|adds|noted|notes|concluded|concludes|wrote|warned|stated|found|reported)\b/

/** A person's post after the name: ", chief executive of O". */
const OFFICE =
  /^, (?:an? |the |its |who |(?:~?[a-z-]+ |[OL](?:'s)? ){0,5}(?:officer|chief|boss|chairman|chairwoman|commissioner|attorney|expert|specialist|administrator|director|president|manager|head|researcher|analyst|engineer|founder|spokes(?:man|woman|person)|executive|partner|consultant|professor|strategist|lead|ceo|cto|ciso|vp)\b)[^"]{0,90}?(?=[,.]|$)/
const STRONG = new RegExp(`^(?:${SAY})$`)
/** Whom somebody told. */
const HEARER =
  /^ (?:the )?(?:[OP](?:'s [a-z]+)?|reporters|journalists|local media|media|~[a-z]+(?: ~?[a-z]+)?|us|me|him|her|them|(?:its |their |his |her )?(?:investors|customers|users|employees|clients|members|staff|colleagues))(?=[ ,.]|$)/
/** When and where it was said. */
const LEAD =
  /^(?: (?:on |in |late )?D)?(?: (?:in|via|by|on|during|at) (?:an? |the |its |his |her |~?[a-z]+ )(?:[a-z-]+ ){0,4}?(?:statement|post|report|email|e-mail|interview|tweet|advisory|release|conference|letter|analysis|blog|alert|note|update|filing|notice|article|D|~?twitter|message|paper|bulletin|call|video|briefing|hearing|speech|website)(?: (?:on |published |released |to [OP] ?|posted )?D?)?)?/
/** How a part begins that only says when or where. */
const ADJUNCT = /^"?(?:after|in|on|at|since|during|with|as|while|when|although|despite|until|by) /
/** What only goes on about the saying: ", adding that". */
const AFTERTHOUGHT = /^, [a-z]+ing\b/
/** What begins no statement of its own. */
const LOOSE =
  /^,? (?:in|on|at|to|by|with|about|of|from|for|as|during|after|before|when|while|and|or|but|so|[a-z]+ing)\b/

/** Somebody speaking in a sentence. */
export interface Voice {
  /** `Link.key` of the speaker; null where a report speaks without a name. */
  readonly key: string | null
  /** Place in the code where the words about speaking begin and end. */
  readonly from: number
  readonly to: number
  readonly denies: boolean
  /** The parts of the code that are said, before and after those words. */
  readonly parts: readonly (readonly [number, number])[]
}

/**
 * Who speaks in a sentence: the first name that stands beside a word of saying, outside quotation marks.
 * @param quoted whether a place in the code lies inside quotation marks
 */
export function voiceOf({ code, places }: Sentence, quoted: (at: number) => boolean): Voice | undefined {
  for (const { at, slot } of places) {
    if (!slot.key || !/[OPCAL]/.test(slot.letter) || quoted(at)) continue
    if (/[CLO]/.test(slot.letter) && isPart(code, at)) continue
    const after = AFTER.exec(code.slice(at + 1, at + 140))
    // A country or place speaks only right beside its verb: "the analyst for Ireland, Ann Lee, said" is none.
    if (after?.[1] && !(/[CL]/.test(slot.letter) && after[0].includes(','))) {
      const voice = spoken(code, slot.key, at, at + 1 + after[0].length, after[1])
      if (voice) return voice
    }
    const ahead = code.slice(Math.max(0, at - 90), at)
    const before = (slot.letter === 'P' ? BEFORE_PERSON : BEFORE_OTHER).exec(ahead)
    // "Said Holland" is a person more often than a country.
    if (before && (!/[CL]/.test(slot.letter) || before[0].startsWith('according'))) {
      const from = at - before[0].length + (/^[,"]/.test(before[0]) ? 1 : 0)
      const end = at + 1 + (slot.letter === 'P' ? (OFFICE.exec(code.slice(at + 1))?.[0].length ?? 0) : 0)
      return { key: slot.key, from, to: end, denies: false, parts: partsOf(code, from, end) }
    }
  }
  const report = REPORT.exec(code)
  if (!report || quoted(report.index)) return undefined
  const to = report.index + report[0].length
  return spoken(code, null, report.index, to, report[1] ?? '')
}

/** Whether a name is part of a longer one that nothing knows ("the Charlotte Observer"), or says where somebody is. */
const isPart = (code: string, at: number): boolean =>
  /^(?: ~|-)/.test(code.slice(at + 1)) ||
  (/[CL]/.test(code.charAt(at)) &&
    /\b(?:in|of|for|from|at|near|across|by|with|on) (?:the )?$/.test(code.slice(Math.max(0, at - 12), at)))

/** A name followed by a word of saying. Weak words need "that", a quotation, or to close the sentence. */
function spoken(code: string, key: string | null, from: number, verbEnd: number, verb: string): Voice | undefined {
  const told = verb.startsWith('t') ? (HEARER.exec(code.slice(verbEnd))?.[0].length ?? 0) : 0
  const lead = LEAD.exec(code.slice(verbEnd + told))?.[0].length ?? 0
  const rest = code.slice(verbEnd + told + lead)
  const that = /^,? that /.exec(rest)?.[0].length ?? 0
  const to = verbEnd + told + lead + that
  const closes = !/[a-zA-Z]/.test(rest) || AFTERTHOUGHT.test(rest)
  const before = code.slice(0, from).trimEnd()
  const quotes = /^[:,]? ?"/.test(rest) || /[,?!]"(?: the)?$/.test(before)
  if (!STRONG.test(verb) && !that && !quotes && !closes) return undefined
  const parts: [number, number][] = []
  const first = closes ? from > 14 : /[,?!]"(?: the)?$/.test(before)
  // '"…," researcher Ann Lee said': who she is, nobody says.
  const shut = first && closes && !quotes ? /^.*[,.?!]" ?(?=[^"]{1,70}$)/.exec(before) : undefined
  if (first) parts.push([0, shut ? shut[0].length : from])
  if (!closes && (that || quotes || !LOOSE.test(rest))) parts.push([to, code.length])
  return { key, from, to, denies: verb.startsWith('den'), parts }
}

/**
 * What is said beside ", said X" or "according to X": what stands before, and, where nothing does, what follows the comma;
 * after "said X" only a quotation that goes on.
 */
function partsOf(code: string, from: number, to: number): (readonly [number, number])[] {
  if (/[a-z]{2}.* .* /.test(code.slice(0, from))) {
    // "After some weeks off, according to X, Locky is back": what stands before says when.
    const then = ADJUNCT.test(code)
      ? /^[^,]{0,60}, (?=(?:\S+ ){3})/.exec(code.slice(code.charAt(to - 1) === ',' ? to - 1 : to))
      : null
    if (then) return [[to + then[0].length, code.length]]
    const goesOn = /^[^"]{0,60}[,.:] "/.exec(code.slice(to))
    return goesOn
      ? [
          [0, from],
          [to + goesOn[0].length, code.length],
        ]
      : [[0, from]]
  }
  const comma = /^[^,]{0,60}, /.exec(code.slice(code.charAt(to - 1) === ',' ? to - 1 : to))
  return comma ? [[to + comma[0].length, code.length]] : []
}
