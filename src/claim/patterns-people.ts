import { pattern } from './pattern.ts'

const ROLE =
  '(?:ceo|cto|cio|ciso|cfo|coo|cso|chief|executive|officer|president|director|chairman|chairwoman|manager|head|researcher|analyst|engineer|founder|co-founder|spokesman|spokeswoman|spokesperson|attorney|prosecutor|commissioner|superintendent|mayor|governor|secretary|professor|boss|chief executive|strategist|evangelist|consultant|expert|specialist|administrator|counsel|partner|advisor|adviser|scientist|architect|agent|detective|minister|senator|representative|principal|lead|vp|evp|svp)'
/** Adjectives and nouns before a role: nothing that opens another clause. */
const PLAIN =
  '(?:(?!that |and |said |says |according |to |by |when |as |told |who |which |with |from |in |on |for |at |was |is |has |where |after |while )[a-z-]+ ){0,5}?'
const WORDS = '(?:[a-z-]+,? (?:and )?){0,5}?'
const FIRM =
  '(?:company|firm|vendor|giant|maker|provider|startup|start-up|specialist|specialists|manufacturer|bank|retailer|airline|developer|exchange|university|outfit|shop|business|agency|researchers|chain|operator|insurer)'

/** People and firms: who works where, who was charged, who bought whom, who sits where. */
export const PEOPLE = [
  pattern(
    'employs',
    'OL',
    'P',
    `{s}(?:'s)? (?:and )?${PLAIN}${ROLE}(?: and ${PLAIN}${ROLE})?,? (?:mr\\.? |ms\\.? |mrs\\.? |dr\\.? )?<q>{o}`,
  ),
  pattern(
    'employs',
    'O',
    'P',
    `{o}, (?:the |a |an |its )?${WORDS}${ROLE},? ${WORDS}(?:of|at|for|with) (?:the |security firm |cybersecurity firm |security company )?{s}(?!'s)`,
  ),
  pattern(
    'employs',
    'O',
    'P',
    `{o} (?:of|from) (?:the )?(?:security (?:firm|company) )?{s}(?!'s)(?=[ ,.]+(?:said|told|says|,|wrote|explained|discovered|found|who))`,
  ),
  pattern('employs', 'O', 'P', `{o}, who (?:works (?:for|at)|worked (?:for|at)|heads|leads|runs|founded) (?:the )?{s}`),
  pattern('employs', 'O', 'P', `{s}'s {o}(?!'s| and)`),
  pattern('employs', 'O', 'P', `{o}, (?:the |a |an |its )?{s}(?:'s)? ${PLAIN}${ROLE}\\b`),
  pattern(
    'charged',
    'P',
    'OC',
    `{o}<aside>(?: D)? (?:<aux>)(?:charged|indicted|accused|sued|unsealed charges against|filed charges against) (?:[a-z-]+ ){0,3}?{s}`,
  ),
  pattern(
    'charged',
    'P',
    'OC',
    `{s}<aside> (?:<aux>)(?:charged|indicted|prosecuted|sued) (?:[a-z-]+ ){0,4}?by (?:the )?{o}`,
  ),
  pattern('charged', 'P', 'D', `{s}<aside> (?:<aux>)(?:charged|indicted) (?:[a-z-]+ ){0,8}?(?:on |in )?{o}`),
  pattern(
    'arrested',
    'P',
    'LCD',
    `{s}<aside> (?:<aux>)(?:arrested|detained|apprehended|extradited|taken into custody) (?:[a-z-]+ ){0,5}?(?:in |on |at |from |to |late )?(?:the )?{o}`,
  ),
  pattern(
    'arrested',
    'P',
    'LCD',
    `\\b(?:arrested|detained|extradited) (?:[a-z-]+ ){0,2}?{s}<aside> (?:[a-z-]+ ){0,3}?(?:in |on |from |to ){o}`,
  ),
  pattern(
    'sentenced',
    'P',
    'U',
    `{s}<aside> (?:<aux>)(?:sentenced|jailed|imprisoned|got|received|given) (?:[a-z-]+ ){0,5}?(?:to |for )?<about>{o}(?= (?:in |of |behind |imprisonment|prison|jail|probation|sentence|for |and |,|\\.)|[.,])`,
  ),
  pattern('sentenced', 'P', 'U', `(?:sentenced|jailed) {s}<aside> (?:[a-z-]+ ){0,3}?<about>{o}`),
  pattern(
    'acquired',
    'O',
    'O',
    `{s}(?:'s)? (?:<aux>)(?:acquired|acquires|bought|buys|acquiring|buying|purchased|acquire|buy|takes over|took over|completed its acquisition of|agreed to (?:buy|acquire)) (?:[a-z-]+ ){0,4}?{o}(?!'s| (?:stock|shares|products|ads|customers|users|accounts|gift))`,
  ),
  pattern(
    'acquired',
    'O',
    'O',
    `{o}(?: [(][^)]{1,20}[)])?,? (?:<aux>|which <aux>|[(])?(?:recently )?(?:acquired|bought|owned|purchased) (?:[a-z-]+ )?by (?:[a-z-]+ ){0,5}?{s}`,
  ),
  pattern('acquired', 'O', 'O', `{s}(?:'s)? (?:acquisition|purchase|takeover) of {o}`),
  pattern(
    'located-in',
    'O',
    'CL',
    `{s},? (?:which <aux>|<aux>|(?:a|an) (?:[a-z-]+ ){0,5}?)?(?:based|headquartered|located) in (?:the )?(?:[a-z-]+ ){0,2}?{o}`,
  ),
  pattern('located-in', 'O', 'CL', `{o}-based ${PLAIN}{s}(?!'s? (?:[a-z]+ )?[a-z]*(?:app|software|product))`),
  pattern('located-in', 'O', 'CL', `\\b(?:headquartered|based) in {o}, {s}`),
  pattern('located-in', 'O', 'C', `{o} ${PLAIN}${FIRM},? {s}`),
  pattern('located-in', 'O', 'C', `{s}, (?:a|an|the) (?:[a-z-]+ ){0,2}?{o} (?:[a-z-]+ ){0,4}?${FIRM}\\b`),
  pattern(
    'charged',
    'P',
    '',
    `{s}<aside> (?:<aux>)(?:charged with|indicted (?:for|on)|accused of|pleaded guilty to|pled guilty to|convicted of|found guilty of|faces charges of) (?<w>(?:[a-z0-9-]+ ){0,7}[a-z-]+)(?=[,.;]| in D| on D| and| after| between|$)`,
  ),
  pattern('aged', 'P', 'K', `{s}, {o}(?=[,.](?! [DK])| of [~LC]| from )`),
  pattern(
    'is-a',
    'O',
    '',
    `{s}(?: [(][^)]{1,20}[)])?,? (?:is |which is |which are |,)?(?:currently )?(?<w>(?:a|an|one of the|the) (?:(?!for |and |that |which |to |by |from |with |in |on )(?:[a-z0-9-]+|C|L|S|[CL]-based|C's) ){0,6}?${FIRM})\\b(?!'| (?:and|to|has|was|said) )`,
  ),
  pattern(
    'is-a',
    'W',
    '',
    `{s}"? (?<w>(?:banking |mobile |android |point-of-sale |remote access )?~?(?:ransomware|trojan|botnet|worm|malware|backdoor|exploit kit|spyware|virus|wiper|rootkit|keylogger|rat))\\b(?!-)`,
  ),
  pattern(
    'is-a',
    'W',
    '',
    `{s}"?(?: [(][^)]{1,20}[)])?(?:,| is| was|, which is) (?<w>(?:a|an|one of the) (?:(?!for |and |that |which |to |by |from |with |in |on )(?:[a-z0-9-]+|C|T) ){0,6}?(?:ransomware|trojan|worm|botnet|malware|backdoor|virus|spyware|rat|exploit kit|keylogger|strain|variant|tool|rootkit|family|wiper|loader|downloader|stealer))\\b`,
  ),
  pattern(
    'is-a',
    'A',
    '',
    `{s}"?(?: [(][^)]{1,20}[)])?(?:,| is| was|, which is) (?<w>(?:a|an|one of the|the) (?:(?!for |and |that |which |to |by |from |with |in |on )(?:[a-z0-9-]+|C) ){0,6}?(?:group|gang|actor|team|unit|crew|collective|outfit))\\b`,
  ),
]
