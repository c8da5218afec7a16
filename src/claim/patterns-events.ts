import { pattern } from './pattern.ts'

const INCIDENT =
  '(?:breach|attack|cyberattack|incident|intrusion|hack|vulnerability|flaw|compromise|leak|malware|bug|unauthorized|suspicious|infection|ransomware)'
const LEARNED =
  '(?:discovered|learned|detected|noticed|found|identified|spotted|uncovered|became aware|was made aware|was alerted|was notified|realized|realised)'
const TOLD = '(?:announced|disclosed|revealed|confirmed|acknowledged|admitted|notified|informed|made public)'

/** What befell whom, and the days of it. */
export const EVENTS = [
  pattern(
    'suffered',
    'OL',
    '',
    `(?<w>(?:data |security |cyber |ransomware |phishing |malware |massive )+(?:breach|attack|cyberattack|hack|incident)) (?:at|on|against|hits|hit|strikes|cripples) (?:the )?{s}(?!['\u2019])`,
  ),
  pattern(
    'occurred-on',
    'OL',
    'D',
    `{s}<it> (?:<aux>)(?:hit|attacked|hacked|breached|targeted|infected|compromised|struck|crippled|victim of|fell victim to|suffered|experienced) (?!the most)(?:(?!that )[a-z-]+ ){0,7}?(?:on |in |at |late |early )?(?:the )?{o}`,
  ),
  pattern(
    'occurred-on',
    'OL',
    'D',
    `\\b(?:on|in|late|early) {o},? (?:the )?{s} (?:<aux>)(?:hit|attacked|hacked|breached|infected|compromised|struck|crippled|became a victim|fell victim|suffered|experienced) (?:[a-z-]+ ){0,4}?(?:breach|attack|cyberattack|incident|hack|ransomware|malware|victim|compromise|leak)?`,
  ),
  pattern(
    'occurred-on',
    'OL',
    'D',
    `(?:attack|breach|incident|hack|cyberattack|intrusion) (?:on|at|against|of) (?:the )?{s}(?:'s [a-z-]+ ?[a-z-]*)? (?:[a-z-]+ ){0,3}?(?:occurred|took place|happened|began|started|dates? back)(?: [a-z-]+){0,4}? {o}`,
  ),
  pattern(
    'discovered-on',
    'OL',
    'D',
    `{s}<aside><it> (?:<aux>)${LEARNED} (?=(?:[a-z-]+ ){0,6}?${INCIDENT})(?:(?!that )[a-z-]+,? ){0,9}?(?:on|in|late|early) {o}`,
  ),
  pattern(
    'discovered-on',
    'OL',
    'D',
    `\\b(?:[oO]n|in|late|early) {o},? (?:the )?{s}<aside> (?:<aux>)${LEARNED} (?:[a-z-]+ ){0,6}?${INCIDENT}`,
  ),
  pattern(
    'discovered-on',
    'VW',
    'D',
    `{s}[)]?,?(?: which)? (?:<aux>)(?:first )?(?:discovered|detected|spotted|identified|found|seen|observed|reported)(?: by [OP])? (?:[a-z-]+ ){0,4}?(?:in|on) {o}`,
  ),
  pattern(
    'disclosed-on',
    'OL',
    'D',
    `{s}<aside> (?:<aux>)${TOLD} (?=(?:[a-z-]+ ){0,6}?${INCIDENT})(?:(?!that )[a-z-]+,? ){0,8}?(?:on |late |in |early )?{o}`,
  ),
  pattern(
    'disclosed-on',
    'OL',
    'D',
    `\\b(?:on |in |late |early )?{o},? (?:the )?{s}<aside> (?:<aux>)${TOLD} (?:[a-z-]+ ){0,6}?${INCIDENT}`,
  ),
  pattern(
    'patched-on',
    'O',
    'D',
    `{s}(?:'s)? (?:[a-z-]+ ){0,3}?(?:<aux>)(?:released|issued|published|pushed(?: out)?|rolled out|patched|fixed|shipped) (?:[a-z-]+,? |[VO] ){0,8}?(?:on |in )?{o}`,
    {
      cue: /patch|fix|update/,
    },
  ),
  pattern(
    'patched-on',
    'O',
    'D',
    `(?:^|\\bon |\\bin |, ){o},? (?:the )?{s} (?:<aux>)(?:released|issued|published|pushed(?: out)?|rolled out|patched|fixed|shipped) (?:[a-z-]+ ){0,5}?(?:patch|patches|fix|fixes|update|updates|flaw|vulnerability|bug)\\b`,
  ),
  pattern(
    'patched-on',
    'V',
    'D',
    `{s}[)]?,? (?:<aux>|which <aux>)(?:fixed|patched|addressed|resolved) (?:[a-z-]+ ){0,4}?(?:in|on) (?:[a-z-]+ ){0,2}?{o}`,
  ),
  pattern(
    'fixed-by',
    'V',
    'O',
    `{o} (?:<aux>)(?:patched|fixed|addressed|resolved|plugged|patches|fixes) (?:[a-z-]+,? ){0,6}?[(]?{s}`,
  ),
  pattern(
    'discovered-by',
    'VWT',
    'OP',
    `{s}[)]?"?,? (?:<aux>|which <aux>|and <aux>)(?:first )?(?:discovered|found|reported|identified|spotted|uncovered|detected|unearthed) by (?:the )?(?:[a-z-]+ ){0,6}?{o}`,
  ),
  pattern(
    'discovered-by',
    'VWT',
    'OP',
    `{o}(?:'s)?(?: researchers| analysts| experts| team)? (?:<aux>)(?:discovered|found|uncovered|spotted|unearthed|identified|detected) (?:[a-z-]+,? ){0,8}?(?:called |dubbed |named |known as )<q>{s}`,
  ),
  pattern(
    'affects',
    'V',
    'OT',
    `{s}[)]?,? (?:<aux>|which <aux>|that <aux>)(?:affects|affected|impacts|impacting|affecting|present in|found in|exists in|resides in|impacted|located in|discovered in) (?:all |the |some |both |multiple |most |[a-z-]+ ){0,5}?{o}`,
    { list: true },
  ),
  pattern(
    'affects',
    'V',
    'OT',
    `(?:vulnerability|flaw|bug|vulnerabilities|flaws|zero-day|zero day|issue|hole) (?:in|affecting|impacting|within) (?:the )?{o}(?:'s)?(?: ~?[a-z0-9.]+){0,5}? ?[(,]{1,2} ?(?:tracked as |identified as |assigned |designated |known as |dubbed |listed as )?{s}`,
  ),
  pattern(
    'suffered',
    'O',
    '',
    `{s}(?:'s)? (?<w>(?:(?:massive|recent|infamous|major|huge|data|security|cyber|ransomware|phishing|D) ){0,3}(?:data breach|security breach|breach|hack|ransomware attack|cyber ?attack|cyber-attack|data leak))(?! (?:report|notification|investigation|survey|study|index|response|law|bill|alert|portal|insurance|prevention|detection|simulation|tool|level|team|into|the|a|an|their|your|its|his|her)|[a-z-])`,
    { given: true },
  ),
  pattern(
    'released',
    'O',
    '',
    `{s}<aside> (?:<aux>)(?:released|releases|issued|issues|published|pushed out|pushed|rolled out|rolling out|shipped|delivered) (?<w>(?:(?!that |which )[a-z-]+ ){0,5}?(?:patch(?:es)?|fix(?:es)?|updates?|hotfix|advisory|security bulletin|mitigations?|workaround|decryptor|decryption tool)\\b<where>)`,
  ),
  pattern(
    'warned-of',
    'OP',
    '',
    `{s}<aside> (?:<aux>)(?:warning|warned|warns|alerted|alerting|issued|issues|issuing|released|published) (?:(?!that |of |about |against )[a-z-]+ |C |O ){0,5}?(?:of|about|against|look out for|watch out for|beware of) (?<w>(?:[a-z0-9-]+ ){0,6}?(?:attacks?|scams?|emails?|phishing|malware|ransomware|vulnerabilit(?:y|ies)|flaws?|campaigns?|threats?|hackers?|fraud|trojan|bugs?|risks?|schemes?|messages?|hacks?|breach(?:es)?)<where>)`,
  ),
  pattern(
    'found',
    'OP',
    '',
    `{s}(?:'s)?<aside>(?: (?:security )?(?:researchers?|analysts|experts|team|engineers|scientists|project zero))?(?: [OP])? (?:<aux>)(?:discovered|found|uncovered|identified|spotted|detected|observed|unearthed) (?<w>(?:a|an|two|three|four|five|K|several|multiple|another|new|some|critical|serious) (?:[a-z-]+ ){0,5}?(?:vulnerabilit(?:y|ies)|flaws?|bugs?|malware|campaigns?|botnet|backdoor|trojan|ransomware|weakness(?:es)?|exploits?|spyware|holes?|issues?|phishing attacks?|attacks?|scam|worm|variants?|breach)<where>)`,
  ),
]
