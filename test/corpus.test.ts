import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../src/knowledge/knowledge.ts'
import { load } from '../src/load/load.ts'
import type { Analysis } from '../src/model/stage.ts'
import { analyse, read } from '../src/run/analyse.ts'

const at = (path: string): string => fileURLToPath(new URL(`../corpus/${path}`, import.meta.url))

/** One discrepancy that was put into the demonstration articles. */
interface Gold {
  readonly doc: string
  readonly kind: string
  readonly text: string
}
const gold = readFileSync(at('gold/flags.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Gold)

/** Mentions that must be found in a document, with the parts of their values that are given. */
interface GoldMentions {
  readonly doc: string
  readonly mentions: readonly { readonly type: string; readonly text: string; readonly value?: object }[]
}
const goldMentions = readFileSync(at('gold/mentions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as GoldMentions)

describe('the demonstration articles', () => {
  const analyses: Analysis[] = []
  const skipped: string[] = []

  beforeAll(async () => {
    const knowledge = shippedKnowledge()
    for await (const item of load([at('articles')]))
      if ('reason' in item) skipped.push(item.path)
      else analyses.push(analyse(await read(item), knowledge))
  })

  it('are all read', () => {
    expect(skipped).toEqual([])
    expect(analyses.length).toBe(40)
  })

  it('have the discrepancies that were put into them, and no others', () => {
    const found = analyses.flatMap(({ flags }) =>
      flags
        .filter(({ severity }) => severity !== 'note')
        .map(flag => `${flag.at.doc} ${flag.check} ${flag.at.quote.exact}`),
    )
    expect(found.sort()).toEqual(gold.map(({ doc, kind, text }) => `${doc} ${kind} ${text}`).sort())
  })

  it.each(goldMentions.map(line => [line.doc, line.mentions] as const))('%s has its mentions', (id, wanted) => {
    const mentions = analyses.find(({ doc }) => doc.id === id)?.mentions ?? []
    for (const { type, text, value } of wanted) {
      const found = mentions.filter(mention => mention.type === type && mention.text === text)
      expect(found, `${type} ${text}`).toContainEqual(
        expect.objectContaining({
          type,
          text,
          ...(value === undefined ? {} : { value: expect.objectContaining(value) }),
        }),
      )
    }
  })

  it('give each flag both sides: evidence, and knowledge where the check rests on it', () => {
    const flags = analyses.flatMap(({ flags }) => flags)
    expect(flags.length).toBeGreaterThan(0)
    for (const flag of flags) {
      expect(flag.evidence.length + flag.knowledge.length, flag.message).toBeGreaterThan(0)
      expect(flag.confidence).toBeGreaterThan(0)
    }
  })

  it('are dated and titled where their source says so', () => {
    const undated = analyses.filter(({ doc }) => doc.published === undefined).map(({ doc }) => doc.id)
    const untitled = analyses.filter(({ doc }) => doc.title === undefined).map(({ doc }) => doc.id)
    expect({ undated, untitled }).toEqual({ undated: [], untitled: [] })
  })
})
