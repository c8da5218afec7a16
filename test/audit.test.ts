import { spawn } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it, vi } from 'vitest'
import { scratch } from './cli/folder.ts'

// npm reads the whole lockfile: a busy machine makes it slow, not wrong.
vi.setConfig({ testTimeout: 120_000 })

const at = scratch()
const AUDIT = fileURLToPath(new URL('../.ci/audit', import.meta.url))
let answer: (response: ServerResponse) => void = () => undefined
const registry = createServer((request, response) => {
  request.resume()
  if (request.method === 'POST') answer(response)
  else response.writeHead(404).end()
})
await new Promise<void>(resolve => registry.listen(0, '127.0.0.1', resolve))
const { port } = registry.address() as AddressInfo
afterAll(() => {
  registry.closeAllConnections()
  registry.close()
})

/** The step of CI, by the real npm, with a registry on loopback; its exit code and what it says. */
const audit = (at: number, cache: string) =>
  new Promise<readonly [number | null, string]>(resolve => {
    const npm = {
      npm_config_registry: `http://127.0.0.1:${at}`,
      npm_config_fetch_retries: '0',
      npm_config_cache: cache,
    }
    const child = spawn(AUDIT, { env: { ...process.env, ...npm }, stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.on('data', text => {
      said += text
    })
    child.on('close', code => resolve([code, said.trim()]))
  })

const json = (value: unknown, status = 200) => {
  answer = response => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
const hole = (severity: string) => ({
  zod: [{ id: 1, url: 'https://hole.invalid', title: 'A hole', severity, vulnerable_versions: '>=0', cwe: [] }],
})

it('the audit of CI fails for grave holes, and for nothing else', async () => {
  json({})
  expect(await audit(port, at('none'))).toEqual([0, 'no known holes from high on'])
  json(hole('moderate'))
  expect(await audit(port, at('moderate'))).toEqual([0, 'no known holes from high on'])
  json(hole('high'))
  expect(await audit(port, at('high'))).toEqual([1, expect.stringContaining('A hole')])
  json({ error: 'not allowed' }, 405)
  expect(await audit(port, at('refused'))).toEqual([0, 'the registry does not answer: not audited'])
  // A port that nobody listens at.
  const closed = createServer()
  await new Promise<void>(resolve => closed.listen(0, '127.0.0.1', resolve))
  const { port: nobody } = closed.address() as AddressInfo
  await new Promise(resolve => closed.close(resolve))
  expect(await audit(nobody, at('nobody'))).toEqual([0, 'the registry does not answer: not audited'])
})
