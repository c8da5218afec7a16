import { pattern } from './pattern.ts'
import { ATTACK, NOUNS } from './vocabulary.ts'

const PEOPLE =
  '(?:customers|users|patients|employees|clients|members|staff|victims|police|authorities|law enforcement|individuals|people|residents|regulators?|students|subscribers|parents|investors|shareholders|consumers|account holders|passengers|guests|applicants)'
const ASSETS =
  '(?:systems?|networks?|servers?|computers?|websites?|web ?sites?|sites?|accounts?|passwords?|services?|tokens?|apps?|access|devices|pages?|domains?|e-?mail|operations|feature|certificates?|database|botnet|extensions?|software|portal|pcs|logins|sessions|phones|infrastructure|internet|traffic|connections?|machines|file|files|data|transactions|withdrawals|deposits|trading|platform)'
/** What may stand between a name and its verb. */
const PAUSE = '(?: [(][^)]{1,30}[)])?(?:, [^"A-Z]{1,70}?,)?'
const END =
  '(?=[.,;:")]| (?:that|which|and|but|when|if|while|before|after|because|as|so|since|until|to|of|in|on|from|for|by|following|D|with|at)\\b|$)'

/** What victims, makers and authorities do about an attack, and who owns whom. */
export const RESPONSES = [
  pattern(
    'investigates',
    'OQ',
    '',
    `{s}(?: (?:officials|leaders|administrators|spokes(?:man|woman|person)))?${PAUSE}<it> (?:<aux>)(?:investigating|investigates?|investigated|looking into|probing|(?:launched|opened|begun|began|started|conducting|initiated) (?:an?|its own|the) (?:[a-z-]+ ){0,2}?(?:investigation|inquiry|probe|review) (?:into|of)) (?<w>(?:the |an? |this |these |reports? of |claims? of |how )?(?:${NOUNS}|[OLCD](?:'s)? ){0,5}?(?:${ATTACK}|matter|case|situation|theft|claims|issue|allegations|reports|hacking|attempt))\\b`,
  ),
  pattern(
    'notified',
    'OLQ',
    '',
    `{s}(?: (?:officials|leaders|administrators|spokes(?:man|woman|person)))?${PAUSE}<it> (?:<aux>)(?:notified|notifying|informed|informing|alerted|alerting|contacted|contacting|emailed|emailing|sent (?:letters|notices|e-?mails|notifications) to) (?<w>(?:the |all |its |their |those |any |some |local |state |federal |more than |about |N |K )*(?:${NOUNS}){0,4}?${PEOPLE})\\b`,
  ),
  pattern(
    'notified',
    'OLQ',
    'O',
    `{s}(?: (?:officials|leaders|administrators|spokes(?:man|woman|person)))?${PAUSE}<it> (?:<aux>)(?:notified|notifying|informed|informing|alerted|alerting|contacted|reported (?:it|the (?:[a-z]+ ){0,3}?${ATTACK}|this|the matter) to|filed a complaint with) (?:the )?{o}(?!'s? (?:users|customers|staff)| (?:users|customers))`,
    { list: true },
  ),
  pattern(
    'countered-by',
    'OLQ',
    '',
    `{s}(?: (?:officials|leaders|administrators|spokes(?:man|woman|person)))?${PAUSE}<it> (?:<aux>)(?<w>(?:shut down|shut off|took down|taken down|disabled|suspended|reset|resetting|revoked|blocked|removed|pulled|barred|disconnected|isolated|restored|took offline|taken offline|turned off|locked down|invalidated|banned|deactivated|shuttered|froze|frozen|halted|restricted|changed|secured|seized) (?:(?:all|the|its|their|those|some|a|an|off|more than|about|affected|of) ){0,4}(?:${NOUNS}|[OTKN](?:'s)? |~[a-z0-9-]+ ){0,4}?${ASSETS}(?: offline)?)${END}`,
  ),
  pattern(
    'countered-by',
    'OLQ',
    '',
    `{s}(?: (?:officials|leaders|administrators|spokes(?:man|woman|person)))?${PAUSE}<it> (?:<aux>)(?<w>(?:offering|offered|offers|providing|provided) (?:(?:${NOUNS}|[a-z-]+, |D |U ){0,6}?)(?:credit|identity)[a-z -]{0,30}(?:monitoring|protection|services|restoration|insurance|repair))`,
  ),
  pattern(
    'advises',
    'OP',
    '',
    `{s}(?: (?:officials|leaders|administrators|spokes(?:man|woman|person)))?(?: [(][^)]{1,30}[)])?(?:, [^"A-Z]{1,70}?,)? (?:<aux>)(?:advis(?:es|ed|ing)|urg(?:es|ed|ing)|recommend(?:s|ed|ing)|encourag(?:es|ed|ing)|asked|asking|instructed|told) (?<w>(?:all |its |any |affected |the |that |those )*(?:${NOUNS}){0,4}?(?:${PEOPLE}|administrators|companies|organi[sz]ations|businesses|banks|owners|anyone|everyone|firms|the public|developers|admins)(?: [a-z-]+){0,5}? (?:to |should |must )?(?!said|says|told)(?:[a-z-]+)(?: (?:${NOUNS}){0,7}?[a-z-]+)?)(?=[.,;:"]| (?:that|which|and|but|when|if|while|before|after|because|as|so|since)\\b)`,
    { cue: / to | should | must / },
  ),
  pattern(
    'works-with',
    'OLQ',
    'O',
    `{s}${PAUSE}<it> (?:<aux>)(?:(?:working|worked|works|work|collaborat(?:ed|ing|es)|partner(?:ed|ing|s)|cooperat(?:ed|ing|es)|teamed up|coordinat(?:ed|ing)) (?:closely |together |diligently )?(?:with|alongside)|hired|enlisted|engaged|called in|retained|brought in) (?:the |law enforcement |cybersecurity firm |security firm |experts from |researchers (?:at|from) )*{o}(?!'s? (?:users|customers)|-)`,
    { list: true },
  ),
  pattern('owns', 'OQ', 'OQ', `{s}(?:-owned  |'s subsidiary,? |'s (?:[a-z-]+ ){0,2}?subsidiary,? ){o}(?!')`, {
    cue: /-owned|subsidiary/,
  }),
  pattern(
    'owns',
    'OQ',
    'OQ',
    `{o},? (?:which is |is |was |a |an )?(?:(?:[a-z-]+ ){0,5}?)(?:owned by|subsidiary of|division of|unit of|brand of) (?:the )?(?:${NOUNS}){0,3}?{s}(?!')`,
  ),
  pattern(
    'owns',
    'OQ',
    'OQ',
    `{s},? (?:which owns|(?:the |a )?(?:owner|parent company|parent|operator) of|which operates) (?:the )?{o}(?!')`,
    { cue: /\bown|parent|operat/ },
  ),
  pattern('owns', 'OQ', 'OQ', `{o}(?:'s|,) (?:whose )?(?:parent company|parent firm|owner|parent),? (?:is )?{s}(?!')`),
]
