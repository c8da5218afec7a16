import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { checks, writers } from '../../src/builtin.ts'
import {
  claimSchema,
  documentSchema,
  factSchema,
  flagSchema,
  mentionsSchema,
  statusSchema,
} from '../../src/run/output-schema.ts'
import { FORMATS } from '../../src/run/pipeline.ts'
import { jsonSchemas } from '../../src/run/schemas.ts'
import { unmark } from '../../src/testing.ts'
import { errata, lines } from '../cli/errata.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()

describe('the published schemas', () => {
  it('are those of the code (npm run generate)', () => {
    for (const [name, text] of jsonSchemas())
      expect(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')).toBe(text)
  })

  it('hold for everything that is printed', () => {
    const examples = checks.flatMap(check => check.examples.flagged.map(example => unmark(example).text))
    const file = at('examples.jsonl')
    const documents = examples.map((text, n) => JSON.stringify({ doc: `d${n}`, text, published: '2018-10-03' }))
    writeFileSync(file, `${documents.join('\n')}\nbroken\n`)
    const db = at('x.sqlite')
    expect(errata('run', file, '--db', db, '--out', at('out'), '--notes', '--threads', '0').status).toBe(3)
    const printed: readonly [z.ZodType, string[]][] = [
      [documentSchema, ['export', 'documents']],
      [mentionsSchema, ['export', 'mentions']],
      [claimSchema, ['export', 'claims']],
      [factSchema, ['export', 'facts']],
      [flagSchema, ['export', 'flags', '--notes']],
      [statusSchema, ['status', '--json']],
    ]
    for (const [schema, command] of printed) {
      const found = lines(errata(...command, '--db', db).stdout)
      expect(found.length).toBeGreaterThan(0)
      for (const line of found) schema.parse(line)
    }
  })

  it('know every format of a report', () => {
    expect(writers.map(({ id }) => id)).toEqual(FORMATS)
    const { properties } = JSON.parse(jsonSchemas().get('pipeline.schema.json') ?? '') as {
      properties: { report: { items: { anyOf: [{ enum: string[] }] } } }
    }
    expect(properties.report.items.anyOf[0].enum).toEqual(FORMATS)
  })
})
