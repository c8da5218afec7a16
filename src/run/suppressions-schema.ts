import { z } from 'zod'
import { VERDICTS } from '../model/decision.ts'
import { MENTION_TYPES } from '../model/mention.ts'

/** An ISO instant, kept in UTC with milliseconds, so that instants sort as text. */
const instant = z.iso.datetime({ offset: true }).describe('ISO instant.')
const words = z.string().min(1)
const signed = { reviewer: words.max(200), at: instant, note: z.string().optional() }

export const decisionSchema = z
  .strictObject({
    fingerprint: z.string().regex(/^[0-9a-f]{32}$/, 'must be the 32 digits of a fingerprint'),
    verdict: z.enum([...VERDICTS, 'open']).describe('`open` takes back what was decided before.'),
    ...signed,
    corrected: words.optional().describe('What should stand in place of the flagged words.'),
    rests: z
      .array(z.strictObject({ entity: z.string(), fact: z.string(), source: z.string() }))
      .optional()
      .describe('Rows of the knowledge base that the flag cited; when one changes the flag is open again.'),
    undoes: instant.optional().describe('Of an undo: the instant of the line that it takes back.'),
    doc: z.string().optional().describe('For people: where the flag stood.'),
    kind: z.string().optional().describe('For people: the check.'),
    text: z.string().optional().describe('For people: the flagged words.'),
  })
  .describe("A line of the log of reviewers' decisions, as `export decisions` prints it.")

const ruleSchema = z
  .strictObject({
    check: words.optional().describe('Id of the check.'),
    entity: words.optional().describe("The flag's subject, as `errata explain` shows it: `actor/apt33`."),
    alias: words.optional().describe('The flagged words, whatever their case.'),
    publisher: words
      .optional()
      .describe("The article's site by name, or the host of its address (or a domain above it)."),
    doc: words.optional().describe('Id of the document; a glob pattern such as `drafts/**`.'),
    reason: words.describe('Why: shown with every flag that the rule dismisses.'),
    reviewer: words,
    at: z.iso.date().describe('Day of the rule.'),
  })
  .refine(({ check, entity, alias, doc }) => (check ?? entity ?? alias ?? doc) !== undefined, {
    message: 'must name a check, an entity, an alias or a doc: a publisher alone would dismiss everything it says',
  })
  .describe('Dismisses every flag to which all of its keys apply. To take it back, delete the line.')

const correctionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mention'),
    words: words.describe('Exactly as they stand in the text.'),
    doc: words.optional().describe('Only in this document.'),
    type: z.enum(MENTION_TYPES).optional().describe('Only mentions of this type.'),
    entity: words.nullable().describe('The entity that the words name; null: none.'),
    ...signed,
    withdrawn: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('document'),
    doc: words.describe('The article to forget: it does not come back.'),
    source: z.string().optional().describe('sha-256 of its bytes: nor under another name.'),
    ...signed,
    withdrawn: z.literal(true).optional(),
  }),
])

/** A suppressions file; `schemas/suppressions.schema.json` is made of this. */
export const suppressionsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    rules: z.array(ruleSchema).optional(),
    decisions: z.array(decisionSchema).optional().describe('The latest of a fingerprint holds.'),
    corrections: z.array(correctionSchema).optional().describe('What reviewers corrected; outranks every import.'),
  })
  .describe('errata-suppressions.json: what a team has decided, kept under version control.')
