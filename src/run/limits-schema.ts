import { z } from 'zod'
import { LIMITS } from '../model/limits.ts'

/** A limit: a whole number from `least` on; says its default. */
const limit = (name: keyof typeof LIMITS, about: string, least = 1) =>
  z.int().min(least).describe(`${about} (${LIMITS[name]}).`)

/** `limits` of a pipeline; what it does not say is the default. */
export const limitsSchema = z
  .strictObject({
    seconds: z
      .number()
      .min(0.1)
      .describe(`Seconds of one processor (${LIMITS.seconds}); for documents read in threads.`),
    memory: limit('memory', 'Megabytes of memory; for documents read in threads', 200),
    bytes: limit('bytes', 'Bytes, unpacked; never more than 50 million'),
    characters: limit('characters', 'Characters of the source'),
    depth: limit('depth', 'Elements of a page nested in each other'),
    elements: limit('elements', 'Elements of a page'),
    attributes: limit('attributes', 'Attributes of one tag'),
    tokens: limit('tokens', 'Words, figures and marks of the text'),
    mentions: limit('mentions', 'Mentions'),
  })
  .partial()
