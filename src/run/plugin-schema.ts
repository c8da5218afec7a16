import { z } from 'zod'
import { SEVERITIES } from '../model/discrepancy.ts'
import { MENTION_TYPES } from '../model/mention.ts'

const method = z.custom<(...args: never[]) => unknown>(value => typeof value === 'function', 'must be a function')
const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be a word in lower case, or some with hyphens')
const words = z.string().min(1)
const anyLanguage = z.boolean().optional()

/** What a plugin exports as `plugin`: shapes only, since functions show what they are when they are called. */
export const pluginSchema = z
  .strictObject({
    loaders: z.array(z.looseObject({ id, load: method })),
    readers: z.array(z.looseObject({ id, mediaTypes: z.array(words).min(1), read: method })),
    extractors: z.array(
      z.looseObject({ id, finds: z.array(z.enum(MENTION_TYPES)).min(1), anyLanguage, extract: method }),
    ),
    checks: z.array(
      z.looseObject({
        id,
        severity: z.enum(SEVERITIES),
        anyLanguage,
        title: words,
        why: words,
        examples: z.object({ flagged: z.array(z.string()), clean: z.array(z.string()) }),
        run: method,
      }),
    ),
    writers: z.array(z.looseObject({ id, files: method })),
  })
  .partial()
