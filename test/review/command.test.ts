import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hashPassword, writePasswordFile } from '../../src/review/password.ts'
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
  expect([taken.status, taken.stdout]).toEqual([2, ''])
  expect(taken.stderr).toMatch(/port \d+: another program uses it; name another with --port/)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('errata review goes by the team’s file and asks for the password of the environment', {
  timeout: 30_000,
}, async () => {
  const [file, team, hash] = [at('team.sqlite'), at('team.json'), at('hash')]
  await (await fiveFlags(file)).close()
  writeFileSync(
    team,
    JSON.stringify({ version: 1, rules: [{ alias: 'apt33', reason: 'r', reviewer: 't', at: '2026-01-02' }] }),
  )
  writePasswordFile(hash, await hashPassword('correct horse'))
  const child = spawn(process.execPath, [ERRATA, 'review', '--db', file, '--port', '0', '--suppressions', team], {
    env: { ...process.env, ERRATA_REVIEW_PASSWORD_FILE: hash },
  })
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  const address = String(printed).trim()
  expect((await fetch(address)).status).toBe(401)
  const signed = await fetch(`${address}login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address.slice(0, -1) },
    body: new URLSearchParams({ password: 'correct horse', back: '/' }),
  })
  const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect(await (await fetch(address, { headers: { cookie } })).text()).toContain('1 of 3 open flags')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('errata review says what is wrong with its command line', () => {
  expect(errata('review', '--db', at('none.sqlite')).status).toBe(2)
  const broken = errata('review', '--db', at('review.sqlite'), '--suppressions', at('none.json'))
  expect(broken).toMatchObject({ status: 2, stderr: expect.stringContaining('none.json') })
  expect(errata('review', '--port', '70000')).toMatchObject({ status: 2, stderr: expect.stringContaining('65535') })
})
