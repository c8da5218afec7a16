import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { knowledgeToCite } from '../../src/knowledge/load.ts'
import { loadTables, printTable, releases } from '../../src/knowledge/tables.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()

describe('the knowledge that a report cites', () => {
  it('is the shipped one', async () => {
    const cited = await knowledgeToCite([])
    const shipped = shippedKnowledge()
    expect(cited.version).toBe(shipped.version)
    expect(cited.get('country/ad')).toBe(shipped.get('country/ad'))
    expect(cited.sourceRef('geonames')).toBe(shipped.sourceRef('geonames'))
  })

  it('has the releases of its tables, also of one that is written otherwise', () => {
    expect(releases()).toEqual(loadTables().map(({ kb }) => kb))
    const folder = pathToFileURL(`${at()}/`)
    writeFileSync(at('a.json'), printTable({ kb: '2026.07', sources: [], entities: [] }))
    writeFileSync(at('b.json'), '{ "entities": [], "sources": [], "kb": "2026.09" }')
    expect(releases(folder)).toEqual(['2026.07', '2026.09'])
    writeFileSync(at('c.json'), '')
    expect(() => releases(folder)).toThrow(/knowledge tables in .*JSON/)
  })
})
