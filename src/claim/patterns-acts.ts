import { pattern } from './pattern.ts'
import { NOUNS } from './vocabulary.ts'

/** What somebody does in reports of attacks, in the active voice: verbs that say something only with what follows them. */
const ACTS =
  'blocked|stopped|halted|thwarted|foiled|detected|tracked|traced|analy[sz]ed|examined|studied|surveyed|scanned|launched|started|created|developed|built|designed|published|posted|sent|sends|sold|sells|bought|received|obtained|collected|stole|copied|used|uses|exploited|hacked|accessed|registered|hired|fired|sued|filed|lost|rejected|closed|cancell?ed|delayed|postponed|removed|added|introduced|updated|upgraded|implemented|installed|deployed|provided|provides|offered|offers|gave|donated|awarded|tricked|convinced|demonstrated|presented|runs|operates|manufactures|makes|develops|serves|supports|conducted|carried out|performed|joined|signed|completed|restored|recovered|replaced|rebuilt|switched|moved|migrated|transferred|wired|deposited|withdrew|sought|issued|opened|spent|invested|raised|hosted|hosts|acquired|won|arrested|extradited|prosecuted|convicted|dismantled|took down|shut down|broke into|made off with|threatened|attempted to|tried to|managed to|failed to|plans to|planned to|intends to|agreed to|decided to|refused to|promised to|began|tested|reverse[- ]engineered|identified|unveiled|rolled out|disabled|suspended|revoked|encountered|experienced|specializes in|specialises in|employs|maintains|monitors|protects|stores|processes|handles|manages'

/** What somebody did, where no predicate of its own says it. */
export const ACTED = [
  pattern(
    'did',
    'AOPCQ',
    '',
    `{s}"?(?: (?:researchers?|analysts|experts|engineers|officials|investigators|scientists|authorities))?(?: [(][^)]{1,30}[)],?)?(?:,? (?:which|who))? (?:(?:has|have|had|also|[a-z]+ly|now|then|later|since|already|even|never|just|first|still|did not|does not|has not|had not|have not|didn't|doesn't|hasn't) ){0,3}?(?<w>(?:${ACTS}) (?!(?:by|in|on|with|from|as|for|at|of|to|that|which|and|or|but) )(?:${NOUNS}|[A-Z](?:'s)? |~[a-z0-9.-]+ ){0,8}?(?:[a-z0-9-]{3,}|~[a-z0-9.-]+|[A-Z]))(?=,(?! [a-z]+-[a-z-]+ [a-z])|[.;:")]| (?:that|which|who|and|but|when|if|while|before|after|because|as|so|since|by|via|through|until|once|without|using|in|on|from|at|with|during|following|last|earlier|D|over|despite|including|where|whose|under|between)\\b|$)`,
    { clause: true },
  ),
]
