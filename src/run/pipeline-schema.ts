import { z } from 'zod'
import { fetchSchema, remoteEntries } from './fetch-schema.ts'
import { limitsSchema } from './limits-schema.ts'
import { notifySchema } from './notify-schema.ts'
import { FORMATS, RELIABILITY, TLP } from './pipeline.ts'

const FORMAT = z.union([z.enum(FORMATS), z.string().min(1).describe('A format of a plugin.')])

const load = z.union(
  [
    z.string().min(1),
    z.strictObject({ folder: z.string().min(1) }),
    z.strictObject({ file: z.string().min(1) }),
    z
      .strictObject({ loader: z.string().min(1), options: z.unknown() })
      .partial({ options: true })
      .describe('A loader of a plugin by its id, and what it is told.'),
    ...remoteEntries,
  ],
  { error: 'neither a path nor one of folder, file, feed, sitemap, url, urls, loader' },
)

/** A pipeline file; `schemas/pipeline.schema.json` is made of this. */
export const pipelineSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'must be a short name of letters, digits, dots, hyphens')
      .describe('What runs of this pipeline are called; the file name by default.'),
    load: z
      .array(load)
      .min(1)
      .describe(
        'Folders, files, quoted globs or .jsonl files, relative to the working folder, in order; then feeds, sitemaps, pages.',
      ),
    checks: z
      .record(z.string(), z.enum(['off', 'error', 'warning', 'note']))
      .describe('Checks that are off, or have another severity than their own.'),
    report: z.array(FORMAT).min(1).describe('Formats of the report.'),
    store: z.string().min(1).describe('The database: a path, with or without sqlite: before it.'),
    tlp: z.enum(TLP).describe('TLP 2.0 marking of what the run gives.'),
    reliability: z.enum(RELIABILITY).describe('Admiralty code of the source, A to F.'),
    knowledge: z.array(z.string().min(1)).describe('Files of entities of your own, YAML or JSON.'),
    suppressions: z.string().min(1).describe("The team's file of decisions and rules, errata-suppressions.json."),
    fetch: fetchSchema.describe('How errata behaves towards the hosts it fetches from.'),
    notify: z.array(notifySchema).describe('Whom a run tells how it ended.'),
    metrics: z
      .string()
      .min(1)
      .describe(
        "The last run's figures in the text format of Prometheus; a name that ends in .prom for node_exporter.",
      ),
    limits: limitsSchema.describe(
      'What one document may be and cost; one that breaks a limit is skipped, and the run goes on.',
    ),
    plugins: z
      .array(z.string().min(1))
      .describe(
        'Packages that add to errata, or paths (./…) of such; looked for from this file, then from the working folder.',
      ),
  })
  .partial()
  .required({ load: true })
