import { pattern } from './pattern.ts'

const RANSOM = /ransom|extort|decrypt|unlock|hacker|attacker|hostage|bitcoin|get its files|regain/
const EXPOSED =
  '(?:exposed|leaked|compromised|stolen|breached|affected|accessed|lost|impacted|hacked|exposing|compromising|affecting|impacting|disclosed|released|hit|caught up|at risk|involved)'

/** Victims, records and money. */
export const FIGURES = [
  pattern(
    'victims-count',
    'AW',
    'NG',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:[a-z-]+ ){0,6}?(?:<aux>)(?:breach(?:ed|es)|infect(?:ed|s|ing)|hit|compromis(?:ed|es|ing)|affect(?:ed|s|ing)|target(?:ed|s|ing)|attacked|struck|hacked|claimed|stolen|steals?|stole|crippled) (?:[a-z-]+ ){0,2}?<about>{o}`,
  ),
  pattern(
    'victims-count',
    'AW',
    'NG',
    `{o} (?:[a-z-]+ ){0,4}?(?:<aux>)(?:infected|hit|compromised|affected|targeted|struck) (?:by|with) (?:[a-z-]+ ){0,3}?{s}`,
  ),
  pattern(
    'countries-count',
    'AW',
    'Y',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:[a-z-]+ ){0,6}?(?:<aux>)(?:breach(?:ed|es)|infect(?:ed|s|ing)|hit|compromis(?:ed|es|ing)|affect(?:ed|s|ing)|target(?:ed|s|ing)|attacked|struck|spread|hacked|crippled) (?:[a-z-]+ ){0,4}?(?:[NGK] (?:[a-z-]+ ){0,3}?)?(?:in|across|to|from|over) (?:[a-z-]+ ){0,2}?<about>{o}`,
  ),
  pattern(
    'countries-count',
    'AW',
    'Y',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:<aux>)(?:infect(?:ed|s|ing)|hit|affect(?:ed|s|ing)|target(?:ed|s|ing)|attacked|struck) <about>{o}`,
  ),
  pattern(
    'records-exposed',
    'O',
    'N',
    `{s}(?:'s)? (?:[a-z-]+,? ){0,8}?(?:<aux>)${EXPOSED} (?:[a-z-]+,? ){0,6}?<about>{o}`,
  ),
  pattern(
    'records-exposed',
    'OL',
    'N',
    `{o} (?:[a-z-]+ ){0,3}?(?:of|at|with|from|in) (?:the )?{s}(?:'s)? (?:[a-z-]+ ){0,3}?(?:have|had|has|was|were|may|might) (?:[a-z-]+ ){0,4}?${EXPOSED}`,
  ),
  pattern(
    'records-exposed',
    'O',
    'N',
    `(?:breach|hack|attack|incident|leak) (?:at|of|on) (?:the )?{s}(?:'s)? (?:[a-z-]+ ){0,3}?(?:that |which )?(?:<aux>)${EXPOSED} (?:[a-z-]+,? ){0,6}?<about>{o}`,
  ),
  pattern(
    'stole',
    'AWPC',
    'M',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:[a-z-]+ ){0,4}?(?:<aux>)(?:stole|stolen|stealing|steals|steal|siphoned(?: off)?|netted|netting|made off with|earned|extorted|laundered|laundering|embezzled|swindled|looted|drained|defrauded|pocketed|raked in|took) (?:[a-z-]+ ){0,2}?<about>{o}`,
  ),
  pattern(
    'stole',
    'A',
    'M',
    `{s}(?:'s)? (?:[a-z-]+ ){0,2}?(?:haul|take|theft|thefts|heists?|earnings|profits?|proceeds) (?:at|of|to|is|was|were|totaled|totalled|exceeds?|reached|amount(?:s|ed) to) <about>{o}`,
  ),
  pattern(
    'loss',
    'OLPCS',
    'M',
    `{s}<it> (?:<aux>)(?:lost|loses|losing|lose|swindled out of|defrauded of|robbed of|scammed out of|conned out of|tricked into (?:wiring|paying|transferring|sending)) (?:[a-z-]+ ){0,2}?<about>{o}(?! in (?:revenue|market|sales))`,
  ),
  pattern(
    'ransom-demanded',
    'OLPCQ',
    'M',
    `(?:demand(?:s|ed|ing)?|want(?:s|ed)|ask(?:s|ed|ing)|order(?:ed|ing)|told) (?:that )?(?:the )?{s} (?:to )?pay (?:[a-z-]+ ){0,5}?<about>{o}`,
  ),
  pattern(
    'ransom-demanded',
    'H',
    'M',
    `{s} (?:who [^A-Z~"]{3,60} )?(?:<aux>)(?:demand(?:s|ed|ing)?|asked for|asking for|ask for|want(?:ed)?|seeking|sought)(?: for)? (?:[a-z-]+ ){0,6}?<about>{o}`,
  ),
  pattern(
    'ransom-demanded',
    'OLQ',
    'M',
    `\\b(?:held|holding) {s}[^A-Z~".;]{0,60} (?:ransom|hostage)[^A-Z~".;]{0,40} <about>{o}`,
  ),
  pattern(
    'loss',
    'E',
    'M',
    `{s}(?: on (?:the )?[OL])? (?:<aux>)(?:cost|costing|costs) (?:[a-z]+ ){0,3}?(?:O (?:nearly |about |some )?)?<about>{o}`,
  ),
  pattern(
    'loss',
    'OLQ',
    'M',
    `(?:attack|breach|hack|scam|fraud|theft|heist) (?:on|against|at|of) (?:the )?{s}(?:,)? (?:that |which )?(?:resulted in|led to|resulting in|leading to|caused|cost) (?:the |a )?(?:loss(?:es)? of |theft of )?<about>{o}`,
  ),
  pattern(
    'loss',
    'OLQ',
    'M',
    `{s} (?:<aux>)(?:targeted|attacked|scammed|hacked|hit|defrauded|breached)[^A-Z~"]{0,40}(?:[DU][^A-Z~"]{0,10})?,? (?:leading to|resulting in|losing|costing it|costing them) (?:the |a )?(?:loss(?:es)? of |theft of )?<about>{o}`,
  ),
  pattern('loss', 'OLPCS', 'M', `\\b(?:cost|costing|costs) (?:the )?{s}(?:'s)? (?:[a-z-]+ ){0,2}?<about>{o}`),
  pattern(
    'loss',
    'OLC',
    'M',
    `(?:stole|stolen|stealing|steal|siphoned|theft of|loss of|looted) <about>{o} (?:[a-z-]+ ){0,3}?from (?:[a-z-]+ ){0,3}?{s}`,
  ),
  pattern(
    'loss',
    'OLC',
    'M',
    `{s}(?:'s)? (?:[a-z-]+ ){0,3}?(?:losses|damages) (?:of|at|totaling|totalling|reached|exceeded|to) <about>{o}`,
  ),
  pattern(
    'ransom-demanded',
    'AWP',
    'M',
    `{s}"?(?:'s)? (?:[a-z-]+,? ){0,3}?(?:<aux>)(?:demands?|demanded|demanding|asks?|asked|asking|charges|charging|wants|requests|requesting|requires) (?:for )?(?:[a-z-]+ ){0,6}?<about>{o}`,
    { cue: RANSOM },
  ),
  pattern(
    'ransom-demanded',
    'OLPC',
    'M',
    `(?:demanded|demanding|demand|demands|ask(?:ed|ing)|asked for) (?:[a-z-]+ ){0,3}?<about>{o} (?:[a-z-]+ ){0,4}?from (?:the )?{s}`,
  ),
  pattern(
    'ransom-paid',
    'OLPC',
    'M',
    `{s}(?:, [^"A-Z]{2,50}?,)?<it> (?:<aux>)(?:(?:decided|agreed|chose|opted|elected|refused|declined|forced|had|ended up|reportedly) )?(?:not )?(?:to )?(?:paid|pays|pay|paying|forked over|handed over|sent|shelled out|coughed up) (?:[a-z-]+ ){0,5}?<about>{o}`,
    { cue: RANSOM },
  ),
  pattern(
    'fine',
    'OP',
    'M',
    `{s}(?:'s)? (?:<aux>)(?:fined|hit with|ordered to pay|agreed to pay|forced to pay|pay|paid|slapped with|facing|faces|face) (?:[a-z-]+ ){0,3}?<about>{o}(?= (?:[a-z-]+ ){0,4}?(?:fine|penalty|settlement|settle|civil|over|for (?:failing|violating|its|the)))`,
  ),
  pattern('fine', 'OP', 'M', `(?:fined|fining|fines) (?:the )?{s} (?:[a-z-]+ ){0,2}?<about>{o}`),
  pattern('fine', 'OP', 'M', `{s} (?:<aux>)fined <about>{o}`),
  pattern(
    'price',
    'WT',
    'M',
    `{s}"? (?:<aux>|which <aux>)(?:sells|sold|selling|costs|cost|priced|available|offered|rented|advertised|purchased|retails) (?:[a-z-]+ ){0,6}?(?:for|at|from|between) <about>{o}`,
  ),
  pattern(
    'severity-score',
    'V',
    'KR',
    `{s}[)]?,? (?:[a-z0-9-]+,? |[OT] ){0,10}?(?:score|rating|rated|severity|scored)(?: [a-z0-9.:-]+){0,4}? (?:~cvss )?<about>{o}`,
  ),
  pattern(
    'fixed-in',
    'V',
    'K',
    `{s}[)]?,? (?:<aux>)(?:fixed|patched|addressed|resolved) (?:in|with) (?:~?[a-z-]+ ){0,3}?(?:version|release|firmware) {o}`,
  ),
  pattern(
    'size',
    'O',
    'NG',
    `{s},?(?: which)? (?:also |currently )?(?:has|have|had|with|employs|serves|serving|counts|claims|boasts)(?: among its customers)? <about>{o}(?! (?:[a-z-]+ ){0,3}?(?:whose|exposed|affected|compromised|stolen|infected|at risk|that))`,
  ),
  pattern(
    'size',
    'O',
    'NG',
    `{s}(?:'s)(?: (?:nearly|roughly|more than|over|about|some|approximately|estimated|worldwide|global)){0,2} {o}(?=[ ,.])`,
  ),
]
