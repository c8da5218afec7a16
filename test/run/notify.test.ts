import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Ended } from '../../src/run/ended.ts'
import { notifyAll } from '../../src/run/notify.ts'
import { type Notify, notificationSchema, notifySchema } from '../../src/run/notify-schema.ts'
import { scratch } from '../cli/folder.ts'
import { ENDED } from './ended.ts'

const at = scratch()
const none = { open: [], fresh: [], openNotes: [], freshNotes: [] }
const ended: Ended = { ...ENDED, exitCode: 0, flags: { ...none, open: ENDED.flags?.open ?? [] } }
const fresh: Ended = { ...ENDED, exitCode: 0, flags: { ...none, fresh: ENDED.flags?.fresh ?? [] } }
const failed: Ended = { ...ended, state: 'failed', exitCode: 74, error: 'disk full' }

async function told(hook: Notify, how = ended): Promise<string[]> {
  const reasons: string[] = []
  await notifyAll([hook], how, (who, reason) => reasons.push(`${who}: ${reason}`))
  return reasons
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server on loopback; resolves to its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const node = (code: string): [string, ...string[]] => [process.execPath, '-e', code]

describe('a command that is notified', () => {
  it('gets the summary on its standard input, and its arguments as they stand', async () => {
    const save = `require('fs').writeFileSync(process.argv[1], require('fs').readFileSync(0))`
    const file = at('$(touch x); said.json')
    expect(await told({ command: [...node(save), file] })).toEqual([])
    const said = notificationSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(said).toEqual({
      errata: '0.1.0',
      ...{ pipeline: 'nightly', run: 7, state: 'done', exitCode: 0 },
      ...{ startedAt: ended.startedAt, finishedAt: ended.finishedAt },
      openFlags: [{ check: 'name-drift', severity: 'error', count: 3 }],
      newFlags: [],
      openNotes: [],
      newNotes: [],
    })
  })

  it('may ignore it; when it fails, its last words are the reason', async () => {
    expect(await told({ command: node('process.exit(0)') })).toEqual([])
    expect(await told({ command: node('console.error("no such channel"); process.exit(5)') })).toEqual([
      expect.stringMatching(/^notify\.0 \(.*\): ended with 5: no such channel$/),
    ])
    expect(await told({ command: [at('nowhere')] })).toEqual([
      expect.stringMatching(/cannot be started: no such file or folder/),
    ])
  })

  it('is ended when its time is over, with what it started', async () => {
    const started = performance.now()
    const alive = at('alive')
    const child = `setInterval(() => require('fs').appendFileSync(${JSON.stringify(alive)}, '.'), 100)`
    const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`
    expect(await told({ command: node(parent), timeout: 1 })).toEqual([
      expect.stringMatching(/took more than 1 s and was ended/),
    ])
    expect(performance.now() - started).toBeLessThan(15_000)
    const before = readFileSync(alive, 'utf8').length
    await setTimeout(400)
    expect(readFileSync(alive, 'utf8').length).toBe(before)
  })
})

describe('a webhook', () => {
  it('gets the summary by POST, with headers from the environment', async () => {
    const got: { method?: string; headers: IncomingHttpHeaders; body: string }[] = []
    const origin = await serve(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      got.push({ ...(request.method ? { method: request.method } : {}), headers: request.headers, body })
      response.end('thanks')
    })
    process.env['ERRATA_TEST_TOKEN'] = 'Bearer s3cret'
    process.env['ERRATA_TEST_HOOK'] = `${origin}/secret-path`
    const headers = { authorization: { env: 'ERRATA_TEST_TOKEN' } }
    expect(await told({ webhook: `${origin}/hook`, headers })).toEqual([])
    expect(await told({ webhook: { env: 'ERRATA_TEST_HOOK' } })).toEqual([])
    expect(got).toMatchObject([
      { method: 'POST', headers: { authorization: 'Bearer s3cret', 'content-type': 'application/json' } },
      { method: 'POST' },
    ])
    expect(notificationSchema.parse(JSON.parse(got[0]?.body ?? '')).run).toBe(7)
  })

  it('that fails gives a reason without secrets: an error, a redirect, a missing variable, nobody there', async () => {
    let followed = 0
    const elsewhere = await serve((_, response) => {
      followed++
      response.end()
    })
    const origin = await serve((request, response) => {
      response.writeHead(request.url === '/moved' ? 307 : 500, { location: elsewhere }).end()
    })
    expect(await told({ webhook: `${origin}/broken` })).toEqual(['notify.0 (webhook): answered 500'])
    expect(await told({ webhook: `${origin}/moved` })).toEqual([
      'notify.0 (webhook): answered 307: redirects are not followed',
    ])
    expect(followed).toBe(0)
    const unset = { authorization: { env: 'ERRATA_TEST_UNSET' } }
    expect(await told({ webhook: origin, headers: unset })).toEqual([
      'notify.0 (webhook): the variable ERRATA_TEST_UNSET is not set',
    ])
    process.env['ERRATA_TEST_BAD'] = 's3cret\nx-other: 1'
    const [bad = ''] = await told({ webhook: origin, headers: { authorization: { env: 'ERRATA_TEST_BAD' } } })
    expect(bad).toMatch(/no header can$/)
    process.env['ERRATA_TEST_FILE'] = 'file:///etc/s3cret'
    const [file = ''] = await told({ webhook: { env: 'ERRATA_TEST_FILE' } })
    expect(file).toMatch(/does not hold an http/)
    for (const close of closing.splice(0)) close()
    const [gone = ''] = await told({ webhook: `${origin}/s3cret` })
    expect(gone).toMatch(/^notify\.0 \(webhook\): cannot be reached/)
    expect([bad, file, gone].join()).not.toContain('s3cret')
  })

  it('is given up when its time is over', async () => {
    const origin = await serve(() => undefined)
    expect(await told({ webhook: origin, timeout: 1 })).toEqual([
      'notify.0 (webhook): took more than 1 s and was given up',
    ])
  })
})

it('is told only what somebody wants to hear', async () => {
  const save = `require('fs').appendFileSync(process.argv[1], process.argv[2])`
  const file = at('heard')
  const hooks = (['always', 'new-flags', 'failure'] as const).map(
    (when): Notify => ({ command: [...node(save), file, `${when} `], when }),
  )
  const heard = async (how: Ended) => {
    writeFileSync(file, '')
    await notifyAll(hooks, how, (_, reason) => expect.fail(reason))
    return readFileSync(file, 'utf8').trim().split(' ').sort()
  }
  expect(await heard(ended)).toEqual(['always'])
  expect(await heard(fresh)).toEqual(['always', 'new-flags'])
  expect(await heard(failed)).toEqual(['always', 'failure'])
})

it('refuses what is not safe in a pipeline', () => {
  const takes = (hook: unknown): boolean => notifySchema.safeParse(hook).success
  expect(takes({ command: ['./hook', '--now'], when: 'failure', timeout: 30 })).toBe(true)
  expect(takes({ webhook: 'https://example.org/hook' })).toBe(true)
  expect(takes({ command: 'rm -rf /' })).toBe(false)
  expect(takes({ command: [] })).toBe(false)
  expect(takes({ webhook: 'ftp://example.org/' })).toBe(false)
  expect(takes({ webhook: 'https://user:word@example.org/' })).toBe(false)
  expect(takes({ webhook: 'https://example.org/', headers: { authorization: 's3cret' } })).toBe(false)
  expect(takes({ webhook: 'https://example.org/', when: 'sometimes' })).toBe(false)
})
