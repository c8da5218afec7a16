import { disagreements } from '../../knowledge/disagreements.ts'
import { loadKnowledge } from '../../knowledge/load.ts'
import type { Entity, EntityName, Fact } from '../../model/entity.ts'
import { EXIT } from '../../model/errors.ts'
import type { Candidate, Knowledge } from '../../model/stage.ts'
import { jsonLine } from '../../report/flag-json.ts'
import { print } from '../output.ts'
import { knowledgeFiles, type Options } from '../spec.ts'

/** `errata knowledge lookup`: every entity that bears the name, and who says what of it. Returns the exit code. */
export async function knowledgeLookup(name: string, options: Options): Promise<number> {
  const knowledge = await loadKnowledge(knowledgeFiles(options))
  const rows = knowledge.candidates(name)
  const byId = knowledge.get(name)
  // Whose own name it is comes first.
  const own = new Set(rows.filter(row => row.name.text === row.entity.name).map(row => row.entity))
  const bearers = new Set([...(byId ? [byId] : []), ...rows.map(({ entity }) => entity)])
  const rank = (entity: Entity): number => (own.has(entity) ? 0 : 1)
  const entities = [...bearers].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
  const near = entities.length > 0 ? [] : await nearest(name, knowledge)
  if (options['format'] === 'json')
    await print(
      jsonLine({
        name,
        version: knowledge.version,
        ...(near.length > 0 ? { near: near.map(({ entity, name }) => ({ id: entity.id, name: name.text })) } : {}),
        entities: entities.map(entity => ({ ...entity, disagreements: disagreements(entity, knowledge) })),
      }),
    )
  else if (entities.length === 0)
    process.stderr.write(
      `errata: no entry of the knowledge base ${knowledge.version} is called "${name}"${near.length > 0 ? `; near it: ${near.map(({ entity, name }) => `${name.text} (${entity.id})`).join(', ')}` : ''}\n`,
    )
  else
    await print(
      `${entities.map(entity => describe(entity, own.has(entity) ? undefined : rows.find(row => row.entity === entity)?.name, knowledge)).join('\n\n')}\n`,
    )
  return EXIT.done
}

/** Names that are suggested for one that nobody bears. */
const SUGGESTED = 5

const nearest = async (name: string, knowledge: Knowledge): Promise<Candidate[]> =>
  (await import('../../knowledge/similar.ts')).similar(name, knowledge.names(), SUGGESTED)

/** One entity for a person to read: the alias that led to it, names, statements by predicate, disagreements, ids. */
function describe(entity: Entity, alias: EntityName | undefined, knowledge: Knowledge): string {
  const asked = alias === undefined ? '' : `: "${alias.text}" is a name for it [${sayers(alias)}]`
  const lines = [`${entity.name}  (${entity.id})${asked}`]
  section(
    lines,
    'names',
    entity.names.map(row => `${row.text}  [${sayers(row)}]${row.match === 'context' ? '  only beside a cue' : ''}`),
  )
  const rows = Map.groupBy(entity.facts, ({ predicate }) => predicate)
  for (const [predicate, facts] of rows)
    section(
      lines,
      predicate,
      [...Map.groupBy(facts, ({ value }) => value)].map(
        ([value, said]) => `${shown(value, predicate, knowledge)}  [${said.map(why).join('; ')}]`,
      ),
    )
  section(
    lines,
    'disagreements',
    disagreements(entity, knowledge).map(({ text }) => text),
  )
  section(
    lines,
    'ids',
    Object.entries(entity.ids).map(([source, id]) => `${source} ${id}`),
  )
  return lines.join('\n')
}

function section(lines: string[], title: string, rows: readonly string[]): void {
  if (rows.length > 0) lines.push(`  ${title}`, ...rows.map(row => `    ${row}`))
}

/** "Microsoft; misp, attack": who uses the name, and which sources say so. */
const sayers = ({ by, sources }: EntityName): string => [...(by ? [by] : []), sources.join(', ')].join('; ')

const why = ({ source, basis, confidence }: Fact): string =>
  [source, ...(basis ? [basis] : []), ...(confidence === undefined ? [] : [`${confidence}%`])].join(', ')

/** A fact's value in words: the name behind an entity id or country code. */
function shown(value: string, predicate: string, knowledge: Knowledge): string {
  const other = knowledge.get(predicate === 'country' ? `country/${value.toLowerCase()}` : value)
  if (!other) return value
  return predicate === 'country' ? `${other.name} (${value})` : `${other.name} (${other.id})`
}
