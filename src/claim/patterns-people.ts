import { pattern } from './pattern.ts'
import { CALLING } from './vocabulary.ts'

const ROLE =
  '(?:ceo|cto|cio|ciso|cfo|coo|cso|chief|executive|officer|president|director|chairman|chairwoman|manager|head|researcher|analyst|engineer|founder|co-founder|spokesman|spokeswoman|spokesperson|attorney|prosecutor|commissioner|superintendent|mayor|governor|secretary|professor|boss|chief executive|strategist|evangelist|consultant|expert|specialist|administrator|counsel|partner|advisor|adviser|scientist|architect|agent|detective|minister|senator|representative|principal|lead|vp|evp|svp|student|programmer|hacker|technologist|lawyer|fellow|trader|co-author|leader|owner|superintendent|lecturer|developer|coordinator|evangelist|deputy|inspector|sergeant|hunter|specialists)'
/** Adjectives and nouns before a role: nothing that opens another clause. */
const PLAIN =
  '(?:(?!that |and |said |says |according |to |by |when |as |told |who |which |with |from |in |on |for |at |was |is |has |where |after |while )[a-z-]+ ){0,5}?'
const WORDS = '(?:(?:[a-z-]+|[CLS]),? (?:and )?){0,5}?'
const FIRM =
  '(?:company|firm|vendor|giant|maker|provider|startup|start-up|specialist|specialists|manufacturer|bank|retailer|airline|developer|exchange|university|outfit|shop|business|agency|researchers|chain|operator|insurer)'
/** What else a name may be said to be. */
const KIND =
  '(?:hospital|service|platform|website|organi[sz]ation|nonprofit|non-profit|consultancy|contractor|charity|school|college|health system|newspaper|regulator|watchdog|subsidiary|division|forum|marketplace|brand|carrier|lender|supplier|utility|publisher|studio|practice|clinic|trust|app|group|site|network|center|institute|union|coalition|think tank|conglomerate|corporation)'
/** People and firms: who works where, who was charged, who bought whom, who sits where. */
export const PEOPLE = [
  pattern(
    'employs',
    'OLQ',
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
    `{o} (?:of|from|at|with) (?:the )?(?:security (?:firm|company) )?{s}(?!'s)(?=[ ,.]+(?:said|told|says|,|wrote|explained|discovered|found|who))`,
  ),
  pattern(
    'employs',
    'OQ',
    'P',
    `{o}, who (?:works? (?:for|at|with)|worked (?:for|at|with)|heads|leads|runs|founded) (?:the )?(?:[a-z-]+ ){0,5}?(?:(?:at|for|of) )?(?:the )?{s}(?!'s)`,
  ),
  pattern(
    'employs',
    'OQ',
    'PQ',
    `{o}, (?:the |a |an |its )?${WORDS}${ROLE},? ${WORDS}(?:of|at|for|with) (?:the |security firm |cybersecurity firm |security company )?{s}(?=[.,;"]| said| told| says| and| who|$)`,
  ),
  pattern('employs', 'O', 'P', `{o}, (?:the |a |an |its )?${WORDS}${ROLE}, {s}(?=[.,]|$)`),
  pattern(
    'employs',
    'OQ',
    'P',
    `{o}, (?:a |an |the )?(?:(?!who |was |is |were |when |as |speaking |said |told |but |and |which |while )[a-z-]+ ){1,6}(?:at|with) (?:the )?(?:[a-z-]+ (?:firm|company|vendor|provider) )?{s}(?=[.,;"]| (?:said|told|says|and|who|wrote|found|discovered|in|has)\\b|$)`,
    { cue: /P, [a-z].{2,60} (?:at|with) / },
  ),
  pattern(
    'is-a',
    'OQ',
    '',
    `(?<w>(?:an? |the )?(?:(?!for |and |that |which |to |by |from |with |in |on |of |the |a |an |as |at |said |when |after |while |their |its |where |because |since |before |but |or |both )[a-z-]+ ){1,3}(?:company|firm|vendor|giant|maker|provider|startup|start-up|manufacturer|bank|retailer|airline|exchange|university|chain|insurer|lender|supplier|contractor|operator|regulator)) {s}(?!'s? (?:[a-z]+ )?[a-z]*(?:app|software|product)|-)`,
    { cue: /(?:y|m|r|t|p|k|e|n|l) (?:O|~)/ },
  ),
  pattern('employs', 'O', 'P', `{s}'s {o}(?!'s| and)`, { cue: /O's P/ }),
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
    'OQ',
    'CL',
    `{s},? (?:which <aux>|<aux>|(?:a|an) (?:[a-z-]+ ){0,9}?)?(?:based|headquartered|located) in (?:the )?(?:[a-z-]+ ){0,2}?{o}`,
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
  pattern(
    'is-a',
    'OQ',
    '',
    `{s}(?: [(][^)]{1,20}[)])?,? (?:is |which is |,)?(?:currently )?(?<w>(?:a|an|one of the) (?:(?!for |and |that |which |to |by |from |with |in |on )(?:[a-z0-9-]+|C|L|S|[CL]-based|C's) ){0,6}?${KIND})\\b(?!'| (?:and|to|has|was|said) )`,
    { cue: /(?:,| is) (?:an?|one of the) [a-zA-Z]/, acts: true },
  ),
  pattern(
    'is-a',
    'P',
    '',
    `(?<w>(?:an? |the |[CL] )?(?:(?!for |and |that |which |to |by |from |with |in |on |of |the |a |an |as |at |said |says |when |after |while |their |its |where |because |since |before |but |or |both |told |his |her |our |my |blogged |tweeted |wrote |writes |warned |explained |added |noted |commented |posted |recalled |concluded |argued |like )[a-z-]+ ){1,3}${CALLING}),? {s}(?!'s)`,
    { cue: new RegExp(`${CALLING},? P`) },
  ),
  pattern(
    'is-a',
    'P',
    '',
    `{s}(?:, K)?, (?<w>(?:an?|the|one of the) (?:(?!who |which |that |said |says |told |was |is |has |and )[a-z-]+ |[CLS] ){0,5}?${CALLING})(?=[,.]| (?:who|and|in|from|based|with|at|for|of)\\b)`,
  ),
  pattern('aged', 'P', 'K', `{s}, {o}(?=[,.](?! [DK])| of [~LC]| from )`),
  pattern(
    'is-a',
    'OQ',
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
    `{s}"?(?: [(][^)]{1,20}[)])?(?:,| is| was|, which is) (?<w>(?:a|an|one of the|the) (?:(?!same )(?!for |and |that |which |to |by |from |with |in |on )(?:[a-z0-9-]+|C) ){0,6}?(?:group|gang|actor|team|unit|crew|collective|outfit))\\b`,
  ),
]
