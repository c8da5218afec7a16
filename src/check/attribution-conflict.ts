import type { Finding } from '../model/discrepancy.ts'
import type { Entity, Link } from '../model/entity.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { countryRows, namedActors, readings } from './actor-names.ts'
import { countryName, knowledgeRow } from './countries.ts'
import { NONE } from './once.ts'

const BACKED =
  '(?:state|government|nation|military|intelligence|linked|based|backed|sponsored|aligned|affiliated|supported|funded|nexus|run|origin|hacking|hackers?|cyber|cyberespionage|cyber-espionage|espionage|threat|advanced|persistent|notorious|infamous|elite|prolific|so-called|apt|spies|spy|intelligence)'
const GROUP = '(?:hackers?|groups?|gangs?|actors?|teams?|collective|units?|operators?|crew|outfit|apt)'
const CALLED =
  '(?:,?\\s*(?:(?:widely|also|better|commonly|that\\s+is|which\\s+is)\\s+)?(?:known|tracked|referred\\s+to|identified|designated|dubbed|called|named|nicknamed)(?:\\s+as)?|,?\\s*(?:of|like|such\\s+as|including))'

/** "Russian hacking group known as", "China-based", "Iran's": between a country and the actor it is said to stand behind. */
const BEFORE = new RegExp(
  `^(?:['\\u2019]s)?[\\s-]+(?:${BACKED}[\\s-]+){0,6}(?:${GROUP}\\b\\s*)?(?<called>${CALLED})?\\s*(?:the\\s+)?["'\\u201c\\u2018(*_[]*$`,
  'i',
)

/** "hackers", "spy group" as the last of some words. */
const ENDS_IN_GROUP = new RegExp(`\\b(?:${GROUP}|spies)\\s*$`, 'i')
/** "a group in", "hackers from" before a country. */
const GROUP_IN = new RegExp(`\\b(?:${GROUP}|spies)\\s+(?:based\\s+)?(?:in|from|of|out\\s+of)\\s+(?:the\\s+)?$`, 'i')

/** Verbs that call somebody something, without "as": "a group called APT28", but also "The group called APT28 a danger". */
const CALLS = /(?:identified|designated|dubbed|called|named|nicknamed)\s*(?:the\s+)?["'\u201c\u2018(*_[]*$/i
/** Behind an actor: what somebody calls it. */
const CALLED_SO = /^["'\u201d\u2019*_\])]*\s+(?:as|an?|the|its|his|their|one|\W*["'\u201c\u2018])(?:\b|(?<=\W))/i

/** Whether a country is said to stand behind the actor that follows it: whoever only speaks of a group is no group. */
function standsBehind(text: string, place: Span, actor: Span): boolean {
  const gap = BEFORE.exec(text.slice(place.end, actor.start))
  if (!gap) return false
  const called = gap.groups?.['called']
  if (called === undefined) return true
  return (
    (ENDS_IN_GROUP.test(gap[0].slice(0, gap[0].lastIndexOf(called))) ||
      GROUP_IN.test(text.slice(Math.max(0, place.start - 40), place.start))) &&
    !(CALLS.test(called) && CALLED_SO.test(text.slice(actor.end, actor.end + 12)))
  )
}

/** ", a Russian", "is linked to", "from": between an actor and the country that is said to stand behind it. */
const AFTER = new RegExp(
  `^["'\\u201d\\u2019*_\\])]*\\s*(?:${GROUP}\\b)?["'\\u201d\\u2019]*(?:` +
    `,?\\s+(?:is\\s+|was\\s+|are\\s+)?an?\\s+(?:(?:well-known|notorious|infamous|prolific|sophisticated|suspected|known|alleged|major)\\s+){0,2}|` +
    `,?\\s+(?:(?:which|who|that)\\s+)?(?:(?:is|are|was|were|has\\s+been|have\\s+been)\\s+)?(?:(?:widely|allegedly|reportedly|also|previously|publicly)\\s+)?(?:(?:believed|thought|said|known|suspected|assessed)\\s+to\\s+be\\s+)?(?:linked|tied|attributed|connected|associated)\\s+(?:to|with)\\s+(?:the\\s+)?|` +
    `,?\\s+(?:(?:which|that)\\s+)?(?:(?:is|are)\\s+)?based\\s+(?:in|out\\s+of)\\s+|` +
    `\\s+from\\s+)$`,
  'i',
)

/** What must follow the nationality when it stands after the actor ("a Russian hacking group", not "a Russian bank"). */
const STANDS_FOR = new RegExp(
  `^(?:-(?:linked|based|backed|sponsored|aligned|nexus)|(?:['\\u2019]s)?\\s+(?:${BACKED}[\\s-]+){0,5}(?:${GROUP}|government|regime|intelligence|military|state)\\b|\\s*[.,;)])`,
  'i',
)

/** China and its special regions do not contradict one another. */
const SAME = new Map([
  ['HK', 'CN'],
  ['MO', 'CN'],
])

const isoOf = (link: Link): string => {
  const iso2 = link.key.slice('country/'.length).toUpperCase()
  return SAME.get(iso2) ?? iso2
}

/** Pairs of a country and an actor of which the text says that one stands behind the other. */
function* pairs(context: CheckContext): Generator<readonly [Link, Link]> {
  const { text, links } = context
  const places = links.filter(({ key }) => key.startsWith('country/'))
  const actors = namedActors(context)
  const relevant = [...places, ...actors].sort((a, b) => a.mention.start - b.mention.start)
  for (let index = 0; index + 1 < relevant.length; index++) {
    const first = relevant[index]
    const second = relevant[index + 1]
    if (!first || !second || second.mention.start - first.mention.end > 80) continue
    const gap = text.slice(first.mention.end, second.mention.start)
    if (
      first.mention.type !== 'actor' &&
      second.mention.type === 'actor' &&
      standsBehind(text, first.mention, second.mention)
    )
      yield [first, second]
    if (
      first.mention.type === 'actor' &&
      second.mention.type !== 'actor' &&
      AFTER.test(gap) &&
      STANDS_FOR.test(text.slice(second.mention.end, second.mention.end + 80))
    )
      yield [second, first]
  }
}

/** Evidence places that a flag shows. */
const SHOWN = 4

/** Where a document first names one of some countries; looked for once for each set of them. */
function countriesOf({ links }: CheckContext): (countries: ReadonlySet<string>) => readonly Link[] {
  const places = new Map<string, readonly Link[]>()
  return countries => {
    const key = [...countries].sort().join(' ')
    const known = places.get(key)
    if (known) return known
    const found = links.filter(link => link.key.startsWith('country/') && countries.has(isoOf(link))).slice(0, SHOWN)
    places.set(key, found)
    return found
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  const { knowledge, select } = context
  const within = countriesOf(context)
  for (const [place, actor] of pairs(context)) {
    const rows = countryRows(readings(knowledge, actor))
    const known = new Set(rows.map(({ fact }) => SAME.get(fact.value) ?? fact.value))
    const said = isoOf(place)
    if (known.size === 0 || known.has(said)) continue
    const theirs = [...known].map(iso2 => countryName(knowledge, iso2)).join(' or ')
    const fitting = within(known)
    yield {
      confidence: fitting.length > 0 ? 95 : 90,
      at: select(place.mention),
      subject: actor.key,
      message:
        `The article ties ${actor.mention.text} to ${countryName(knowledge, said)} (\u201c${place.mention.text}\u201d), ` +
        `but the knowledge base attributes the group to ${theirs}.`,
      evidence: [
        { role: 'for', note: 'the group', at: select(actor.mention) },
        ...fitting.map(link => ({
          role: 'for' as const,
          note: `the article names ${theirs} here`,
          at: select(link.mention),
        })),
      ],
      knowledge: rows.map(({ entity, fact }: { entity: Entity; fact: Entity['facts'][number] }) =>
        knowledgeRow(knowledge, entity, fact),
      ),
    }
  }
}

/** An actor is tied to a country that no source attributes it to. */
export const attributionConflict: Check = {
  id: 'attribution-conflict',
  severity: 'error',
  title: 'A group is tied to a country that no source attributes it to',
  why:
    'Catches a nationality right beside a group\u2019s name (\u201cthe Iranian group APT38\u201d) that none of the knowledge base\u2019s sources gives ' +
    'that group. Wrong when the article reports a new attribution, or the nationality belongs to something else.',
  examples: {
    flagged: [
      'The [[Iranian]] hacking group known as Fancy Bear sent the mails.',
      'Research ties the campaign to [[Russia-based]] APT10.',
      'It was APT28, a [[Chinese]] hacking group.',
      'The Lazarus Group, based in [[Iran]], robs banks.',
      'Kimsuky, which is believed to be linked to [[China]], sent mails.',
      'The mails came from a group in [[Iran]] known as Fancy Bear.',
    ],
    clean: [
      'The Russian hacking group known as Fancy Bear sent the mails.',
      'North Korea\u2019s Lazarus and China-based APT10 were named.',
      'The Lazarus Group, based in North Korea, robbed Acme, based in Iran.',
      'Iranian banks said APT38 robbed them. APT28 hit a German bank.',
      'The British firm behind the report calls it APT33.',
      'Prosecutors in Germany identified APT28 as the culprit. The agency in Canberra named Volt Typhoon.',
      'The Chinese embassy in Washington called Volt Typhoon “a ransomware gang”. Britain named APT28 again.',
    ],
  },
  run: context => (namedActors(context).length === 0 ? NONE : findings(context)),
}
