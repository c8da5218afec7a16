import { pattern } from './pattern.ts'
import { ADJECTIVES, ATTACK, ATTACKERS, DATA, NOUNS, SYSTEMS } from './vocabulary.ts'

const ADJECTIVE =
  '(?:(?:massive|recent|major|huge|large|large-scale|alleged|apparent|suspected|second|new|serious|latest|reported|devastating|successful|sophisticated|significant|possible|potential|targeted|malicious|data|security|cyber|ransomware|phishing|malware|ddos|privacy|network|email|hacking|spear-phishing|denial-of-service|infamous|high-profile|D) )'
const BREACH =
  '(?:breach|hack|cyber-?attack|attack|intrusion|data leak|leak|hacking|incident|infection|heist|compromise)'
const HIT =
  '(?:hit|attacked|hacked(?: into)?|breached|broke into|infiltrated|accessed|crippled|infected|compromised|attacks|stole|raided|struck|gained access to|penetrated|defaced|got into)'
const EXPOSED =
  '(?:exposed|leaked|compromised|stolen|breached|affected|accessed|impacted|hacked|exposing|compromising|affecting|impacting|stole|disclosed|lost)'
/** What may stand behind a victim: another noun would be the victim. */
const FOLLOWED =
  '(?=[.,;:")]| (?:in|on|and|that|which|was|is|has|had|last|earlier|by|with|from|when|who|after|during|as|to|at|using|or|D|where|resulted|exposed|compromised|could|may|will|began|started|occurred|happened|took|this|over|via|because|since|before|while|but|affected|allowed|led|came|appears|a|into)\\b|$)'
/** Words and commas up to a figure. */
const GAP = "(?:[a-z0-9'-]+,? ){0,12}?"
const SPELL = '[^OPCAW"~;:]'

const PAUSE = '(?: [(][^)]{1,20}[)])?(?:, [^"A-Z]{2,60}?,)?'
/** An attack as the object of what befell somebody. */
const BY_ATTACK = `(?<w>(?!(?:the )?most |(?:a |the )?result )(?:"?(?:${NOUNS}|W |A |C |D |M )){0,6}?"?${ATTACK}(?: ${ATTACK}| attempts?| campaigns?){0,2})(?![a-z-]| (?:hackers|gang|group|operators|attacks?|emails?|investigation))`

/** Who was attacked, by whom, what was taken and what was published. */
export const ATTACKS = [
  pattern(
    'suffered',
    'OLPCQ',
    '',
    `{s}${SYSTEMS}?${PAUSE}<it> (?:<aux>)(?:suffered|suffers|suffer|suffering|experienced|sustained|weathered|(?:hit|targeted|attacked|affected|struck|infected|crippled|impacted|disrupted|compromised|hacked|breached|hobbled|paralyzed|hurt|duped|caught up|knocked offline|recovering|dealing|involved) (?:by|with|in|through|from)) ${BY_ATTACK}`,
  ),
  pattern(
    'suffered',
    'OLPCQ',
    '',
    `{s}${SYSTEMS}?${PAUSE}<it> (?:<aux>)(?:(?:fell|fallen|fall|falling|became|become|been|was|were) )?(?:(?:the|a) )?(?:latest |most recent )?(?:victims?|target|prey|targets|subject) (?:of|to|in) ${BY_ATTACK}`,
  ),
  pattern(
    'attacked-by',
    'OLPCQ',
    '',
    `{s}${SYSTEMS}?${PAUSE}<it> (?:<aux>)(?:hit|targeted|attacked|hacked|breached|compromised|infiltrated|struck|accessed|duped|tricked|conned|scammed|defrauded|victimi[sz]ed|(?:fell|fallen) (?:victim|prey)|(?:victims?|targets?)) (?:by|of|to) (?<w>(?:(?:an?|the|some) )?(?:${NOUNS}|C ){0,6}?${ATTACKERS})\\b(?!')`,
  ),
  pattern(
    'attacked-by',
    'OLCQ',
    '',
    `(?<w>(?:(?:unknown|unidentified|anonymous|chinese|russian|iranian|malicious|foreign|suspected) ){0,2}${ATTACKERS}) (?:(?:who|that) )?(?:<aux>)${HIT} (?:the )?(?:city of )?{s}${SYSTEMS}?${FOLLOWED}`,
    { cue: new RegExp(`${ATTACKERS} (?:[a-z]+ ){0,5}?${HIT} (?:the |city of )*[A-Z~]`) },
  ),
  pattern(
    'attacked-by',
    'OLQ',
    '',
    `(?<w>(?:(?:unknown|unidentified|anonymous|malicious|foreign|suspected) ){0,2}${ATTACKERS}) (?:(?:who|that) )?(?:<aux>)${HIT} (?:(?:the|some|several|one of the) )?(?:[a-z-]+ ){0,2}?(?:networks?|systems?|servers?|website|sites?|databases?|computers|accounts?) (?:of|at|belonging to) (?:the )?{s}(?!'|-| [~A-Z])`,
  ),
  pattern(
    'suffered',
    'OLCQ',
    '',
    `(?<w>(?:the|a|an|D's) ${ADJECTIVES}{0,4}?(?:breach|hack|cyber-?attack|attack|intrusion|leak|incident|infection|ransomware|outage))(?: [^A-Z~";.]{0,60},)? (?:also |has |have |had |reportedly )*(?:affected|affects|hit|hits|struck|crippled|crippling|hitting|disrupted|targeted|impacted|impacts|paralyzed) (?:the )?(?:city of )?{s}(?:'s entire [a-z ]{3,20}|${SYSTEMS})?${FOLLOWED}`,
  ),
  pattern(
    'suffered',
    'OL',
    '',
    `\\bthe {s} (?<w>(?:ransomware |cyber |data |security |phishing |malware )?(?:attack|breach|hack|incident|infection|intrusion|leak|heist))\\b(?!-| (?:surface|vector|group|code|tool|team|response|report))`,
    { given: true },
  ),
  pattern(
    'suffered',
    'OLQ',
    '',
    `(?<w>(?:(?:the|a|an|its|another|D's|last year's|this week's) )${ADJECTIVES}{0,4}?${BREACH}) (?:at|on|against|of|targeting|affecting|involving) (?:the )?{s}${SYSTEMS}?${FOLLOWED}`,
    { given: true, cue: new RegExp(`${BREACH} (?:at|on|against|of|targeting|affecting|involving) (?:the )?[A-Z~]`) },
  ),
  pattern(
    'suffered',
    'OQ',
    '',
    `{s}(?:'s?)?(?: D)? (?<w>${ADJECTIVE}{0,3}(?:data breach|security breach|breach|hack|ransomware attack|cyber ?attack|cyber-attack|data leak|hacking))(?=[,.;"]| (?:in D|D|was|has|is|that|which|exposed|occurred|affected|compromised|began|happened|took|last|earlier|came|could|may|of D))`,
    { given: true },
  ),
  pattern(
    'suffered',
    'OQ',
    '',
    `{s}(?:'s?(?: [a-z-]+){0,2}? (?:systems?|networks?|servers?|website|site|database))?${PAUSE}<it> (?:<aux>)(?<w>(?:was|were|been|being|got|getting) (?:also |reportedly |allegedly |recently |apparently |badly )?(?:hacked|breached|defaced|infiltrated|hijacked))\\b(?! (?:by|in order|with|together|into|off|up))`,
  ),
  pattern(
    'occurred-on',
    'OQ',
    'D',
    `\\b(?:in|during|since) (?:its |the |an? )?{o} (?:data |security |massive |cyber )*(?:breach|hack|attack) (?:of|at|on) (?:the )?{s}${FOLLOWED}`,
  ),
  pattern(
    'occurred-on',
    'OQ',
    'D',
    `{s}(?:'s?)? (?:(?:massive|major|infamous|huge|data|notorious) )*{o} (?:(?:massive|major|huge) )?(?:data |security )?(?:breach|hack)\\b`,
  ),
  pattern(
    'occurred-on',
    'OQ',
    'D',
    `\\b{o} (?:(?:massive|major|huge|data) )*{s} (?:data |security )?(?:breach|hack)\\b`,
  ),
  pattern(
    'occurred-on',
    'E',
    'D',
    `{s}(?: on (?:the )?[OLC](?:'s [a-z-]+)?)? (?:<aux>)(?:occurred|took place|happened|began|started|dates back to|was carried out|was launched|hit)(?: [a-z-]+){0,4}? {o}`,
  ),
  pattern(
    'discovered-on',
    'E',
    'D',
    `{s} (?:<aux>)(?:discovered|detected|noticed|identified|found|uncovered|spotted)(?: by [a-z ]{3,30}?)?(?: in| on| late| early)? {o}`,
  ),
  pattern(
    'records-exposed',
    'OQ',
    'N',
    `{s}(?! (?:said|says|reported|reports|found|estimates|have inside))(?![^.]{0,150}according to)${SPELL}{0,110}?(?:breach|hack|hacked|incident|leak|leaked|attack|database|unsecured|unprotected|misconfigured|breached|scam)\\b${SPELL}{0,70}?\\b${EXPOSED} ${GAP}<about>{o}`,
    { acts: true },
  ),
  pattern('records-exposed', 'E', 'N', `{s}(?: on (?:the )?[OLC])?,?(?: which)? (?:<aux>)${EXPOSED} ${GAP}<about>{o}`),
  pattern(
    'records-exposed',
    'OQ',
    'N',
    `(?:details|data|information|records|credentials|passwords|names|addresses|accounts) (?:of|on|for|from|belonging to|about) <about>{o} (?:of )?(?:[a-z-]+ ){0,2}?(?:~?[a-z]+ )?(?:of )?{s}(?:'s)? (?:users|customers|patients|members|employees|accounts|clients|subscribers|guests)`,
    { cue: new RegExp(EXPOSED) },
  ),
  pattern(
    'records-exposed',
    'OQ',
    'N',
    `\\b{o} (?:[a-z-]+,? (?:and )?){0,8}?(?:[KN] (?:[a-z-]+ (?:and )?){0,6}?)?(?:of|from|belonging to|at) (?:the )?{s}(?:'s)? (?:users|customers|patients|members|employees|accounts|clients|subscribers|guests)`,
    { cue: /\b(?:stolen|leaked|exposed|compromised|stole|breach|hacked)/ },
  ),
  pattern(
    'data-exposed',
    'OQ',
    '',
    `{s}(?:'s [a-z]+)?(?:, [^"A-Z]{2,60}?,)? (?:<aux>)(?:exposed|exposing|leaked|leaking|exposes|leaks|lost|spilled|inadvertently released|accidentally published) (?<w>(?:${NOUNS}|[a-z-]+, (?:and )?|and |K |N |~social ~security ){0,14}?${DATA})\\b(?=[.;,]| (?:of|on|for|belonging|to|in|by|via|including|online|after|about|from)\\b)`,
  ),
  pattern(
    'data-exposed',
    'E',
    '',
    `{s}(?:,)?(?: which)? (?:<aux>)(?:exposed|exposing|compromised|leaked|included|involved|revealed|affected|exposes|impacted) (?<w>(?:${NOUNS}|[a-z-]+, (?:and )?|and |K |N |~social ~security ){0,16}?${DATA})\\b(?=[.;]| (?:of|on|for|belonging|to|in|by|including|about|from)\\b)`,
  ),
  pattern(
    'leaked',
    'APC',
    '',
    `{s}"?(?:'s? group)?(?:, [^"]{2,60}?,)? (?:<aux>)(?:leaked|leaks|leaking|dumped|dumping|published|posted|released|releasing|auctioned|auctioning|uploaded|publicly released|put up for sale|put online) (?<w>(?:${NOUNS}|K |N |[OCT](?:'s)? |~[a-z0-9-]+ ){0,9}?(?:data|files|documents|e-?mails|tools|exploits|records|databases?|code|images|passwords|credentials|information|videos?|dump|trove|cache|photos|archive|episodes|logins|accounts|messages|screenshots|weapons)\\b<where>)`,
  ),
  pattern(
    'impersonated-by',
    'OPQ',
    '',
    `(?<w>(?:(?:fake|fraudulent|malicious|phishing|bogus|spoofed|scam|the|a|an|convincing|text) ){0,4}(?:e-?mails?|messages?|calls?|texts?|websites?|sites?|pages?|callers?|letters?|invoices?|apps?|notifications?|${ATTACKERS}|attachment|someone|person|man|individual)) (?:(?:that|which|who) )?(?:<aux>)(?:claim(?:ed|s|ing)? to be|purport(?:ed|s|ing)?(?:ly)?(?: to (?:be|come))?|pretend(?:ed|s|ing)? to be|posed|poses|pose|posing as|disguised as|impersonat(?:es?|ed|ing)|masquerad(?:es?|ed|ing) as|appear(?:s|ed|ing)? to (?:be|come)|looks? (?:like|as if)|mimick?(?:s|ed|ing)?|spoof(?:s|ed|ing)?)(?: (?:as|sent|an?|official|legitimate|emails?|messages?|being|coming|come|genuine|notification|from|employees of|staff from|representatives (?:of|from)|officials from|invoices?|the|one|it|came|by)){0,5} {s}(?!'|-| (?:founder|ceo|coo|chief|executives?|app|game|[~A-Z]))`,
  ),
]
