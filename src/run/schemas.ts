import { z } from 'zod'
import { notificationSchema } from './notify-schema.ts'
import {
  changeSchema,
  claimSchema,
  copySchema,
  documentSchema,
  factSchema,
  flagSchema,
  mentionsSchema,
  retrievalSchema,
  statusSchema,
} from './output-schema.ts'
import { pipelineSchema } from './pipeline-schema.ts'
import { decisionSchema, suppressionsSchema } from './suppressions-schema.ts'

const SCHEMAS = {
  pipeline: pipelineSchema,
  document: documentSchema,
  mentions: mentionsSchema,
  claim: claimSchema,
  fact: factSchema,
  flag: flagSchema,
  status: statusSchema,
  change: changeSchema,
  copy: copySchema,
  retrieval: retrievalSchema,
  decision: decisionSchema,
  suppressions: suppressionsSchema,
  notification: notificationSchema,
}

/** The published JSON Schemas (draft 2020-12), by file name below schemas/. */
export const jsonSchemas = (): Map<string, string> =>
  new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
