import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { ERRATA, errata } from '../cli/errata.ts'
import { scratch } from '../cli/folder.ts'
import { fiveFlags } from './store.ts'

const at = scratch()

it('errata review serves on a free port until it is told to stop', { timeout: 30_000 }, async () => {
  const file = at('review.sqlite')
  await (await fiveFlags(file)).close()
  const child = spawn(process.execPath, [ERRATA, 'review', '--db', file, '--port', '0', '--reviewer', 'ann'])
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  const address = String(printed).trim()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect(await (await fetch(address)).text()).toContain('1 of 4 open flags')
  const taken = errata('review', '--db', file, '--port', new URL(address).port)
  expect([taken.status, taken.stdout]).toEqual([74, ''])
  expect(taken.stderr).toMatch(/port \d+: .*EADDRINUSE.*--port/)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('errata review says what is wrong with its command line', () => {
  expect(errata('review', '--db', at('none.sqlite')).status).toBe(2)
  expect(errata('review', '--port', '70000')).toMatchObject({ status: 2, stderr: expect.stringContaining('65535') })
})
