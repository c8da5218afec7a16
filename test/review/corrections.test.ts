import { describe, expect, it } from 'vitest'
import { holding } from '../../src/model/correction.ts'
import type { Server } from '../../src/review/server.ts'
import type { Store } from '../../src/store/store.ts'
import { scratch } from '../cli/folder.ts'
import { body, fields, followed, get, post, serverOn } from './client.ts'
import { fiveFlags } from './store.ts'

const at = scratch()
let number = 0
const PAGE = '/document?id=a.txt'

async function started(): Promise<{ store: Store; server: Server }> {
  const store = await fiveFlags(at(`${number++}.sqlite`))
  return { store, server: serverOn(store) }
}

const form = async (server: Server, action: string): Promise<Record<string, string>> =>
  fields(await body(server, PAGE), action)

describe('a correction of what words name', () => {
  it('is stored, leads back to its page, and is undone from the notice', async () => {
    const { store, server } = await started()
    const said = {
      ...(await form(server, '/corrections/mention')),
      words: 'APT33',
      entity: 'apt38',
      doc: 'a.txt',
      type: 'actor',
    }
    const answer = await post(server, '/corrections/mention', said)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/document\?id=a\.txt&notice=/)
    expect(holding(await store.corrections())).toMatchObject([
      { kind: 'mention', words: 'APT33', doc: 'a.txt', type: 'actor', entity: 'actor/apt38', reviewer: 'Ann' },
    ])
    const page = await followed(server, answer)
    expect(page).toContain('“APT33” is APT38 here; the next run reads it so')
    expect(await body(server, '/rules')).toContain('>APT38</bdi></a>, in <a href="/document?id=a.txt">')
    expect((await post(server, '/corrections/withdraw', fields(page, '/corrections/withdraw'))).status).toBe(303)
    expect(holding(await store.corrections())).toEqual([])
  })

  it('may say that they name nothing, in every article', async () => {
    const { store, server } = await started()
    await post(server, '/corrections/mention', {
      ...(await form(server, '/corrections/mention')),
      words: 'Silence',
      none: 'yes',
      doc: '',
    })
    const [correction] = holding(await store.corrections())
    expect(correction).toMatchObject({ words: 'Silence', entity: null })
    expect(correction).not.toHaveProperty('doc')
    // Taken back from the list of all corrections.
    await post(server, '/corrections/withdraw', fields(await body(server, '/rules'), '/corrections/withdraw'))
    expect(holding(await store.corrections())).toEqual([])
  })

  it('asks which one when several bear the name', async () => {
    const { store, server } = await started()
    const said = { ...(await form(server, '/corrections/mention')), words: 'APT33', entity: 'Turla', doc: 'a.txt' }
    const answer = await post(server, '/corrections/mention', said)
    expect(answer.status).toBe(300)
    const page = await answer.text()
    expect(page).toContain('value="actor/turla"')
    expect(page).toContain('value="malware/turla"')
    expect(holding(await store.corrections())).toEqual([])
    await post(server, '/corrections/mention', { ...fields(page, '/corrections/mention'), entity: 'actor/turla' })
    expect(holding(await store.corrections())).toMatchObject([{ words: 'APT33', doc: 'a.txt', entity: 'actor/turla' }])
  })

  it.each([
    ['words that no name of the article reads', { words: 'apt33', entity: 'APT38', doc: 'a.txt' }],
    ['a name that nobody bears', { words: 'APT33', entity: 'Nobody at all', doc: 'a.txt' }],
    ['neither a name nor none', { words: 'APT33', doc: 'a.txt' }],
    ['no words', { words: ' ', entity: 'APT38', doc: 'a.txt' }],
  ])('is refused for %s', async (_, said) => {
    const { store, server } = await started()
    const answer = await post(server, '/corrections/mention', {
      ...(await form(server, '/corrections/mention')),
      ...said,
    })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('That did not work')
    expect(holding(await store.corrections())).toEqual([])
  })

  it('needs the token', async () => {
    const { store, server } = await started()
    const said = { token: 'x', words: 'APT33', none: 'yes', doc: 'a.txt', sure: 'yes' }
    for (const path of ['mention', 'withdraw', 'forget', 'recall'])
      expect((await post(server, `/corrections/${path}`, said)).status).toBe(403)
    expect(holding(await store.corrections())).toEqual([])
    expect(await store.document('a.txt')).toBeDefined()
  })
})

describe('an article that is forgotten', () => {
  it('is gone with its flags, may come back, and needs a second thought', async () => {
    const { store, server } = await started()
    const said = await form(server, '/corrections/forget')
    expect((await post(server, '/corrections/forget', said)).status).toBe(400)
    expect(await store.document('a.txt')).toBeDefined()
    const answer = await post(server, '/corrections/forget', { ...said, sure: 'yes', note: 'withdrawn' })
    expect(await store.document('a.txt')).toBeUndefined()
    expect((await get(server, PAGE)).status).toBe(404)
    const page = await followed(server, answer)
    expect(page).toContain('Forgotten: a.txt')
    expect(page).toContain('1 of 1')
    await post(server, '/corrections/recall', fields(page, '/corrections/recall'))
    expect(holding(await store.corrections())).toEqual([])
  })
})
