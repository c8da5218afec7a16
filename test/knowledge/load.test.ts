import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { knowledgeToCite } from '../../src/knowledge/load.ts'
import { loadTables, printTable, releases } from '../../src/knowledge/tables.ts'

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
    const folder = mkdtempSync(join(tmpdir(), 'errata-'))
    try {
      writeFileSync(join(folder, 'a.json'), printTable({ kb: '2026.07', sources: [], entities: [] }))
      writeFileSync(join(folder, 'b.json'), '{ "entities": [], "sources": [], "kb": "2026.09" }')
      expect(releases(pathToFileURL(`${folder}/`))).toEqual(['2026.07', '2026.09'])
      writeFileSync(join(folder, 'c.json'), '')
      expect(() => releases(pathToFileURL(`${folder}/`))).toThrow(/knowledge tables in .*JSON/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
