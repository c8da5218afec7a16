import type { Link } from '../model/entity.ts'
import type { CheckContext } from '../model/stage.ts'

/** Words by which a writer brings in a second group on purpose. */
const SECOND =
  /\b(?:another|unlike|whereas|both|respectively|overlap\w*|separate|distinct|different)\b|\bother (?:\w+ )?(?:groups?|actors?|gangs?|teams?)\b/i

/** The same for a group that is known: here the name alone says who is meant, and fewer words do. */
const KNOWN_SECOND =
  /\b(?:rivals?|competitors?|by\scontrast|in\scontrast|resembl\w+|reminiscent|mis(?:took|taken|attributed)|wrongly|falsely|suspicion|(?:years?|decades?|months?)\s(?:ago|before|earlier)|back\sthen|copycat\w*|sister|at\sfirst|cousins?|neighbou?rs?|sibling)\b/i

/** What tells of a past that is not the article's: "In 2016, APT28 leaked …"; not "first documented in 2017", which introduces. */
const YEAR =
  /(?<!\b(?:documented|observed|seen|active|discovered|identified|named|formed|founded|emerged|appeared|tracked|known)\s)\b(?:in|during|of|before)\s(?:(?:early|mid|late|\p{Lu}\p{Ll}+)[\s-])?(?<year>(?:19|20)\d\d)\b/giu

/** Services that groups belong to: one named beside the look-alike only is its own. */
const SERVICE = /\b(?:GRU|SVR|FSB|MSS|PLA|IRGC|MOIS|RGB|Unit\s\d{3,5})\b/g

/** Behind a name: who that is. */
const APPOSED =
  /^["'\u201d\u2019*_]*(?:,\s|\s[\u2013\u2014]\s|\s?\()(?:which|who|whose|an?|the|its|part|run|also\sof|not)\s/i
const NOT_BEHIND =
  /^["'\u201d\u2019*_]*(?:\s\p{L}+){0,3}\s(?:was|were|is|are|had|has|did|could)(?:\s(?:not|never|no)|n[\u2019']t)\b/iu

/** Behind a name: it is one more, or of another time or none. */
const BESIDES =
  /^["'\u201d\u2019*_]*\s(?:had\s\p{L}+|would\b|might\b|before|elsewhere|too|as\swell|alike|in\sthe\spast|previously|respectively)\b/iu

/** Before a name, in its clause: somebody else is meant, thought or spoken of too. */
const NOT_THIS =
  /\b(?:not|no|nor|nobody|none|never|neither|without|than|only|instead\sof|like|unlike|from\sthat\sof|ruled\sout|rules\sout|cleared|excluded?s?|denied|\p{L}+n[\u2019']t)\b[^.;]{0,40}$/iu
const TAKEN_FOR =
  /\b(?:(?:took|taken|takes|mistook)\s(?:\p{L}+\s){1,4}?for|(?:first|initially|originally|at\sfirst|once|earlier)\s(?:\p{L}+\s){0,3}?(?:suspect|blam|thought|took|taken|attribut|believ|assum|point|accus|tied|linked)\p{L}*|also\s(?:\p{L}+\s){0,4}|similar(?:ly)?\s(?:\p{L}+\s){0,3}?(?:by|of|from|to)\s|(?:known|familiar|borrowed|copied|stolen|leaked|learn(?:ed|t))\s(?:from|of|by|to))(?<=[\s\p{L}])[^.;,]{0,30}$/iu
/** A tool or a machine of the attack leads to another group more often than the attack does. */
const TRACE_TO =
  /\b(?:t(?:ie[sd]?|ying)|link(?:s|ed)?|connect(?:s|ed)?|trac(?:es?|ed)|leads?|led|belong(?:s|ed)?|point(?:s|ed)?)\s(?:(?:the|this|that|its|one|some|a|an)\s)?(?:\p{L}+\s){0,2}?(?:servers?|domains?|address(?:es)?|tools?|code|infrastructure|certificates?|samples?|loaders?|accounts?|wallets?|hosts?|machines?|files?)\s(?:back\s)?to\s(?:the\s)?$/iu

/** Code of the attack that others have too. */
const FOUND_IN =
  /\b(?:found|seen|spotted|present|turn(?:s|ed)\sup|shared)\s(?:before\s|earlier\s|also\s)?(?:in|with|among)\s(?:\p{L}+\s){0,3}(?:tools?|malware|code|arsenal|servers?|samples?|loaders?|attacks)\s(?:of|by|from)\s(?:the\s)?$/iu

/** Characters on either side of a name that are looked at. */
const REACH = 120

/**
 * Whether the text brings a look-alike group in on purpose, at one of its places. Of a group that nobody knows only plain words
 * say so; one that is known (with an entity) may also be brought in by its past, its service, or as the one it was not.
 */
export function broughtIn(
  { text, doc, sentence }: CheckContext,
  odd: readonly Link[],
  usual: readonly Link[],
): boolean {
  let theirs: ReadonlySet<string> | undefined
  const services = (words: string): string[] => words.match(SERVICE) ?? []
  return odd.some(({ mention, entity }) => {
    const { start, end } = sentence(mention.start)
    const whole = text.slice(start, end)
    if (SECOND.test(whole)) return true
    if (entity === null) return false
    const before = text.slice(Math.max(start, mention.start - REACH), mention.start)
    const after = text.slice(mention.end, Math.min(end, mention.end + REACH))
    if (KNOWN_SECOND.test(whole) || APPOSED.test(after) || NOT_BEHIND.test(after) || BESIDES.test(after)) return true
    if (NOT_THIS.test(before) || TAKEN_FOR.test(before) || TRACE_TO.test(before) || FOUND_IN.test(before)) return true
    const now = doc.published?.slice(0, 4) ?? '9999'
    if (Array.from(whole.matchAll(YEAR), match => match.groups?.['year'] ?? now).some(year => year < now)) return true
    theirs ??= new Set(
      usual.flatMap(link => {
        const place = sentence(link.mention.start)
        return services(text.slice(place.start, place.end))
      }),
    )
    return services(whole).some(service => !theirs?.has(service))
  })
}
