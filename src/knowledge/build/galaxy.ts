import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { FatalError } from '../../model/errors.ts'

/** Largest unpacked source file: ATT&CK enterprise as a whole is some 50 MB. */
const MAX_BYTES = 1 << 28

/** An entry of a MISP galaxy cluster, as far as errata reads it. Numbers stand where strings are due in some clusters. */
const word = z.union([z.string(), z.number()]).transform(String)
const words = z.union([z.array(word), word.transform(one => [one])])
export const clusterEntry = z.object({
  value: z.string().min(1),
  uuid: z.string().min(1),
  meta: z.record(z.string(), z.unknown()).default({}),
  related: z
    .array(z.object({ 'dest-uuid': z.string(), type: z.string(), tags: z.array(z.string()).optional() }))
    .default([]),
})
export type ClusterEntry = z.infer<typeof clusterEntry>

/** A STIX 2.1 object, as far as errata reads it. */
export const stixObject = z.object({
  type: z.string(),
  id: z.string().includes('--'),
  name: z.string().optional(),
  description: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  x_mitre_aliases: z.array(z.string()).optional(),
  revoked: z.boolean().optional(),
  x_mitre_deprecated: z.boolean().optional(),
  relationship_type: z.string().optional(),
  source_ref: z.string().optional(),
  target_ref: z.string().optional(),
  first_seen: z.string().optional(),
  last_seen: z.string().optional(),
  external_references: z
    .array(
      z.object({ source_name: z.string(), external_id: z.string().optional(), description: z.string().optional() }),
    )
    .optional(),
})
export type StixObject = z.infer<typeof stixObject>

/** A source file, recognised by its content. */
export type SourceFile =
  | {
      readonly kind: 'misp'
      readonly file: string
      readonly type: string
      readonly version: string
      readonly entries: readonly ClusterEntry[]
    }
  | { readonly kind: 'attack'; readonly file: string; readonly objects: readonly StixObject[] }

/** Says what is wrong with one entry that the build leaves out. */
export type Report = (file: string, entry: string, reason: string) => void

/** Values of a `meta` field as strings: MISP writes lists, single strings and numbers. */
export function strings(value: unknown): readonly string[] {
  const parsed = words.safeParse(value ?? [])
  return parsed.success ? parsed.data : []
}

/** A JSON file, gzipped or not. @throws FatalError (2) naming the file. */
function readJson(file: string): unknown {
  try {
    const bytes = readFileSync(file)
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes
    return JSON.parse(text.toString('utf8'))
  } catch (error) {
    throw new FatalError(`${file}: ${(error as Error).message}`, 2, { cause: error })
  }
}

const cluster = z.object({ type: z.string(), version: word.default('?'), values: z.array(z.unknown()) })
const bundle = z.object({ type: z.literal('bundle'), objects: z.array(z.unknown()) })

/**
 * Reads a MISP galaxy cluster or a STIX bundle; entries that do not fit are reported and left out.
 * @throws FatalError (2) when the file cannot be read or is neither.
 */
export function readSource(file: string, report: Report): SourceFile {
  const json = readJson(file)
  const stix = bundle.safeParse(json)
  if (stix.success) return { kind: 'attack', file, objects: fitting(stixObject, stix.data.objects, file, report) }
  const misp = cluster.safeParse(json)
  if (!misp.success)
    throw new FatalError(`${file}: neither a MISP galaxy cluster (type, values) nor a STIX bundle (objects)`, 2)
  const { type, version, values } = misp.data
  return { kind: 'misp', file, type, version, entries: fitting(clusterEntry, values, file, report) }
}

function fitting<T>(schema: z.ZodType<T>, items: readonly unknown[], file: string, report: Report): T[] {
  const kept: T[] = []
  for (const [index, item] of items.entries()) {
    const parsed = schema.safeParse(item)
    if (parsed.success) kept.push(parsed.data)
    else {
      const issue = parsed.error.issues[0]
      report(
        file,
        nameOf(item) ?? `number ${index + 1}`,
        `${issue?.path.join('.') || 'entry'}: ${issue?.message ?? 'malformed'}`,
      )
    }
  }
  return kept
}

/** What to call an entry that does not parse. */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const { value, name, id } = item as Record<string, unknown>
  return [value, name, id].find(text => typeof text === 'string' && text !== '') as string | undefined
}
