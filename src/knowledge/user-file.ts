import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Entity, EntityName } from '../model/entity.ts'
import { FatalError } from '../model/errors.ts'
import { sha256 } from '../model/sha256.ts'
import { systemReason } from '../model/system-error.ts'
import { slug } from '../normalise/name.ts'
import type { Table } from './tables.ts'

const TYPES = ['actor', 'malware', 'tool', 'organization', 'person', 'place', 'sector', 'campaign'] as const

const naming = z.strictObject({
  name: z.string().min(1),
  by: z.string().min(1).optional(),
  match: z.enum(['exact', 'ci', 'context']).optional(),
})
const entity = z.strictObject({
  type: z.enum(TYPES),
  name: z.string().min(1),
  id: z
    .string()
    .regex(/^[a-z]+\/[^\s/]+$/, 'an id is TYPE/NAME, like actor/apt38')
    .optional(),
  aliases: z.array(z.union([z.string().min(1), naming])).default([]),
  match: z.enum(['exact', 'ci', 'context']).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is an ISO 3166 code of two capitals')
    .optional(),
  facts: z
    .array(
      z.strictObject({
        predicate: z.string().min(1),
        value: z.string().min(1),
        confidence: z.int().min(0).max(100).optional(),
      }),
    )
    .default([]),
})
/** The shape of a user's own file of entities; also published as a JSON Schema. */
export const userFile = z.strictObject({ entities: z.array(entity) })

/**
 * Reads a user's own entities (YAML or JSON) as a table whose source is the file.
 * @throws FatalError (2) naming the file, the line and the key that does not fit.
 */
export function readUserFile(file: string): Table {
  const text = readText(file)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const broken = document.errors[0]
  if (broken) throw new FatalError(`${file}: line ${lines.linePos(broken.pos[0]).line}: ${broken.message}`, 2)
  const parsed = userFile.safeParse(document.toJS())
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue?.path ?? []
    // A key that should not be there is named in the issue; the line is that of the nearest thing that exists.
    const key = [...path, ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String)
    const line = lines.linePos(positionOf(document, key)).line
    throw new FatalError(`${file}: line ${line}: ${key.join('.') || 'the file'}: ${issue?.message ?? 'malformed'}`, 2)
  }
  const source = `user:${basename(file)}`
  const sha = sha256(text)
  return {
    kb: sha.slice(0, 8),
    sources: [{ id: source, ref: `${basename(file)} (sha256 ${sha.slice(0, 12)})`, licence: 'user' }],
    entities: parsed.data.entities.map(item => entityOf(item, source)),
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new FatalError(`${file}: ${systemReason(error)}`, 2, { cause: error })
  }
}

function positionOf(document: ReturnType<typeof parseDocument>, path: readonly string[]): number {
  for (let length = path.length; length >= 0; length--) {
    const keys = path.slice(0, length).map(key => (/^\d+$/.test(key) ? Number(key) : key))
    const node = (length === 0 ? document.contents : document.getIn(keys, true)) as Node | null | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

function entityOf(item: z.infer<typeof entity>, source: string): Entity {
  const named = (text: string, by?: string, match = item.match): EntityName => ({
    text,
    ...(by === undefined ? {} : { by }),
    sources: [source],
    // What a user lists is meant: only short names and single words keep their capitals.
    match: match ?? (/[\s-]/.test(text) ? 'ci' : 'exact'),
  })
  const aliases = item.aliases.map(alias =>
    typeof alias === 'string' ? named(alias) : named(alias.name, alias.by, alias.match),
  )
  const country = item.country === undefined ? [] : [{ predicate: 'country', value: item.country, source }]
  return {
    id: item.id ?? `${item.type}/${slug(item.name)}`,
    type: item.type,
    name: item.name,
    names: [named(item.name), ...aliases],
    facts: [
      ...country,
      ...item.facts.map(({ predicate, value, confidence }) => ({
        predicate,
        value,
        source,
        ...(confidence === undefined ? {} : { confidence }),
      })),
    ],
    ids: {},
  }
}
