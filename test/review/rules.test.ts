import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Server } from '../../src/review/server.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { scratch } from '../cli/folder.ts'
import { body, fields, followed, get, post, serverOn } from './client.ts'
import { fiveFlags, flagged, keep, name } from './store.ts'

const at = scratch()
let number = 0

async function started(content: object = { version: 1 }): Promise<{ store: Store; server: Server; file: string }> {
  const file = at(`${number}.json`)
  writeFileSync(file, JSON.stringify(content))
  const store = await fiveFlags(at(`${number++}.sqlite`))
  return { store, server: serverOn(store, { file }), file }
}

const rules = (file: string): unknown => (JSON.parse(readFileSync(file, 'utf8')) as { rules?: unknown }).rules
const rule = { check: 'name-drift', alias: 'apt33', reason: 'their slip', reviewer: 'Team', at: '2026-01-02' }

describe('a rule of the team’s file', () => {
  it('takes its flags out of the queue, is named on the card, and lists them', async () => {
    const { server } = await started({ version: 1, rules: [rule] })
    expect(await body(server, '/')).toContain('1 of 3')
    const card = await body(server, `/?flag=${name(1)}`)
    expect(card).toContain('Dismissed by a rule of <bdi>Team</bdi>, 2026-01-02: <bdi>their slip</bdi>')
    const page = await body(server, '/rules')
    const [, address = ''] = /href="(\/\?status=all&amp;rule=[0-9a-f]{12})">1</.exec(page) ?? []
    expect(await body(server, address.replaceAll('&amp;', '&'))).toContain('1 of 1')
  })

  it('is taken back on its page, and that too', async () => {
    const { server, file } = await started({ version: 1, rules: [rule], corrections: [] })
    const answer = await post(server, '/rules/remove', fields(await body(server, '/rules'), '/rules/remove'))
    expect(answer.status).toBe(303)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ version: 1, rules: [], corrections: [] })
    const page = await followed(server, answer)
    expect(page).toContain('this rule is gone')
    expect(await body(server, '/')).toContain('1 of 4')
    await post(server, '/rules/add', fields(page, '/rules/add'))
    expect(rules(file)).toEqual([rule])
    expect(await body(server, '/')).toContain('1 of 3')
  })

  it('is made from a card, with a reason, and undone from the notice', async () => {
    const { server, file } = await started()
    const form = fields(await body(server, `/?flag=${name(1)}`), '/rules/add')
    expect((await post(server, '/rules/add', { ...form, check: 'name-drift', reason: '' })).status).toBe(400)
    expect((await post(server, '/rules/add', { ...form, publisher: 'example.com', reason: 'all' })).status).toBe(400)
    expect(rules(file)).toBeUndefined()
    const said = { ...form, check: 'name-drift', entity: 'actor/x', reason: 'told them' }
    const answer = await post(server, '/rules/add', said)
    expect(rules(file)).toEqual([
      {
        check: 'name-drift',
        entity: 'actor/x',
        reason: 'told them',
        reviewer: 'Ann',
        at: new Date().toISOString().slice(0, 10),
      },
    ])
    const page = await followed(server, answer)
    expect(page).toContain('a rule of')
    await post(server, '/rules/remove', fields(page, '/rules/remove'))
    expect(rules(file)).toEqual([])
  })

  it('counts from the moment that somebody writes it into the file', async () => {
    const { server, file } = await started()
    expect(await body(server, '/')).toContain('1 of 4')
    writeFileSync(file, JSON.stringify({ version: 1, rules: [rule] }))
    expect(await body(server, '/')).toContain('1 of 3')
  })

  it('is outranked by a verdict on the flag itself, later or not', async () => {
    const { store, server } = await started({ version: 1, rules: [{ ...rule, at: '2999-01-01' }] })
    const form = fields(await body(server, `/?flag=${name(1)}`), '/decide')
    await post(server, '/decide', { ...form, verdict: 'confirmed' })
    expect((await store.decisions()).map(({ verdict }) => verdict)).toEqual(['confirmed'])
    expect(await body(server, '/?status=confirmed')).toContain('1 of 1')
  })

  it('makes no difference to flags that somebody decided in the file; there a later verdict is later', async () => {
    const decision = { fingerprint: name(1), verdict: 'confirmed', reviewer: 'Team', at: '2999-01-01T00:00:00Z' }
    const { server } = await started({ version: 1, rules: [rule], decisions: [decision] })
    const page = await body(server, '/?status=confirmed')
    expect(page).toContain('1 of 1')
    expect(page).toContain('In the team\u2019s file: <bdi>Team confirmed it on 2999-01-01')
    await post(server, '/decide', { ...fields(page, '/decide'), verdict: 'unsure' })
    expect(await body(server, '/?status=unsure')).toContain('1 of 1')
  })

  it('holds again when a verdict over it is undone', async () => {
    const decision = { fingerprint: name(1), verdict: 'confirmed', reviewer: 'Team', at: '2026-01-01T00:00:00Z' }
    const { server } = await started({ version: 1, decisions: [decision] })
    await post(server, '/decide', { ...fields(await body(server, `/?flag=${name(1)}`), '/decide'), verdict: 'unsure' })
    const page = await body(server, '/?status=unsure')
    expect(page).toContain('1 of 1')
    await post(server, '/undo', fields(page, '/undo'))
    expect(await body(server, '/?status=confirmed')).toContain('1 of 1')
  })

  it('says what is wrong with a file that was broken meanwhile', async () => {
    const { store, file } = await started()
    const server = serverOn(store, { file })
    writeFileSync(file, '{')
    const answer = await get(server, '/')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('is not JSON')
  })

  it('needs the token', async () => {
    const { server, file } = await started({ version: 1, rules: [rule] })
    const form = fields(await body(server, '/rules'), '/rules/remove')
    expect((await post(server, '/rules/remove', { ...form, token: 'x' })).status).toBe(403)
    expect((await post(server, '/rules/add', { ...rule, token: 'x' })).status).toBe(403)
    expect(rules(file)).toEqual([rule])
  })
})

it('a rule that dismisses a copy only leaves the flag open where it does not apply', async () => {
  const file = at('copy.json')
  writeFileSync(
    file,
    JSON.stringify({ version: 1, rules: [{ doc: 'a.txt', reason: 'r', reviewer: 't', at: '2026-01-02' }] }),
  )
  const store = openStore(at('copy.sqlite'))
  const text = 'Now APT33 stole it.'
  await keep(store, ...['a.txt', 'b.txt'].map(doc => flagged(doc, text, [{ words: 'APT33', fingerprint: name(1) }])))
  const server = serverOn(store, { file })
  const page = await body(server, '/')
  expect(page).toContain('1 of 1')
  // The article beside the card is the one where it is open.
  expect(page).toContain('id="article-title"><a href="/document?id=b.txt">')
})

it('the queue shows what publishers have fixed, with the words that are gone', async () => {
  const store = await fiveFlags(at('fixed.sqlite'))
  await keep(store, flagged('a.txt', 'Now mended it is.', []))
  const server = serverOn(store)
  const page = await body(server, '/?status=fixed')
  expect(page).toContain('1 of 3 fixed flags')
  expect(await body(server, '/runs')).toContain('Flags by run: 1 4, 2 0')
  expect(page).toContain('Fixed: the text that run 2 read has these words no more.')
  expect(page).toContain('<mark class="wrong">APT33</mark>')
  expect(page).toContain('of an earlier text')
  expect(await body(server, '/')).toContain('1 of 1')
})
