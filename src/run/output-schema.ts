import { z } from 'zod'
import { SEVERITIES } from '../model/discrepancy.ts'
import { MENTION_TYPES } from '../model/mention.ts'
import { FLAG_STATUSES } from '../store/store.ts'

// Shapes of the JSON lines that errata prints (one object a line); `schemas/*.schema.json` are made of these.

const position = z.int().nonnegative()
const place = { start: position, end: position, text: z.string() }
const placeIn = { doc: z.string(), ...place }
const bounds = { min: z.number(), max: z.number(), approx: z.boolean(), exclusive: z.boolean() }

/** A mention's normalised value; which keys it has follows from the mention's type. */
const value = z
  .strictObject({
    canonical: z.string(),
    iso2: z.string().length(2),
    name: z.string(),
    id: z.string(),
    amount: z.number(),
    currency: z.string(),
    number: z.number(),
    of: z.string(),
    timex: z.string(),
    from: z.string(),
    to: z.string(),
    ...bounds,
  })
  .partial()

export const documentSchema = z
  .strictObject({
    doc: z.string().describe('Path relative to the INPUT, or the id that a .jsonl line gives.'),
    url: z.string().optional(),
    title: z.string().optional(),
    published: z.string().optional().describe('ISO date, or instant with its offset.'),
    publishedFrom: z.string().optional().describe('Which field the date came from.'),
    author: z.string().optional(),
    language: z.string().describe('BCP 47.'),
    encoding: z
      .string()
      .describe(
        'What places in the raw source count in: its text in this encoding; `pdf`, the text of all pages; `mail-html` or `mail-plain`, the part of a mail that was read, decoded.',
      ),
    text: z.string(),
    map: z
      .array(z.int())
      .describe(
        'Triples: start in the text, start in the raw source, raw length (negative: same length, other words).',
      ),
    pages: z.array(position).optional().describe('Of a PDF: where each page begins in the raw source.'),
    dropped: z
      .array(z.strictObject({ start: position, end: position, reason: z.string() }))
      .describe('Stretches of the raw source that are not in the text.'),
    sha256: z.string().describe('Of the raw bytes.'),
  })
  .describe('A document, as `read` and `export documents` print it. Offsets are UTF-16 units.')

export const mentionsSchema = z
  .strictObject({
    doc: z.string(),
    mentions: z.array(
      z.strictObject({
        type: z.enum(MENTION_TYPES),
        ...place,
        value: value.optional(),
        entity: z.string().optional().describe('Id in the knowledge base.'),
        by: z.string().describe('The extractor.'),
      }),
    ),
  })
  .describe('Mentions of a document, as `extract` and `export mentions` print them.')

const stance = z.enum(['asserted', 'hedged', 'denied', 'alleged', 'planned'])
const object = z.looseObject({ entity: z.string().optional() })
const said = { object, time: value.optional(), place: z.string().optional() }

export const claimSchema = z
  .strictObject({
    doc: z.string(),
    subject: z.string(),
    predicate: z.string(),
    ...said,
    stance,
    speaker: z.string().optional(),
    ...place,
  })
  .describe('A claim, as `export claims` prints it.')

const voice = z.strictObject({ ...placeIn, stance, speaker: z.string().optional() })

export const factSchema = z
  .strictObject({
    subject: z.string(),
    predicate: z.string(),
    ...said,
    supports: z.array(voice),
    disputes: z.array(voice),
    sources: z.int().nonnegative().describe('Documents that support it; copies of one another count once.'),
  })
  .describe('Claims that agree, with every place that supports or disputes them, as `export facts` prints them.')

export const flagSchema = z
  .strictObject({
    doc: z.string(),
    kind: z.string().describe('Id of the check.'),
    severity: z.enum(SEVERITIES),
    confidence: z.number().min(0).max(100),
    ...place,
    message: z.string(),
    suggestion: z.string().optional(),
    evidence: z.array(z.strictObject({ ...placeIn, role: z.enum(['for', 'against']), note: z.string() })),
    knowledge: z
      .array(z.strictObject({ entity: z.string(), fact: z.string(), source: z.string(), version: z.string() }))
      .optional(),
    fingerprint: z.string(),
    status: z.enum(FLAG_STATUSES),
    reopened: z.string().optional().describe('Why a decision on it no longer holds.'),
  })
  .describe('A flag, as `lint`, `export flags` and flags.jsonl print it.')

export const statusSchema = z
  .strictObject({
    path: z.string(),
    status: z.enum(['parsed', 'skipped', 'unchanged']),
    reason: z.string().optional(),
  })
  .describe('An input of the last run, as `status --json` prints it.')

const wording = z.strictObject({ ...place, sentence: z.string() })
const pair = z.strictObject({ before: z.string(), after: z.string() })

export const changeSchema = z
  .strictObject({
    doc: z.string(),
    said: z.iso.datetime().describe('When errata first read the earlier text.'),
    since: z.iso.datetime().describe('When errata first read the later text.'),
    announced: z.boolean().describe('Whether the later text says that it was corrected or updated.'),
    title: pair.optional(),
    published: pair.optional(),
    changes: z
      .array(z.strictObject({ type: z.enum(MENTION_TYPES), before: wording, after: wording }))
      .describe('Places count in the text of their own revision.'),
  })
  .describe('What a publisher changed between two revisions that errata read, as `export changes` prints it.')

export const copySchema = z
  .strictObject({
    doc: z.string().describe('The one that was stored first.'),
    copies: z.array(z.strictObject({ doc: z.string(), likeness: z.number().min(0).max(1) })),
  })
  .describe('Articles in almost the same words, as `export copies` prints them: each group is one source.')

/** A line of `errata export retrievals`. */
export const retrievalSchema = z
  .strictObject({
    doc: z.string(),
    source: z.string().describe('sha-256 of the bytes, after content decoding.'),
    address: z.string().describe('The address asked for; secrets read REDACTED.'),
    final: z.string().describe('The address that gave the bytes, after redirects.'),
    redirects: z.array(z.string()),
    at: z.string().describe('When these bytes first came from this address.'),
    status: z.int(),
    contentType: z.string().optional(),
    etag: z.string().optional(),
    lastModified: z.string().optional(),
  })
  .describe('How the bytes of fetched documents came, those of earlier revisions too.')
