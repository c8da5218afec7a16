import { pattern } from './pattern.ts'
import { ADJECTIVES, ATTACKERS, FLAW, NOUNS, SET, WHERE } from './vocabulary.ts'

const MANY =
  '(?:(?:a|an|the|K|G|N|two|three|four|five|six|several|multiple|some|this|these|both|numerous|various|another|new|critical|serious|dozens of|its|high-severity) )'
const KIND = `${MANY}${SET}?(?:${ADJECTIVES}|[(]~?[a-z0-9-]{2,9}[)] ){0,7}?${FLAW}\\b`
const FLAWS = `${KIND}(?!-| (?:bounty|reports?|tracker|database|program|disclosures?|management|scanner|were|was|could|had|can|may|is|are))${WHERE}`
const REPAIR = '(?:fixed|patched|addressed|resolved|plugged|closed|mitigated|remedied|squashed)'
const FOUND =
  '(?:discovered|found|uncovered|identified|spotted|detected|unearthed|disclosed|revealed|reported|demonstrated|pinpointed|flagged|discovers|finds|reveals|published details (?:of|about|on)|details|detailed)'
const ABLE =
  '(?:allows?|allowed|allowing|lets?|letting|enables?|enabled|enabling|permits?|permitted|gives?|gave|could allow|could let|could enable)'

/** Flaws: what they are, whose, who found and who mended them, what they let an attacker do. */
export const FLAWS_OF = [
  pattern(
    'is-a',
    'V',
    '',
    `{s}[)]?,? (?:is|was|which is|which was|are) (?<w>(?:an?|another|the) ${ADJECTIVES}{0,7}?(?:vulnerability|flaw|bug|overflow|zero-day|weakness|bypass|execution|escalation|injection|disclosure)(?: (?:vulnerability|flaw|bug|issue|error))?)\\b`,
  ),
  pattern(
    'affects',
    'V',
    '',
    `{s}[)]?(?:,| \u0097)? (?:which |that )?(?:<aux>)(?:affects|affected|affecting|impacts|impacted|impacting) (?<w>(?:${NOUNS}|[OTK] ){0,6}?(?:~?[a-z0-9.-]+ |[OTK] ?){0,3}(?:versions?|releases?|~[a-z0-9.-]+|systems|devices|products|software|servers|users))(?=[.,;]| (?:and|which|that|prior|before|through|from)\\b)`,
  ),
  pattern(
    'exploited',
    'V',
    '',
    `{s}[)]?,?(?: which)? (?:<aux>)(?<w>(?:actively |already |currently |widely )*exploited(?: (?:in the wild|by (?:${NOUNS}){0,4}?${ATTACKERS}|in (?:${NOUNS}){0,3}?attacks))?)\\b`,
  ),
  pattern(
    'does',
    'VW',
    '',
    `{s}[)]?"?,?(?: [a-z]+)?(?: which| that)? (?:can |could |may |might |would )?(?<w>${ABLE} (?:an? |the |its |any )?${NOUNS}{0,4}?(?:${ATTACKERS}|users?|someone|anyone|operators?|adversar(?:y|ies)|actors?|code) (?:to )?(?:[a-z-]+ )(?:${NOUNS}|[a-z-]+, |~[a-z0-9-]+ ){0,9}?[a-z~-]+)(?=[.,;:]| (?:that|which|by|when|if|because|and|but|without|via|through|using|in|on|from|with)\\b|$)`,
  ),
  pattern(
    'found',
    'OPQ',
    '',
    `{s}(?:'s?)?(?: [(][^)]{1,30}[)])?(?:, [^"A-Z]{1,70}?(?: [OLC])?,)?(?: (?:[a-z-]+ )?(?:researchers?|analysts|experts|team|engineers|scientists|labs|unit|expert|analyst))?(?:,? [OP],?)? (?:<aux>)${FOUND} (?<w>${FLAWS})`,
  ),
  pattern(
    'found',
    'OQ',
    '',
    `(?:researchers?|experts|analysts|scientists|engineers|team)(?: [PK])? (?:at|from|with|of) (?:the )?(?:${NOUNS}){0,4}?{s}(?:'s [a-z ]{3,30})?,? (?:<aux>)${FOUND} (?<w>${FLAWS})`,
  ),
  pattern(
    'found',
    'OPQ',
    '',
    `(?<w>${KIND}(?: in [OT](?:'s)?(?: ~?[a-z0-9]+){0,4})?)(?:,[^"A-Z]{2,40},)? (?:<aux>)(?:discovered|found|uncovered|identified|spotted|detected|unearthed|reported|first reported)(?: and (?:reported|disclosed))? by (?:(?:independent |security |the )*(?:researchers?|experts|analysts|engineers|firm|company|a team|team|member) )?(?:(?:at|from|with|of) )?(?:the )?(?:${NOUNS}){0,3}?{s}(?!')`,
    { cue: / by / },
  ),
  pattern(
    'fixed',
    'OQ',
    '',
    `{s}(?: [(][^)]{1,30}[)])?(?:, [^"A-Z]{1,70}?,)?<it> (?:<aux>)(?:${REPAIR.slice(3, -1)}|patches|fixes|fixing|patching|plugs|addresses|resolves|squashes) (?<w>${FLAWS})`,
  ),
  pattern(
    'fixed',
    'OQ',
    '',
    `{s}(?: [(][^)]{1,30}[)])?<it> (?:<aux>)(?:released|releases|issued|issues|published|pushed out|rolled out|rolled-out|shipped|pushed|delivered) (?:[a-z0-9.-]+,? |~[a-z0-9.-]+ |[OT](?:'s)? ){0,8}?(?:to|that|which) (?:fix(?:es)?|patch(?:es)?|address(?:es)?|resolves?|plugs?|correct|close|mitigate) (?<w>${FLAWS})`,
  ),
  pattern('fixed', 'OQ', '', `(?<w>${KIND}) (?:<aux>)${REPAIR}(?: [a-z]+)? by (?:the )?{s}(?!')`, {
    cue: / by (?:the )?[A-Z~]/,
  }),
  pattern(
    'has-flaw',
    'OT',
    '',
    `(?:issue|flaw|bug|vulnerability|vulnerabilities|flaws|bugs|problem|hole)(?: also)? (?:affects?|affected|impacts?|impacted) (?<w>(?:(?:all|the|some|several|most|only) )*(?:versions of )?{s}(?:'s)?(?: (?!and |that |which |to |could |can |was |is |but |as |on |${ABLE} )~?[a-z0-9.-]+| [TKD]){0,9})(?=[.,;]| (?:and|that|which|but|as|to|on|could|can|was|is|${ABLE})\\b|$)`,
  ),
  pattern(
    'has-flaw',
    'OT',
    '',
    `(?<w>(?:(?:a|an|the|K|G|N|two|three|several|multiple|this|these|another|new|critical) )${SET}?${ADJECTIVES}{0,6}?(?:(?:zero-days?|zero days?) (?:vulnerabilit(?:y|ies)|flaws?|bugs?)|vulnerabilit(?:y|ies)|flaws?|bugs?|holes?|zero-days?|weakness(?:es)?)(?: (?:that )?(?:exists?|existed|discovered|found|present|uncovered|exist))? (?:in|affecting|impacting|within|inside) (?:(?:the|all|some|several|its|many|of|versions|various|popular) ){0,4}?{s}(?:'s)?(?: (?!and |that |which |to |could |can |was |is |were |has |had |in |on |by |for |with |from |as |or |${ABLE} )[~A-Z]?[a-z0-9.-]+| [TK]){0,4})(?=[.,;:)]| (?:and|that|which|to|could|can|was|is|were|has|had|in|on|by|for|with|from|as|or|${ABLE}|[(D])|$)`,
  ),
]
