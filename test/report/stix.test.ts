import { describe, expect, it } from 'vitest'
import { claimObject } from '../../src/report/stix/claims.ts'
import { stix } from '../../src/report/stix/stix.ts'
import { uuid5 } from '../../src/report/uuid.ts'
import { docOf, filesOf, sampleReport } from './sample.ts'

type StixObject = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }

async function bundleOf(report = sampleReport()): Promise<readonly StixObject[]> {
  const bundle = JSON.parse((await filesOf(stix, report)).get('report.stix.json') ?? '')
  expect(bundle).toMatchObject({ type: 'bundle', id: expect.stringMatching(ID) })
  return bundle.objects
}

const ID = /^[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Required properties of STIX 2.1 (OASIS Standard, 10 June 2021, sections 3 to 5 and 7), beside the common ones. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'extension-definition': ['name', 'schema', 'version', 'extension_types', 'created_by_ref'],
  identity: ['name'],
  'intrusion-set': ['name'],
  location: [],
  malware: ['is_family'],
  'marking-definition': [],
  note: ['content', 'object_refs'],
  opinion: ['opinion', 'object_refs'],
  relationship: ['relationship_type', 'source_ref', 'target_ref'],
  report: ['name', 'published', 'object_refs'],
  tool: ['name'],
  vulnerability: ['name'],
}

/** Whatever breaks the rules of STIX 2.1 that hold for every object. */
function faults(objects: readonly StixObject[]): string[] {
  const ids = new Set(objects.map(({ id }) => id))
  const found = ids.size === objects.length ? [] : ['an id stands twice']
  for (const object of objects) {
    const say = (what: string): void => void found.push(`${object.id}: ${what}`)
    const required = REQUIRED[object.type]
    if (required === undefined) say('unknown type')
    if (!ID.test(object.id) || !object.id.startsWith(`${object.type}--`)) say('bad id')
    if (object['spec_version'] !== '2.1') say('no spec_version')
    for (const time of ['created', 'modified', 'published', 'start_time', 'stop_time'])
      if (time in object && !TIME.test(String(object[time]))) say(`bad ${time}`)
    if (object.type !== 'marking-definition' && String(object['created']) > String(object['modified']))
      say('modified before it was created')
    for (const name of required ?? []) if (!(name in object)) say(`no ${name}`)
    for (const [name, value] of Object.entries(object)) {
      if (Array.isArray(value) && value.length === 0) say(`${name} is empty`)
      if (!/^[a-z0-9_]{3,250}$|^id$/.test(name)) say(`bad name ${name}`)
      const refs = name.endsWith('_ref') ? [value] : name.endsWith('_refs') ? (value as unknown[]) : []
      for (const ref of refs) if (!ids.has(String(ref))) say(`${name} leads nowhere: ${ref}`)
    }
    // What OASIS's JSON schemas of STIX 2.1 ask beyond required properties.
    if (object.type === 'location' && !('country' in object || 'region' in object)) say('neither country nor region')
    if (object.type === 'relationship' && !/^[a-z0-9-]+$/.test(String(object['relationship_type']))) say('bad type')
    for (const end of ['source_ref', 'target_ref'])
      if (/^(?:relationship|sighting|bundle|marking-definition)--/.test(String(object[end]))) say(`${end} is no object`)
    for (const extension of Object.values(object['extensions'] ?? {}))
      for (const name of Object.keys(extension as object))
        if (!/^[a-z][a-z0-9_]{2,249}$/.test(name)) say(`bad name ${name}`)
    if ('confidence' in object && !(Number(object['confidence']) >= 0 && Number(object['confidence']) <= 100))
      say('bad confidence')
    for (const reference of (object['external_references'] ?? []) as Record<string, unknown>[])
      if (
        !('source_name' in reference) ||
        !('description' in reference || 'url' in reference || 'external_id' in reference)
      )
        say('bad external reference')
      else if (
        reference['source_name'] !== 'cve' &&
        /^CVE-\d{4}-\d{4}|CAPEC-\d+$/.test(String(reference['external_id']))
      )
        say('an external id that belongs to CVE or CAPEC')
    if (object.type === 'location' && !('region' in object || 'country' in object))
      say('a location without region and country')
    for (const id of Object.keys((object['extensions'] ?? {}) as object))
      if (!ids.has(id) && object.type !== 'marking-definition') say(`undefined extension ${id}`)
  }
  return found
}

const DECISIONS = [
  {
    fingerprint: `${'0'.repeat(31)}2`,
    verdict: 'confirmed' as const,
    reviewer: 'a reader',
    at: '2026-03-04T05:06:07Z',
    note: 'yes',
  },
]

const bare = (id: string) => ({ doc: docOf(id, 'Some words.'), mentions: [], links: [], claims: [], flags: [] })

describe('STIX', () => {
  it.each([
    ['flags', sampleReport()],
    ['verdicts and a marking', sampleReport({ decisions: DECISIONS, tlp: 'amber+strict' })],
    ['nothing', sampleReport({ analyses: [] })],
    ['documents named after ids', sampleReport({ analyses: ['CVE-2017-0144.txt', 'on CAPEC-66'].map(bare) })],
  ])('keeps the rules, with %s', async (_, report) => {
    expect(faults(await bundleOf(report))).toEqual([])
  })

  it('gives an actor its id, name and the ids of others', async () => {
    const actor = (await bundleOf()).find(({ name }) => name === 'APT38')
    expect(actor).toMatchObject({
      type: 'intrusion-set',
      external_references: [{ source_name: 'mitre-attack', external_id: 'G0082' }],
    })
  })

  it('marks everything that comes from the articles', async () => {
    const objects = await bundleOf(sampleReport({ decisions: DECISIONS, tlp: 'red' }))
    const own = objects.filter(({ type }) => ['report', 'note', 'opinion', 'relationship'].includes(type))
    expect(own.length).toBeGreaterThan(5)
    for (const object of own)
      expect(object['object_marking_refs']).toEqual(['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'])
  })

  it('carries what a reviewer would write in the extension of the opinion', async () => {
    const decisions = DECISIONS.map(decision => ({ ...decision, corrected: 'APT38\u{1f4b0}' }))
    const objects = await bundleOf(sampleReport({ decisions }))
    expect(faults(objects)).toEqual([])
    const opinion = objects.find(({ type }) => type === 'opinion')
    expect(Object.values(opinion?.['extensions'] ?? {})).toEqual([
      { extension_type: 'property-extension', corrected: 'APT38\u{1f4b0}' },
    ])
  })

  it('says a verdict as an opinion on its finding', async () => {
    const objects = await bundleOf(sampleReport({ decisions: DECISIONS }))
    const opinion = objects.find(({ type }) => type === 'opinion')
    expect(opinion).toMatchObject({
      opinion: 'agree',
      explanation: 'yes',
      authors: ['a reader'],
      created: '2026-03-04T00:00:00.000Z',
    })
    const [finding] = (opinion?.['object_refs'] ?? []) as string[]
    expect(objects.find(({ id }) => id === finding)).toMatchObject({
      type: 'note',
      confidence: 90,
      abstract: 'A look-alike name',
    })
  })

  it('relates what an article relates, and only notes what it denies', async () => {
    const report = sampleReport()
    const item = await report.document('news/heist.html')
    const [claim] = item?.claims ?? []
    if (!item || !claim) throw new Error('the sample lacks its claim')
    const actor = { type: 'intrusion-set', id: 'intrusion-set--1' }
    const country = { type: 'location', id: 'location--1' }
    const byKey = new Map([
      ['actor/apt38', actor],
      ['country/kp', country],
    ])
    const said = {
      ...claim,
      predicate: 'attributed-to',
      object: { entity: 'country/kp' },
      time: { timex: '2014-02', from: '2014-02-01', to: '2014-02-28' },
    }
    expect(claimObject(report, item, said, byKey, new Map())).toMatchObject({
      type: 'relationship',
      relationship_type: 'attributed-to',
      source_ref: actor.id,
      target_ref: country.id,
      start_time: '2014-02-01T00:00:00.000Z',
      stop_time: '2014-02-28T23:59:59.000Z',
    })
    expect(claimObject(report, item, { ...said, stance: 'hedged' }, byKey, new Map())).toMatchObject({
      type: 'relationship',
      confidence: 50,
    })
    expect(claimObject(report, item, { ...said, stance: 'denied' }, byKey, new Map())).toMatchObject({
      type: 'note',
      abstract: 'attributed-to (denied)',
      object_refs: [actor.id, country.id],
    })
  })
})

describe('uuid5', () => {
  it('gives the ids that others give', () => {
    // The example of Python's uuid module: NAMESPACE_DNS and python.org.
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'python.org')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d')
  })
})
