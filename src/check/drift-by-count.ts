import type { Evidence, Finding, KnowledgeEvidence } from '../model/discrepancy.ts'
import type { Link } from '../model/entity.ts'
import type { CheckContext } from '../model/stage.ts'
import { broughtIn } from './brought-in.ts'
import { countryFacts, knowledgeRow } from './countries.ts'
import { type Designated, designations } from './designations.ts'
import { nearPairs, oneEdit } from './near-words.ts'

/** Times the article's own group must be named for each time of the look-alike. */
const RATIO = 2.5

/** Evidence places that a flag shows. */
const SHOWN = 6

/** Characters between two names of one sentence that nobody lists side by side any more. */
const CLAUSE = 40

/**
 * Whether both stand in one sentence somewhere: the writer tells them apart. Two clauses of a sentence say little for a name
 * that nobody knows and that has only digits of the known one swapped.
 */
function toldApart({ sentence }: CheckContext, odd: Designated, usual: Designated, swapped: boolean): boolean {
  const sentences = Map.groupBy(usual.links, link => sentence(link.mention.start).start)
  const doubtful = swapped && odd.entity === null && usual.entity !== null
  return odd.links.some(({ mention }) =>
    sentences
      .get(sentence(mention.start).start)
      ?.some(
        other => !doubtful || Math.max(other.mention.start - mention.end, mention.start - other.mention.end) < CLAUSE,
      ),
  )
}

/** Whether the article uses another name of the look-alike's own entity: then that group is meant. */
const named = ({ links }: CheckContext, { entity, code }: Designated): boolean =>
  entity !== null &&
  links.some(
    link => link.entity?.id === entity.id && !link.mention.text.toLowerCase().replace(/\W/g, '').includes(code),
  )

/** Designations one digit (or two digits swapped) from the one that the article names again and again. */
export function* driftByCount(context: CheckContext): Generator<Finding> {
  const { knowledge, select, doc } = context
  const groups = designations(context)
  for (const [first, second] of nearPairs(groups.map(({ code }) => code))) {
    const a = groups[first]
    const b = groups[second]
    if (!a || !b || a.links.length === b.links.length) continue
    const [odd, usual] = a.links.length < b.links.length ? [a, b] : [b, a]
    const edit = oneEdit(odd.code, usual.code)
    if (edit?.kind !== 'substitute' && edit?.kind !== 'transpose') continue
    if (usual.links.length < RATIO * odd.links.length || usual.links.length < 3) continue
    if (odd.entity !== null && odd.entity.id === usual.entity?.id) continue
    if (toldApart(context, odd, usual, edit.kind === 'transpose') || named(context, odd)) continue
    if (broughtIn(context, odd.links, usual.links)) continue
    const inTitle = doc.title !== undefined && usual.links.some(({ mention }) => doc.title?.includes(mention.text))
    const evidence: Evidence[] = usual.links.slice(0, SHOWN).map((link: Link) => ({
      role: 'for',
      note: `the article names ${usual.text} here`,
      at: select(link.mention),
    }))
    const rows: KnowledgeEvidence[] = [odd, usual].flatMap(({ entity }) =>
      entity ? countryFacts(entity).map(fact => knowledgeRow(knowledge, entity, fact)) : [],
    )
    const known = odd.entity ? `${odd.text} is another group` : `No group called ${odd.text} is known`
    for (const { mention } of odd.links)
      yield {
        // A known group has a place in many an article: whether it is meant here only the reader can tell.
        ...(odd.entity && edit.kind === 'substitute' ? { severity: 'warning' as const } : {}),
        confidence: Math.min(95, (odd.entity ? 78 : 86) + (inTitle ? 6 : 0) + (edit.kind === 'transpose' ? 4 : 0)),
        at: select(mention),
        subject: odd.links[0]?.key ?? odd.code,
        message:
          `\u201c${mention.text}\u201d looks like a slip for \u201c${usual.text}\u201d, the group that this article names ` +
          `${usual.links.length} times; the two differ by ${edit.kind === 'transpose' ? 'two digits swapped' : 'one digit'}. ` +
          `${known}, and no word here brings it in on purpose.`,
        suggestion: usual.text,
        evidence,
        knowledge: rows,
      }
  }
}
