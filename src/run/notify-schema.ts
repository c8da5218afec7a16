import { z } from 'zod'
import { isWeb } from '../normalise/web-address.ts'

const common = {
  when: z
    .enum(['always', 'new-flags', 'failure'])
    .describe(
      'new-flags: when the run found flags, notes aside, that were not there before; failure: when it did not end.',
    )
    .optional(),
  timeout: z.int().min(1).max(600).describe('Seconds after which it is given up. Default 10.').optional(),
}

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable')

const address = z.string().refine(isWeb, 'must be an http(s) address without a user name or password')

/** Whom a run tells how it ended. A webhook's secrets stand in the environment, never in the file. */
export const notifySchema = z.union([
  z
    .strictObject({
      command: z.array(z.string().min(1)).min(1).describe('A program and its arguments; no shell reads them.'),
      ...common,
    })
    .describe('Gets the summary as JSON on its standard input.'),
  z
    .strictObject({
      webhook: z
        .union([address, z.strictObject({ env: variable })])
        .describe('An address, or the variable that holds it.'),
      headers: z
        .record(
          z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the name of a header'),
          z.strictObject({ env: variable }, { error: 'must be { env: NAME }: values come from the environment only' }),
        )
        .describe('Headers, each from a variable of the environment.')
        .optional(),
      ...common,
    })
    .describe('Gets the summary as JSON by POST. Redirects are not followed.'),
])
export type Notify = z.infer<typeof notifySchema>

const counts = z.array(
  z.strictObject({ check: z.string(), severity: z.enum(['error', 'warning', 'note']), count: z.int().positive() }),
)

/** What a notification says. */
export const notificationSchema = z
  .strictObject({
    errata: z.string().describe('Version of errata.'),
    pipeline: z.string(),
    run: z.int().optional().describe('Number of the run; absent when it could not begin.'),
    state: z.enum(['done', 'interrupted', 'failed']),
    exitCode: z.int(),
    error: z.string().optional().describe('Why it failed.'),
    startedAt: z.string(),
    finishedAt: z.string(),
    summary: z.looseObject({}).optional().describe('What the run counted, as in the JSON log.'),
    openFlags: counts.optional().describe('Open flags of the documents that the run saw, notes aside.'),
    newFlags: counts.optional().describe('Those of them that were not there before.'),
    openNotes: counts.optional().describe('Open notes of these documents, which reports leave out unless asked.'),
    newNotes: counts.optional().describe('Those of them that were not there before.'),
  })
  .describe('What commands and webhooks of `notify:` get.')
