import type { Finding } from '../model/discrepancy.ts'
import type { Entity, Link } from '../model/entity.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { countryRows, namedActors, nameRow, readings, tied } from './actor-names.ts'
import { type AliasList, aliasLists } from './alias-lists.ts'
import { linked } from './by-type.ts'
import { knowledgeRow } from './countries.ts'
import { NONE } from './once.ts'

/** Names an entry must have before the lack of a tie to another one means anything. */
const ESTABLISHED = 3

/** A name and everything that it may name. */
interface Named {
  readonly link: Link
  readonly entities: readonly Entity[]
}

/** The countries to which the sources attribute any reading of a name. */
const countriesOf = ({ entities }: Named): ReadonlySet<string> =>
  new Set(countryRows(entities).map(({ fact }) => fact.value))

/** Whether two names cannot be one: attributed to different countries, or both with other names and no tie between them. */
function apart({ knowledge }: CheckContext, one: Named, other: Named): 'country' | 'names' | undefined {
  if (one.entities.length === 0 || other.entities.length === 0 || tied(knowledge, one.entities, other.entities))
    return undefined
  const here = countriesOf(one)
  const there = countriesOf(other)
  if (here.size > 0 && there.size > 0 && ![...here].some(iso2 => there.has(iso2))) return 'country'
  // An entry without other names says nothing of aliases: TA402 is Molerats, though the sources never put the two together.
  const established = ({ entities }: Named): boolean => entities.some(({ names }) => names.length >= ESTABLISHED)
  return established(one) && established(other) ? 'names' : undefined
}

/** Flags `wrong` for standing in a list with `right`. */
function finding(context: CheckContext, wrong: Named, right: readonly Named[], why: 'country' | 'names'): Finding {
  const { knowledge, select } = context
  const [first] = right
  const named = right.map(({ link }) => `\u201c${link.mention.text}\u201d`).join(', ')
  const all = [wrong, ...(first ? [first] : [])]
  return {
    confidence: why === 'country' ? 95 : 80,
    at: select(wrong.link.mention),
    subject: wrong.link.key,
    message:
      `The article makes \u201c${wrong.link.mention.text}\u201d and ${named} names of one thing, but no source of the knowledge base ties ` +
      `them together${why === 'country' ? ', and they are attributed to different countries' : ''}.`,
    evidence: right.map(({ link }) => ({ role: 'for', note: 'named as the same', at: select(link.mention) })),
    knowledge: all.flatMap(({ entities }) => [
      ...entities.slice(0, 1).map(entity => nameRow(knowledge, entity)),
      ...countryRows(entities).map(({ entity, fact }) => knowledgeRow(knowledge, entity, fact)),
    ]),
  }
}

function* ofList(context: CheckContext, { first, others }: AliasList, type: 'actor' | 'malware'): Generator<Finding> {
  const named = (link: Link): Named => ({ link, entities: readings(context.knowledge, link, type) })
  const one = named(first)
  const rest = others.map(named)
  const untied = rest.flatMap(other => {
    const why = apart(context, one, other)
    return why ? [{ other, why }] : []
  })
  // Two or more other names that agree with one another outvote the first.
  const [witness, ...more] = untied
  if (
    witness &&
    more.length > 0 &&
    untied.length === rest.length &&
    more.every(({ other }) => !apart(context, witness.other, other))
  )
    yield finding(context, one, rest, witness.why)
  else for (const { other, why } of untied) yield finding(context, other, [one], why)
}

function* findings(context: CheckContext, type: 'actor' | 'malware', names: readonly Link[]): Generator<Finding> {
  for (const list of aliasLists(context.text, names)) yield* ofList(context, list, type)
}

/** Another group's name is given as an alias. */
export const aliasConflict: Check = {
  id: 'alias-conflict',
  severity: 'error',
  title: 'Another group\u2019s or malware\u2019s name is given as an alias',
  why:
    'Catches \u201cA, also known as B\u201d where the knowledge base has both names, and none of its sources ties them together. Wrong when the ' +
    'alias is newer than the knowledge base, or a word names something else here.',
  examples: {
    flagged: [
      'The attack came from Fancy Bear (also known as [[APT33]]).',
      'Pawn Storm ([[HIDDEN COBRA]], Sofacy), of Russia, was seen.',
      'A group known as APT28 or [[APT39]] did it.',
      'The group [[Reaper]] (aka Pawn Storm, Sofacy, Strontium and Sednit) wrote it.',
      'Emotet, also known as [[TrickBot]], spreads by mail.',
      'Hackers of APT10 (tracked by some vendors as [[Helix Kitten]]) are back.',
    ],
    clean: [
      'Fancy Bear, also known as APT28, Sofacy and Pawn Storm, was seen.',
      'APT28 and APT29 both broke in. So did APT33 or APT39.',
      'Lazarus (also known as HIDDEN COBRA) and Sandworm were named.',
      'njRAT, also known as Bladabindi, spreads by mail.',
      'APT38, which some tie to Lazarus Group, is from North Korea.',
    ],
  },
  run: context => {
    const actors = namedActors(context)
    const malware = linked(context, 'malware')
    return actors.length < 2 && malware.length < 2
      ? NONE
      : [...findings(context, 'actor', actors), ...findings(context, 'malware', malware)]
  },
}
