import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { limitsGiven } from '../../src/cli/limits.ts'
import { LIMITS, type Limits, limitsOf } from '../../src/model/limits.ts'
import { worker } from '../../src/run/work.ts'
import { errata, lines } from '../cli/errata.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()
const SENTENCE = 'North Korean hackers of APT38 robbed 3 banks in Chile on 3 October 2017, John Smith said. '
const db = at('x.sqlite')
mkdirSync(at('in'))
for (let n = 0; n < 12; n++) writeFileSync(at('in', `small-${n}.txt`), `${SENTENCE} It was case ${n}.`)
const SLOW = 'small-05-slow.txt'
/** Four seconds of processor time: the first small document of a thread takes a tenth, several times that on a busy machine. */
writeFileSync(at('in', SLOW), SENTENCE.repeat(40_000))
const MANY = { mentions: 1e9, tokens: 1e9 }

/** Runs over the folder with limits, in threads; what became of each input. */
function run(limits: Record<string, number>, ...more: string[]) {
  const pipeline = at('p.yaml')
  writeFileSync(pipeline, JSON.stringify({ load: [at('in')], report: ['jsonl'], limits }))
  const args = ['run', pipeline, '--db', db, '--out', at('out'), ...more]
  const { status, stderr } = errata(...args)
  const seen = lines(errata('status', '--json', '--db', db).stdout)
  return { status, stderr, seen, slow: seen.find(({ path }) => path === SLOW) }
}
const documents = () => lines(errata('export', 'documents', '--db', db).stdout).map(({ doc }) => doc)

describe('a document in a thread', () => {
  it.each([
    [
      'time',
      { ...MANY, seconds: 1, memory: 4000 },
      'too large: more than 1 seconds of processor time (limits.seconds)',
    ],
    ['memory', { ...MANY, seconds: 600, memory: 200 }, 'too large: more than 200 MB of memory (limits.memory)'],
  ])(
    'that takes too much %s is skipped with the limit named; the others in hand are neither lost nor doubled',
    (_, limits, reason) => {
      const { status, stderr, seen, slow } = run(limits, '--threads', '2', '--full')
      expect([status, stderr]).toEqual([3, expect.stringContaining('13 inputs')])
      expect(slow).toEqual({ path: SLOW, status: 'skipped', reason })
      expect(seen.filter(({ status }) => status === 'parsed')).toHaveLength(12)
      expect(documents()).toHaveLength(12)
    },
  )

  it('that was skipped is taken up again with --retry-skipped and other limits, and only then', () => {
    writeFileSync(at('in', SLOW), SENTENCE.repeat(1500))
    expect(run({ tokens: 1000 }).slow).toMatchObject({ status: 'skipped', reason: expect.stringContaining('tokens') })
    expect(run({}).slow).toMatchObject({ status: 'skipped', reason: expect.stringContaining('tokens') })
    const { status, slow, stderr } = run({}, '--retry-skipped')
    expect([status, slow, stderr]).toEqual([
      0,
      { path: SLOW, status: 'parsed' },
      expect.stringContaining('1 read, 12 unchanged, 0 skipped'),
    ])
    expect(documents()).toHaveLength(13)
    expect(errata('verify', '--db', db).status).toBe(0)
  })
})

describe('a document', () => {
  const page = '<div><div><p id=a class=b>Hackers of APT38 robbed 3 banks in Chile.</p></div></div>'
  const of = async (limits: Partial<Limits>, text = page) => {
    const bytes = new TextEncoder().encode(text)
    const source = { id: '', doc: 'a', path: 'a', mediaType: text === page ? 'text/html' : 'text/plain', bytes }
    const options = { job: 'facts', checks: {}, knowledge: [], plugins: [], corrections: [] } as const
    const work = await (await worker({ ...options, limits: limitsOf(limits) }))(source)
    return 'reason' in work ? work.reason : 'made'
  }
  it.each<[keyof Limits, number]>([
    ['bytes', 82],
    ['characters', 82],
    ['depth', 2],
    ['elements', 2],
    ['attributes', 1],
    ['tokens', 8],
    ['mentions', 2],
  ])('is held to limits.%s', async (name, value) => {
    expect(await of({ [name]: value })).toMatch(new RegExp(`^too large: more than ${value} .*\\(limits\\.${name}\\)$`))
    expect(await of({ [name]: value + 1 })).toBe('made')
  })

  it('has no word that runs a regular expression out of stack', async () => {
    const many = { tokens: 1e9 }
    expect(await of(many, `${'a'.repeat(1_000_000)} ${'+'.repeat(999_999)}`)).toBe('made')
    const reason = 'too large: more than 1000000 characters without a blank'
    for (const sign of ['a', '/', 'a+'])
      expect(await of(many, `Two words ${sign.repeat(10_000_000 / sign.length)}`)).toBe(reason)
  })

  it('has as many tokens as words, figures and marks', async () => {
    expect(await of({ tokens: 7 }, 'Two  words, 1 figure\u2026 (x)')).toContain('limits.tokens')
    expect(await of({ tokens: 8 }, 'Two  words, 1 figure\u2026 (x)')).toBe('made')
  })
})

it('a limit that makes no sense is refused with its place', () => {
  expect(run({ seconds: 0 })).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/p\.yaml:1:\d+: limits\.seconds/),
  })
  expect(run({ sceonds: 5 })).toMatchObject({ status: 2, stderr: expect.stringContaining('limits.sceonds') })
})

it('lint, extract and read hold a large document to the same limits', () => {
  writeFileSync(at('huge.txt'), SENTENCE.repeat(60_000))
  const large = SENTENCE.repeat(1500)
  writeFileSync(at('large.txt'), large)
  const { status, stdout, stderr } = errata('read', at('huge.txt'), at('in', 'small-0.txt'), at('large.txt'))
  expect([status, stderr]).toEqual([3, expect.stringContaining('limits.tokens')])
  expect(lines(stdout).map(({ doc }) => doc)).toEqual(['small-0.txt', 'large.txt'])
  expect(lines(stdout)[1]?.['text']).toBe(large)
  expect(errata('lint', at('huge.txt')).stderr).toContain('limits.tokens')
})

it('lint, extract and read take other limits', async () => {
  writeFileSync(at('few.txt'), SENTENCE)
  const { status, stdout, stderr } = errata('lint', '--limits', 'tokens=5, mentions=9', at('few.txt'))
  expect([status, stdout]).toEqual([3, ''])
  expect(stderr).toBe('skipped few.txt: too large: more than 5 words, figures and marks (limits.tokens)\n')
  expect(errata('extract', '--limits', 'tokens=50', at('few.txt')).status).toBe(0)
  expect(errata('extract', '--limits', 'tokens=50=9', at('few.txt')).status).toBe(2)
  expect(errata('read', '--limits', 'sceonds=5', at('few.txt'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/--limits .*sceonds/),
  })
  for (const given of ['tokens=many', 'tokens', 'tokens=', 'tokens=0'])
    await expect(limitsGiven({ limits: [given] }), given).rejects.toThrow(/^--limits tokens: /)
  expect(await limitsGiven({})).toBe(LIMITS)
})
