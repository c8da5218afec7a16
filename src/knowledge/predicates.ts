import type { MentionType } from '../model/mention.ts'

/**
 * How two values of a predicate are compared: `entity` by what they name, `interval` as ranges of numbers (money also by
 * currency), `days` as ranges of days, `words` by the folded words.
 */
export type Comparison = 'entity' | 'interval' | 'days' | 'words'

/** What a claim of one kind says, and when two such claims contradict each other. */
export interface Predicate {
  /** kebab-case; `Claim.predicate`. */
  readonly id: string
  /** Reads between subject and object: "APT38 {is attributed to} North Korea". */
  readonly phrase: string
  readonly subject: readonly MentionType[]
  readonly object: readonly (MentionType | 'words')[]
  /** One subject has one value within the scope: two values that do not agree dispute each other. */
  readonly single: boolean
  readonly compare: Comparison
  /** What the number counts. */
  readonly unit?: string
  /** What else must be the same before two values may be compared. */
  readonly scope: 'always' | 'time' | 'event'
}

type Types = Predicate['subject']
const WHO: Types = ['actor', 'malware', 'tool', 'organization', 'person', 'country', 'place']
const VICTIM: Types = ['organization', 'person', 'country', 'place', 'sector']
const GROUP: Types = ['actor', 'malware', 'tool']
const FLAW: Types = ['cve']
const MAKER: Types = ['organization', 'person']

type Rest = Pick<Predicate, 'compare' | 'scope'> & Partial<Predicate>
const entry = (id: string, phrase: string, subject: Types, object: Predicate['object'], rest: Rest): Predicate => ({
  id,
  phrase,
  subject,
  object,
  single: false,
  ...rest,
})
const names = { compare: 'entity', scope: 'always' } as const
const event = { compare: 'interval', scope: 'event' } as const
const sum = { ...event, unit: 'currency' } as const
const day = { compare: 'days', scope: 'event' } as const

/** Every predicate errata knows. Single-valued are only those of which a subject has one for good. */
export const PREDICATES: readonly Predicate[] = [
  entry('attributed-to', 'is attributed to', GROUP, ['country'], { ...names, single: true }),
  entry('alias-of', 'is also called', GROUP, GROUP, names),
  entry('distinct-from', 'is distinct from', GROUP, GROUP, names),
  entry('part-of', 'is part of', GROUP, ['actor', 'organization'], names),
  entry('active-since', 'has been active since', GROUP, ['date'], { compare: 'days', scope: 'always', single: true }),
  entry('targets', 'targets', WHO, [...VICTIM, 'tool', 'words'], { compare: 'entity', scope: 'time' }),
  entry('uses', 'uses', WHO, ['malware', 'tool', 'cve'], { compare: 'entity', scope: 'time' }),
  entry('responsible-for', 'is responsible for', WHO, ['organization', 'words'], { compare: 'words', scope: 'event' }),
  entry('suffered', 'suffered', VICTIM, ['words'], { compare: 'words', scope: 'event' }),
  entry('attacked-by', 'was attacked by', VICTIM, ['words'], { compare: 'words', scope: 'event' }),
  entry('impersonated-by', 'was impersonated by', VICTIM, ['words'], { compare: 'words', scope: 'event' }),
  entry('leaked', 'leaked', WHO, ['words'], { compare: 'words', scope: 'event' }),
  entry('does', 'is able to', [...GROUP, 'cve'], ['words'], { compare: 'words', scope: 'always' }),
  entry('spreads-by', 'spreads', GROUP, ['words'], { compare: 'words', scope: 'always' }),
  entry('victims-count', 'has this number of victims', WHO, ['count'], { ...event, unit: 'victims' }),
  entry('countries-count', 'reached this number of countries', WHO, ['count'], { ...event, unit: 'countries' }),
  entry('records-exposed', 'had this many records exposed', VICTIM, ['count'], { ...event, unit: 'records' }),
  entry('data-exposed', 'had this exposed', VICTIM, ['words'], { compare: 'words', scope: 'event' }),
  entry('stole', 'stole', WHO, ['money'], sum),
  entry('loss', 'lost', VICTIM, ['money'], sum),
  entry('ransom-demanded', 'saw a ransom demanded of', WHO, ['money'], sum),
  entry('ransom-paid', 'paid a ransom of', VICTIM, ['money'], sum),
  entry('fine', 'was fined', VICTIM, ['money'], sum),
  entry('price', 'costs', [...GROUP, 'organization'], ['money'], sum),
  entry('occurred-on', 'was attacked on', VICTIM, ['date'], day),
  entry('discovered-on', 'discovered it on', [...VICTIM, ...GROUP, 'cve'], ['date'], day),
  entry('disclosed-on', 'made it known on', [...VICTIM, 'cve'], ['date'], day),
  entry('patched-on', 'was patched, or patched it, on', [...FLAW, 'organization'], ['date'], day),
  entry('discovered-by', 'was discovered by', [...FLAW, ...GROUP], MAKER, names),
  entry('fixed-by', 'was fixed by', FLAW, ['organization'], names),
  entry('fixed-in', 'was fixed in version', FLAW, ['count'], { compare: 'interval', scope: 'always' }),
  entry('affects', 'affects', [...FLAW, ...GROUP], ['organization', 'tool', 'words'], names),
  entry('has-flaw', 'has the flaw', ['organization', 'tool'], ['words'], { compare: 'words', scope: 'always' }),
  entry('exploited', 'was exploited', FLAW, ['words'], { compare: 'words', scope: 'event' }),
  entry('severity-score', 'has the score', FLAW, ['count'], {
    compare: 'interval',
    scope: 'always',
    unit: 'CVSS 0 to 10',
    single: true,
  }),
  entry('charged', 'was charged by, on or with', ['person'], ['organization', 'country', 'date', 'words'], names),
  entry('arrested', 'was arrested in or on', ['person'], ['place', 'country', 'date'], names),
  entry('sentenced', 'was sentenced to', ['person'], ['duration'], { compare: 'entity', scope: 'event' }),
  entry('aged', 'is this old', ['person'], ['count'], { compare: 'interval', scope: 'time', unit: 'years' }),
  entry('acquired', 'acquired', ['organization'], ['organization'], names),
  entry('owns', 'owns', ['organization'], ['organization'], names),
  entry('employs', 'employs', ['organization', 'country', 'place'], ['person'], names),
  entry('is-a', 'is', [...GROUP, 'organization', 'person', 'cve'], ['words'], { compare: 'words', scope: 'always' }),
  entry('size', 'has this many staff, users or customers', ['organization'], ['count'], {
    compare: 'interval',
    scope: 'time',
  }),
  entry('found', 'found', MAKER, ['words'], { compare: 'words', scope: 'event' }),
  entry('fixed', 'fixed', ['organization'], ['words'], { compare: 'words', scope: 'event' }),
  entry('warned-of', 'warned of', MAKER, ['words'], { compare: 'words', scope: 'event' }),
  entry('released', 'released', ['organization'], ['words'], { compare: 'words', scope: 'event' }),
  entry('investigates', 'investigates', MAKER, ['words'], { compare: 'words', scope: 'event' }),
  entry('notified', 'notified', VICTIM, ['organization', 'words'], { compare: 'words', scope: 'event' }),
  entry('advises', 'advises', MAKER, ['words'], { compare: 'words', scope: 'event' }),
  entry('did', 'did', WHO, ['words'], { compare: 'words', scope: 'event' }),
  entry('works-with', 'works with', VICTIM, ['organization'], { compare: 'entity', scope: 'time' }),
  entry('countered-by', 'took the measure', VICTIM, ['words'], { compare: 'words', scope: 'event' }),
  entry('located-in', 'is in', ['organization', 'place'], ['country', 'place'], names),
  entry('said', 'said', WHO, ['words'], { compare: 'words', scope: 'event' }),
]

const byId = new Map(PREDICATES.map(predicate => [predicate.id, predicate]))

/** The entry of a predicate. @throws RangeError when the catalogue has none. */
export function predicateOf(id: string): Predicate {
  const found = byId.get(id)
  if (!found) throw new RangeError(`no predicate ${id} in the catalogue`)
  return found
}
