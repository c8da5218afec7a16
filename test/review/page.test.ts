import { writeFileSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../../src/knowledge/knowledge.ts'
import { holding } from '../../src/model/correction.ts'
import { type Listening, listen } from '../../src/review/listen.ts'
import { hashPassword, type PasswordHash } from '../../src/review/password.ts'
import { queueOf } from '../../src/review/queue.ts'
import { reviewServer } from '../../src/review/server.ts'
import { openTeam } from '../../src/review/team.ts'
import type { Store } from '../../src/store/store.ts'
import { CHROMIUM, violationsOn } from '../chromium.ts'
import { scratch } from '../cli/folder.ts'
import { fiveFlags, flagged, keep, name } from './store.ts'

const at = scratch()
let count = 0

// Machines share cores with others: a page may take its time.
describe.skipIf(CHROMIUM === undefined)('the review page in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  const open: (() => Promise<void>)[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }) })
  })
  afterEach(async () => {
    for (const close of open.splice(0)) await close()
  })
  afterAll(async () => browser?.close())

  async function served(
    password?: PasswordHash,
  ): Promise<{ store: Store; address: string; as: (reviewer: string) => Promise<string> }> {
    const file = at(`${count}.json`)
    writeFileSync(file, '{"version":1,"rules":[]}')
    const team = openTeam(file)
    const store = await fiveFlags(at(`${count++}.sqlite`))
    const as = async (reviewer: string): Promise<string> => {
      const failed = (error: unknown): void => {
        throw error
      }
      const listening: Listening = await listen(0, port =>
        reviewServer({
          store,
          queue: queueOf(store, team.read),
          team,
          knowledge: shippedKnowledge(),
          checks: [],
          reviewer,
          port,
          failed,
          ...(password === undefined ? {} : { password }),
        }),
      )
      open.unshift(() => listening.close())
      return `http://127.0.0.1:${listening.port}`
    }
    open.push(() => store.close())
    return { store, address: await as('Ann'), as }
  }

  /** Opens a page and notes what it complains of and asks elsewhere. */
  async function opened(address: string, options: BrowserContextOptions = {}): Promise<{ page: Page; seen: string[] }> {
    const context = await browser.newContext(options)
    open.unshift(() => context.close())
    const page = await context.newPage()
    const seen: string[] = []
    page.on('console', message => seen.push(message.text()))
    page.on('pageerror', error => seen.push(error.message))
    page.on('request', request => {
      if (!request.url().startsWith(new URL(address).origin)) seen.push(request.url())
    })
    await page.goto(address)
    return { page, seen }
  }

  const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent()
  /** Does something that leads to another page. */
  const leading = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), act()])
  }

  it('is worked with keys: next, verdicts, a note, undo, help', async () => {
    const { store, address } = await served()
    const { page, seen } = await opened(address)
    expect(await heading(page)).toBe('1 of 4 open flags')
    await leading(page, () => page.keyboard.press('n'))
    await leading(page, () => page.keyboard.press('j'))
    expect(await page.locator('.galley .flagged[href^="#"]').textContent()).toBe('30 February')
    await page.keyboard.press('e')
    await page.keyboard.type('due to c and d')
    expect(await store.decisions()).toEqual([])
    await page.keyboard.press('Escape')
    await leading(page, () => page.keyboard.press('d'))
    expect(await store.decisions()).toMatchObject([
      { fingerprint: name(3), verdict: 'dismissed', note: 'due to c and d' },
    ])
    expect(await page.locator('.notice[role=status]').first().textContent()).toContain(
      'Dismissed: \u201c30 February\u201d',
    )
    await leading(page, () => page.keyboard.press('z'))
    expect((await store.flag(name(3)))[0]?.status).toBe('open')
    await leading(page, () => page.keyboard.press('p'))
    await leading(page, () => page.keyboard.press('u'))
    await leading(page, () => page.keyboard.press('c'))
    expect((await store.decisions()).slice(2).map(({ verdict }) => verdict)).toEqual(['unsure', 'unsure', 'confirmed'])
    await page.keyboard.press('?')
    expect(await page.locator('dialog').isVisible()).toBe(true)
    const before = await store.decisions()
    await page.keyboard.press('c')
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog').isVisible()).toBe(false)
    expect(await store.decisions()).toEqual(before)
    expect(seen).toEqual([])
  })

  it('leads back from verdict to verdict with undo after undo, and says when nothing is left', async () => {
    const { store, address } = await served()
    const { page } = await opened(address)
    const status = async (n: number): Promise<string | undefined> => (await store.flag(name(n)))[0]?.status
    await leading(page, () => page.keyboard.press('c'))
    await leading(page, () => page.keyboard.press('d'))
    expect([await status(1), await status(2), await status(3)]).toEqual(['confirmed', 'confirmed', 'dismissed'])
    await leading(page, () => page.keyboard.press('z'))
    expect(await page.getByRole('button', { name: 'Undo' }).first().textContent()).toBe('Undo “APT33” too z')
    await leading(page, () => page.keyboard.press('z'))
    expect([await status(1), await status(2), await status(3)]).toEqual(['open', 'open', 'open'])
    expect(await heading(page)).toBe('1 of 4 open flags')
    const before = await store.decisions()
    await page.keyboard.press('z')
    expect(await page.locator('#news').textContent()).toBe('There is nothing to take back on this flag.')
    expect(await store.decisions()).toEqual(before)
  })

  it('is worked without script', async () => {
    const { store, address } = await served()
    const { page } = await opened(address, { javaScriptEnabled: false })
    await page.getByText('Note or correction').click()
    await page.getByLabel('Note', { exact: true }).fill('by hand')
    await page.getByLabel('and one other open place').uncheck()
    await page.getByRole('button', { name: 'Confirm' }).click()
    expect(await store.decisions()).toMatchObject([{ fingerprint: name(1), verdict: 'confirmed', note: 'by hand' }])
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await store.flag(name(1)))[0]?.status).toBe('open')
    await page.getByRole('searchbox').fill('APT33')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('.hits mark').textContent()).toBe('APT33')
  })

  it('stores a verdict once, however often its key is hit', async () => {
    const { store, address } = await served()
    const { page } = await opened(`${address}/?flag=${name(4)}`)
    await leading(page, () =>
      page.evaluate('for (let n = 0; n < 5; n++) document.dispatchEvent(new KeyboardEvent("keydown", { key: "c" }))'),
    )
    expect(await store.decisions()).toHaveLength(1)
  })

  it('shows two reviewers each other\u2019s verdicts, and loses none', async () => {
    const { store, address, as } = await served()
    const ann = (await opened(address)).page
    const bob = (await opened(await as('Bob'))).page
    await leading(bob, () => bob.keyboard.press('c'))
    await ann.evaluate('document.dispatchEvent(new Event("visibilitychange"))')
    await ann.locator('#news', { hasText: 'Meanwhile: Bob confirmed it' }).waitFor()
    await leading(ann, () => ann.keyboard.press('d'))
    expect(await ann.getByRole('alert').textContent()).toContain('Not stored yet: Bob confirmed it')
    await leading(ann, () => ann.keyboard.press('d'))
    const log = await store.decisions(name(1))
    expect(log.map(({ reviewer, verdict }) => [reviewer, verdict])).toEqual([
      ['Bob', 'confirmed'],
      ['Ann', 'dismissed'],
    ])
    expect(await heading(ann)).toBe(await heading((await opened(await as('Eve'))).page))
  })

  it('scrolls the article to the words in question', async () => {
    const { store, address } = await served()
    const text = `${'A line of filling words.\n'.repeat(400)}Here is the fault at last.\n${'More words.\n'.repeat(200)}`
    await keep(store, flagged('long.txt', text, [{ words: 'fault', fingerprint: name(9), subject: 'long' }]))
    const { page } = await opened(`${address}/?flag=${name(9)}`, { viewport: { width: 1280, height: 700 } })
    const box = await page.locator('.galley .flagged').boundingBox()
    expect(box?.y).toBeGreaterThan(50)
    expect(box?.y).toBeLessThan(600)
    expect(await page.locator('.card h3').isVisible()).toBe(true)
  })

  it('shows hostile words as text: no script, no request elsewhere, no complaint of the policy', async () => {
    const { store, address } = await served()
    const evil =
      '<script>alert(1)</script><img src="https://evil.example/x.png" onerror=alert(1)> " autofocus onfocus="alert(1) \u202ekcab\u202c'
    const outcome = flagged('"><svg onload=alert(1)>', `See ${evil} and more.`, [
      { words: evil, fingerprint: name(9), message: evil, suggestion: evil, subject: evil },
    ])
    if (outcome.status !== 'parsed') throw new Error('not parsed')
    const doc = { ...outcome.facts.doc, title: evil, url: 'javascript:alert(1)', site: evil, author: evil }
    await keep(store, { ...outcome, facts: { ...outcome.facts, doc } })
    const paths = [
      `/?flag=${name(9)}`,
      `/document?${new URLSearchParams({ id: doc.id })}`,
      `/search?${new URLSearchParams({ words: evil })}`,
      `/entity?${new URLSearchParams({ id: evil })}`,
      `/?${new URLSearchParams({ words: evil, doc: evil, check: evil })}`,
      '/runs',
    ]
    const { page, seen } = await opened(address)
    for (const path of paths) {
      await page.goto(`${address}${path}`)
      expect(seen, path).toEqual([])
      expect(await page.locator('img, [onerror], [onload], [onfocus], [autofocus]').count(), path).toBe(0)
      expect(await page.locator('a[href^="javascript"]').count(), path).toBe(0)
      expect(await page.locator('body').textContent(), path).not.toContain('\u202e')
    }
  })

  it.each(['light', 'dark'] as const)('is accessible and fits a narrow screen (%s)', async colorScheme => {
    const { address, store } = await served()
    const note = { reviewer: 'Bob', at: '2026-01-01T00:00:00.000Z', note: 'n' }
    await store.decide({ fingerprint: name(2), verdict: 'unsure', ...note })
    const paths = [
      `/?status=all&said=${name(2)}&flag=${name(2)}`,
      '/document?id=a.txt',
      '/entity?id=actor/apt38',
      '/runs',
      '/rules',
    ]
    const more = ['/?severity=warning', '/?run=9', '/search?words=APT33', '/no']
    openTeam(at(`${count - 1}.json`)).add({ check: 'sum-mismatch', reason: 'r', reviewer: 't', at: '2026-01-02' })
    await store.correct({
      kind: 'mention',
      words: 'APT33',
      entity: 'actor/apt38',
      reviewer: 'Bob',
      at: '2026-01-01T00:00:00.000Z',
    })
    const { page } = await opened(address, { colorScheme, bypassCSP: true })
    for (const path of colorScheme === 'light' ? [...paths, ...more] : paths) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`${address}${path}`)
      for (const details of await page.locator('details.correct').all())
        await details.evaluate(element => element.setAttribute('open', ''))
      expect(await violationsOn(page), path).toEqual([])
      await page.setViewportSize({ width: 360, height: 740 })
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360)
    }
  })

  it('takes a rule, a correction and their undoing by its forms', async () => {
    const { store, address } = await served()
    const { page, seen } = await opened(`${address}/?flag=${name(1)}`)
    await page.getByText('Dismiss all that are like it').click()
    await page.getByLabel('the same words').uncheck()
    await page.getByLabel('Why').first().fill('told them')
    await leading(page, () => page.getByRole('button', { name: 'Dismiss by a rule' }).click())
    expect(await page.locator('[role=status]').first().textContent()).toContain('now dismisses every such flag')
    expect(await page.locator('.judge').textContent()).toContain('told them')
    await leading(page, () => page.keyboard.press('z'))
    expect(await page.locator('.judge').textContent()).not.toContain('told them')
    await page.goto(`${address}/document?id=a.txt`)
    await page.getByText('Correct what was read').click()
    await page.getByLabel('These words').fill('APT33')
    await page.getByLabel('or they name nothing here').check()
    await leading(page, () => page.getByRole('button', { name: 'Correct', exact: true }).click())
    expect(holding(await store.corrections())).toMatchObject([{ words: 'APT33', entity: null, doc: 'a.txt' }])
    await leading(page, () => page.getByRole('button', { name: 'Undo' }).first().click())
    expect(holding(await store.corrections())).toEqual([])
    expect(seen).toEqual([])
  })

  it('asks for the password, and goes on where one wanted to go', async () => {
    const { address } = await served(await hashPassword('correct horse', { log2N: 8, r: 1, p: 1 }))
    const { page } = await opened(`${address}/runs`, { bypassCSP: true })
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.type('wrong')
    await leading(page, () => page.keyboard.press('Enter'))
    expect(await page.getByRole('alert').textContent()).toBe('That is not the password.')
    await page.keyboard.type('correct horse')
    await leading(page, () => page.keyboard.press('Enter'))
    expect(page.url()).toBe(`${address}/runs`)
    expect(await heading(page)).toBe('Runs')
  })

  it('answers a raw request for another host with a refusal', async () => {
    const { address } = await served()
    const { request } = await import('node:http')
    const status = await new Promise(resolve => {
      request(address, { headers: { host: 'evil.example' } }, answer => resolve(answer.resume().statusCode)).end()
    })
    expect(status).toBe(403)
    const long = await fetch(`${address}/decide`, { method: 'POST', body: 'x'.repeat(70_000) })
    expect(long.status).toBe(413)
  })
})
