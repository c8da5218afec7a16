import { pattern } from './pattern.ts'

const NATION =
  "(?:'s)?[ -](?:(?:linked|backed|based|sponsored|state-sponsored|state-backed|state|government|government-backed|hacking|cyber|espionage|cyber-espionage|cyberespionage|threat|intelligence|military|nation-state|advanced|persistent)[ -])*(?:(?:hackers?|group|gang|actors?|apt|team|unit|crew|collective)[ ,]+)?(?:(?:known as|dubbed|called|named|the) )*<q>"

/** Who groups are, where they come from, what they use and whom they are after. */
export const GROUPS = [
  pattern('attributed-to', 'AW', 'C', `{o}${NATION}{s}`),
  pattern(
    'attributed-to',
    'AW',
    'C',
    `{s}"?<aside>,? (?:<aux>|which <aux>|a group <aux>)<w2>(?:attributed|linked|tied|connected|traced|sponsored|backed|run|operated|controlled|directed|supported|funded)(?: back)? (?:to|by|with) (?:hackers (?:in|from) |the governments? of )?<the>{o}(?! [a-z]+(?:s|ies)? (?:by|in))`,
  ),
  pattern(
    'attributed-to',
    'A',
    'C',
    `{s}"?,? (?:<aux>)?(?:a|an|the) {o}(?:[ -](?:[a-z-]+ ){0,4}?(?:group|gang|actor|unit|team|crew|operation|hackers))`,
  ),
  pattern(
    'attributed-to',
    'AW',
    'C',
    `(?:attributed|blamed|pinned|linked|traced) {s}<w4>(?:to|on) (?:hackers (?:in|from) )?<the>{o}`,
  ),
  pattern(
    'attributed-to',
    'AW',
    'C',
    `(?:linked|tied|blamed|accused|connected) {o} (?:to|for|of (?:[a-z]+ ){0,2}?) ?(?:the |being behind (?:the )?)?(?:[a-z-]+ ){0,2}?{s}`,
  ),
  pattern(
    'alias-of',
    'AW',
    'AW',
    `{s}"?,? ?[(]?(?:which <aux>|<aux>)?(?:also |previously |otherwise |formerly |better |widely |sometimes |<aux>)*(?:known|tracked|referred to|identified|dubbed|aka|a\\.k\\.a\\.|alias|called|named)(?: as)?(?: by D| by O)? (?:the |names including )?<q>{o}`,
    { list: true },
  ),
  pattern('alias-of', 'A', 'A', '{s} [(]<q>{o}<q>[)]'),
  pattern(
    'distinct-from',
    'AW',
    'AW',
    `{s}"?,?(?: [a-z]+,?){0,8} (?:distinct|different|separate|unrelated)(?: from| to) (?:[a-z-]+ ){0,8}?<q>{o}`,
    { list: true },
  ),
  pattern(
    'part-of',
    'A',
    'AO',
    `{s}"?,? (?:<aux>)?(?:a |an |the )?(?:[a-z-]+ ){0,2}?(?:subgroup|sub-group|subset|unit|division|part|offshoot|cluster|splinter group|arm|subunit|bureau) (?:of|within) (?:the )?<q>{o}`,
  ),
  pattern(
    'active-since',
    'AW',
    'D',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:<aux>)?(?:(?!that |which |this )[a-z-]+ ){0,2}?(?:active|operating|operational|operations|around|began|begun|started|emerged|running|in use)(?: (?:operating|operations|its operations))? ?(?:<w4>)?(?:since|in) (?:at least |about |around |early |late |the |as early as )*{o}`,
  ),
  pattern(
    'active-since',
    'AW',
    'D',
    `\\bsince (?:at least |about |around |as early as )*{o}, (?:the )?{s}(?: operations| activity| campaigns)? <aux>[a-z]+`,
  ),
  pattern(
    'targets',
    'AWT',
    'OCLS',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:<aux>|which <aux>|that <aux>)(?:targets|targeted|targeting|target|attacks|attacked|attacking|attack(?! (?:chain|flow|vector|surface|infrastructure|campaign|pattern))|breached|hacked|hit|compromised|struck|infected|infiltrated|disrupted|crippled|hits|breaches|spied on|focus(?:ed|es) (?:[a-z]+ ){0,2}?on|aimed at|went after|going after|sneaked into|made its way into|spread to|hitting|hacking|breaching)(?: (?:into|against|at))? (?:[a-z-]+,? ){0,4}?{o}`,
    { list: true },
  ),
  pattern(
    'targets',
    'AWPC',
    'OCLS',
    `{o}<seat>(?:'s? (?:[a-z-]+ ){0,3}?[a-z]+)? <aux>(?:hit|targeted|attacked|hacked|breached|compromised|struck|infected|affected|crippled) (?:[a-z-]+ ){0,3}?by (?:[a-z-]+ ){0,4}?<q>{s}`,
  ),
  pattern(
    'targets',
    'AW',
    'OCLS',
    `{s}"? (?:<aux>)(?:linked to|associated with|behind|carried out|launched|conducted) (?:[a-z-]+ ){0,4}?(?:operations|attacks?|campaigns?|intrusions?|breach|hack) (?:focused on|against|on|at|targeting) (?:[a-z-]+ ){0,3}?{o}`,
    { list: true },
  ),
  pattern(
    'uses',
    'A',
    'WTV',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:<aux>)(?:used|uses|using|use|deployed|deploys|deploying|leverag(?:es|ed|ing)|exploit(?:s|ed|ing)?|drop(?:s|ped)|employ(?:s|ed|ing)|install(?:s|ed)|distribut(?:es|ed|ing)|deliver(?:s|ed|ing)|spread(?:s|ing)?) (?:[a-z-]+,? ){0,5}?<q>{o}`,
    { list: true },
  ),
  pattern(
    'uses',
    'W',
    'V',
    `{s}"?(?:'s? [a-z]+)? (?:<aux>|which <aux>|that <aux>)(?:used|uses|using|leverag(?:es|ed|ing)|exploit(?:s|ed|ing)?) (?:[a-z-]+,? ){0,6}?[(]?{o}`,
    { list: true },
  ),
  pattern(
    'uses',
    'A',
    'WTV',
    `{o}[)]?,? (?:<aux>|which <aux>|a <w3>)(?:used|deployed|exploited|employed|leveraged|distributed) by (?:[a-z-]+ ){0,5}?<q>{s}`,
  ),
  pattern(
    'responsible-for',
    'ACPO',
    'O',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:<aux>)(?:claimed|denied|denies|denying|claims|admitted|took|accepted) (?:any |all |its )?(?:responsibility|involvement|credit|role)(?: for| in) (?:[a-z0-9-]+ ){0,3}?{o}(?:'s)? (?:[a-z-]+ )?(?:breach|hack|attack|attacks|leak|intrusion|incident|hacking)`,
  ),
  pattern(
    'responsible-for',
    'ACPO',
    '',
    `{s}"?(?:'s? (?:[a-z-]+ ){0,2}?[a-z]+)? (?:<aux>)(?:claimed|denied|denies|denying|claims|admitted|took|accepted) (?:any |all |its )?(?:responsibility|involvement|credit|role)(?: for| in) (?<w>(?:the |a |an )?(?:[a-z0-9-]+ ){0,4}?(?:breach|hack|attacks?|leak|intrusion|incident|hacking|campaign|outbreak))`,
  ),
]
