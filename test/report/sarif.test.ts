import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { select } from '../../src/model/span.ts'
import { sarif } from '../../src/report/sarif.ts'
import { docOf, filesOf, sampleReport, spanOf } from './sample.ts'

const load = createRequire(import.meta.url)
/** The schema of SARIF 2.1.0 (rtm.5), as Microsoft's SDK ships it. zod takes `uri-reference` for an absolute URL: left out. */
const schema = z.fromJSONSchema(
  JSON.parse(
    JSON.stringify(load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), (name, value) =>
      name === 'format' && value === 'uri-reference' ? undefined : value,
    ),
  ),
  { defaultTarget: 'draft-4' },
)

/** What these tests look at. */
interface Log {
  readonly runs: readonly {
    readonly columnKind: string
    readonly artifacts: readonly {
      readonly location: { readonly uri: string }
      readonly contents: { readonly text: string }
    }[]
    readonly results: readonly {
      readonly ruleIndex: number
      readonly ruleId: string
      readonly locations: readonly { readonly physicalLocation: Place }[]
      readonly relatedLocations?: readonly { readonly physicalLocation: Place }[]
      readonly suppressions?: readonly { readonly status: string }[]
      readonly baselineState?: string
      readonly partialFingerprints: Readonly<Record<string, string>>
    }[]
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
  }[]
}
interface Fix {
  readonly description: { readonly text: string }
  readonly artifactChanges: readonly {
    readonly replacements: readonly { readonly insertedContent: { readonly text: string } }[]
  }[]
}
interface Place {
  readonly artifactLocation: { readonly uri: string; readonly index: number }
  readonly region: Readonly<
    Record<'charOffset' | 'charLength' | 'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>
  > & {
    readonly snippet: { readonly text: string }
  }
}

async function logOf(report = sampleReport()): Promise<Log> {
  return JSON.parse((await filesOf(sarif, report)).get('report.sarif') ?? '') as Log
}

describe('SARIF', () => {
  it('offers what a reviewer wrote before what errata suggests', async () => {
    const said = { fingerprint: `${'0'.repeat(31)}2`, verdict: 'confirmed' as const, reviewer: 'Ann', at: '2026-01-01' }
    const fixes = async (corrected: string): Promise<unknown> => {
      const { runs } = await logOf(sampleReport({ decisions: [{ ...said, corrected }] }))
      const found = runs[0]?.results.find(({ ruleId }) => ruleId === 'name-drift') as { fixes?: Fix[] } | undefined
      return found?.fixes?.map(({ description, artifactChanges: [change] }) => [
        description.text,
        change?.replacements[0]?.insertedContent.text,
      ])
    }
    expect(await fixes('Lazarus')).toEqual([
      ['Write \u201cLazarus\u201d, as Ann says', 'Lazarus'],
      ['Write \u201cAPT38\u201d', 'APT38'],
    ])
    expect(await fixes('APT38')).toEqual([['Write \u201cAPT38\u201d, as Ann says', 'APT38']])
  })

  it('has runs that GitHub takes, each with its own artifacts and category', async () => {
    const { flags, ...rest } = sampleReport()
    const many = Array.from({ length: 25_001 }, (_, n) => ({
      ...flags[1],
      fingerprint: n.toString(16).padStart(32, '0'),
    }))
    const { runs } = await logOf({ ...rest, flags: many as typeof flags })
    expect(runs.map(({ results }) => results.length)).toEqual([25_000, 1])
    expect(runs.map(run => (run as { automationDetails?: { id: string } }).automationDetails?.id)).toEqual([
      'errata/part-1/',
      'errata/part-2/',
    ])
    expect(runs[1]?.results[0]?.partialFingerprints).toEqual({ 'errata/v1': (25_000).toString(16).padStart(32, '0') })
    expect(runs[1]?.artifacts.map(({ location }) => location.uri)).toEqual(['news/heist.html'])
    expect(schema.safeParse({ version: '2.1.0', runs: runs.slice(1) }).error?.issues).toBeUndefined()
    const [only] = (await logOf()).runs
    expect(only).not.toHaveProperty('automationDetails')
  })

  it('keeps to characters for words that are gone from their article, and offers no change of them', async () => {
    const { flags, ...rest } = sampleReport()
    const [first] = flags
    if (!first) throw new Error('no flag')
    const place = { ...first.at, start: 5000, end: 5011 }
    const gone = { ...first, at: place, suggestion: 'x', status: 'fixed' as const, evidence: [] }
    const log = await logOf({ ...rest, flags: [gone] })
    expect(schema.safeParse(log).error?.issues).toBeUndefined()
    const [result] = log.runs[0]?.results ?? []
    expect(result?.locations[0]?.physicalLocation.region).toEqual({
      charOffset: 5000,
      charLength: 11,
      snippet: { text: '$81 million' },
    })
    expect(result).not.toHaveProperty('fixes')
  })

  it('fits the schema, with flags and without', async () => {
    const decisions = [
      {
        fingerprint: `${'0'.repeat(31)}2`,
        verdict: 'dismissed' as const,
        reviewer: 'r',
        at: '2026-01-01',
        note: 'meant so',
      },
    ]
    for (const report of [
      sampleReport(),
      sampleReport({ decisions, tlp: 'green' }),
      sampleReport({ analyses: [], skipped: [] }),
    ])
      expect(schema.safeParse(await logOf(report)).error?.issues).toBeUndefined()
  })

  it('counts places in UTF-16 units of the text that it carries', async () => {
    const [run] = (await logOf()).runs
    expect(run?.columnKind).toBe('utf16CodeUnits')
    const places =
      run?.results.flatMap(({ locations, relatedLocations }) => [...locations, ...(relatedLocations ?? [])]) ?? []
    expect(places).toHaveLength(6)
    for (const { physicalLocation } of places) {
      const { region, artifactLocation } = physicalLocation
      const text = run?.artifacts[artifactLocation.index]?.contents.text ?? ''
      expect(text.slice(region.charOffset, region.charOffset + region.charLength)).toBe(region.snippet.text)
      expect(text.split('\n')[region.startLine - 1]?.slice(region.startColumn - 1, region.endColumn - 1)).toBe(
        region.snippet.text,
      )
    }
  })

  it('names rules by id and place in the list', async () => {
    const [run] = (await logOf()).runs
    expect(run?.results.length).toBeGreaterThan(0)
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  })

  it('carries verdicts as suppressions and news as baseline states', async () => {
    const decisions = [
      { fingerprint: `${'0'.repeat(31)}2`, verdict: 'unsure' as const, reviewer: 'r', at: '2026-01-01' },
    ]
    const report = sampleReport({ decisions })
    const flags = report.flags.map(flag => ({ ...flag, state: 'new' as const }))
    const [run] = (await logOf({ ...report, flags })).runs
    expect(run?.results.map(({ suppressions }) => suppressions?.[0]?.status)).toEqual([
      undefined,
      'underReview',
      undefined,
    ])
    expect(run?.results.map(({ baselineState }) => baselineState)).toEqual(['new', 'new', 'new'])
  })

  it.each([
    ['as relative addresses', 'a b/c#d?.txt', 'a%20b/c%23d%3F.txt'],
    ['that are addresses as they are', 'https://x.example/a%20b?c=1|2', 'https://x.example/a%20b?c=1%7C2'],
  ])('encodes ids %s', async (_what, id, uri) => {
    const doc = docOf(id, 'Some words.')
    const flag = {
      fingerprint: 'a'.repeat(32),
      check: 'x',
      severity: 'note' as const,
      confidence: 1,
      at: select(doc, spanOf(doc.text, 'words')),
      subject: 's',
      message: 'See [this](1)',
      evidence: [],
      knowledge: [],
    }
    const log = await logOf(sampleReport({ analyses: [{ doc, mentions: [], links: [], claims: [], flags: [flag] }] }))
    expect(log.runs[0]?.artifacts[0]?.location.uri).toBe(uri)
    expect(JSON.stringify(log)).toContain('See \\\\[this\\\\](1)')
    expect(schema.safeParse(log).success).toBe(true)
  })
})
