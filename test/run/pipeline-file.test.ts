import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { FatalError } from '../../src/model/errors.ts'
import { DEFAULTS, mostRestrictive } from '../../src/run/pipeline.ts'
import { readPipeline } from '../../src/run/pipeline-file.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()
const file = at('p.yaml')

/** What is said of a pipeline of these lines, without the file's name. */
async function complaint(...text: string[]): Promise<string> {
  writeFileSync(file, text.join('\n'))
  try {
    await readPipeline(file)
  } catch (error) {
    if (!(error instanceof FatalError)) throw error
    expect(error.exitCode).toBe(2)
    return error.message.replaceAll(file, '')
  }
  return 'none'
}

describe('a pipeline file', () => {
  it('gives a pipeline; what it does not say is the default', async () => {
    writeFileSync(file, 'load: [a, { folder: b }]\nchecks: { name-drift: off }\ntlp: amber+strict\nreliability: B\n')
    expect(await readPipeline(file)).toEqual({
      ...DEFAULTS,
      name: 'p',
      load: ['a', 'b'],
      checks: { 'name-drift': 'off' },
      tlp: 'amber+strict',
      reliability: 'B',
    })
  })

  it('that is shipped is the defaults over corpus/articles', async () => {
    const shipped = await readPipeline(fileURLToPath(new URL('../../pipelines/folder.yaml', import.meta.url)))
    expect(shipped).toEqual({ ...DEFAULTS, load: ['corpus/articles'], store: 'sqlite:output/errata.sqlite' })
  })

  it('names file, line and key of what is wrong', async () => {
    expect(await complaint('load: [a]', 'chekcs: {}')).toMatch(
      /^:2:1: chekcs: unknown key; did you mean checks\? There are name, load/,
    )
    expect(await complaint('load: [a]', 'checks:', '  name-drift: offf')).toMatch(/^:3:15: checks\.name-drift: /)
    expect(await complaint('load: [a]', 'checks:', '  no-such: off')).toEqual(
      expect.stringMatching(/^:3:3: checks\.no-such: there is no check \u201cno-such\u201d; there are name-drift, /),
    )
    expect(await complaint('name: x')).toMatch(/^:1:1: load: /)
    expect(await complaint('load:', '  - folder: a', '    fodler: b')).toMatch(
      /^:3:5: load\.0\.fodler: unknown key; did you mean folder\?/,
    )
    expect(await complaint('load:', '  - path: a')).toMatch(
      /^:2:5: load\.0: neither a path nor one of folder, file, feed/,
    )
    expect(await complaint('load: [a', 'name: b')).toMatch(/^:\d+:\d+: /)
    expect(await complaint('load: [a]', 'load: [b]')).toMatch(/^:2:1: .*unique/)
    expect(await complaint('load: [a]', 'plugins: [b]')).toMatch(/^:2:\d+: plugins/)
    expect(await complaint('')).toMatch(/a pipeline: /)
    expect(await complaint('- a')).toMatch(/a pipeline: /)
  })

  it('that fetches needs a contact, files that are there, and addresses of the web', async () => {
    const url = 'load: [{ url: "http://127.0.0.1:9/" }]'
    expect(await complaint(url)).toMatch(/^:1:8: load\.0: fetching needs a contact/)
    expect(await complaint(url, 'fetch: { delay: 1 }')).toMatch(/^:2:\d+: fetch\.contact: /)
    expect(await complaint(url, 'fetch: { contact: me }')).toMatch(/must be a mail address or a page/)
    const fetch = 'fetch: { contact: a@b.c }'
    expect(await complaint(url, fetch)).toBe('none')
    expect(await complaint('load: [{ urls: missing.txt }]', fetch)).toMatch(/load\.0: missing\.txt: no such file/)
    const secret = await complaint('load: [{ feed: "https://user:hush@news.example/" }]', fetch)
    expect(secret).toMatch(/must not carry a user name or password/)
    expect(secret).not.toContain('hush')
    expect(await complaint('load: [{ url: "file:///etc/passwd" }]', fetch)).toMatch(
      /^:1:15: load\.0\.url: must be an http/,
    )
    expect(await complaint(url, 'fetch: { contact: a@b.c, allow: ["http://x/y"] }')).toMatch(/must be an origin/)
    expect(await complaint(url, 'fetch: { contact: a@b.c, userAgent: Mozilla/5.0 }')).toMatch(/must name errata/)
    expect(await complaint(url, 'fetch: { contact: a@b.c, delay: -1 }')).toMatch(/fetch\.delay/)
    expect(await complaint(url, 'fetch: { contact: a@b.c, dealy: 1 }')).toMatch(/fetch\.dealy: unknown key/)
  })

  it('marks reports with the most restrictive label', () => {
    expect(mostRestrictive(['green', undefined, 'amber+strict', 'amber'])).toBe('amber+strict')
    expect(mostRestrictive([undefined])).toBeUndefined()
  })

  it('that is hostile is refused in bounded time', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
    for (let n = 0; n < 9; n++)
      bomb.push(
        `b${n}: &b${n} [${Array(10)
          .fill(n === 0 ? '*a' : `*b${n - 1}`)
          .join(',')}]`,
      )
    expect(await complaint(...bomb)).not.toBe('none')
    expect(await complaint('load: [a]', '__proto__: { polluted: true }')).toMatch(/:2:1: __proto__: unknown key/)
    expect(await complaint('\u0000\u0001')).not.toBe('none')
  })
})
