import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { select } from '../../src/model/span.ts'
import { htmlReport } from '../../src/report/html.ts'
import type { Report } from '../../src/report/report.ts'
import { pageName } from '../../src/report/templates/address.ts'
import { CHROMIUM, violationsOn } from '../chromium.ts'
import { scratch } from '../cli/folder.ts'
import { docOf, filesOf, sampleReport, spanOf } from './sample.ts'

const at = scratch()

/** Writes a report below the test's folder and gives the addresses of its pages. */
async function written(name: string, report: Report): Promise<string[]> {
  const paths: string[] = []
  for (const [path, text] of await filesOf(htmlReport, report)) {
    const file = at(name, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    paths.push(pathToFileURL(file).href)
  }
  return paths
}

/** A report over one article, flagged at the given words. */
function oneFlag(text: string, words: string, rest: Parameters<typeof docOf>[2] = {}): Report {
  const doc = docOf('"><script>alert(1)</script>.txt', text, rest)
  const at = select(doc, spanOf(text, words))
  const message = 'Is <img src=x onerror=alert(1)> right?'
  const flag = {
    fingerprint: 'f'.repeat(32),
    check: 'name-drift',
    severity: 'error' as const,
    confidence: 50,
    at,
    subject: 's',
    message,
    evidence: [{ role: 'for' as const, note: '<svg onload=alert(1)>', at }],
    knowledge: [{ entity: 'e', fact: '</li><script>alert(1)</script>', source: 'javascript:alert(1)', version: '1' }],
  }
  return sampleReport({ analyses: [{ doc, mentions: [], links: [], claims: [], flags: [flag] }] })
}

// Machines share cores with others: a page may take its time.
describe.skipIf(CHROMIUM === undefined)('the report in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }) })
  })
  afterAll(async () => {
    await browser?.close()
  })

  /** Opens a page and notes whatever it should not do. */
  async function open(
    address: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ page: Page; seen: string[] }> {
    const page = await browser.newPage(options)
    const seen: string[] = []
    page.on('console', message => seen.push(message.text()))
    page.on('pageerror', error => seen.push(error.message))
    page.on('dialog', dialog => {
      seen.push(dialog.message())
      dialog.dismiss().catch(error => seen.push(String(error)))
    })
    page.on('request', request => {
      if (request.url() !== address) seen.push(request.url())
    })
    await page.goto(address)
    return { page, seen }
  }

  it('shows hostile text as text: no script, no request, no complaint of the policy', async () => {
    const text =
      'Before <script>alert(1)</script> <img src="https://evil.example/x.png"> " onmouseover="alert(1) \u202eKCAB\u202c after.'
    const addresses = await written(
      'hostile',
      oneFlag(text, '<script>', { url: 'javascript:alert(1)', title: '</title><script>alert(1)</script>' }),
    )
    expect(addresses).toHaveLength(2)
    for (const address of addresses) {
      const { page, seen } = await open(address)
      expect(seen).toEqual([])
      expect(await page.locator('script, img, [onmouseover], [onerror], [onload]').count()).toBe(0)
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
      const body = (await page.locator('body').textContent()) ?? ''
      expect(body).toContain('<script>alert(1)</script>')
      if (address.includes('/documents/')) expect(body).toContain('U+202EKCABU+202C')
      expect(body).not.toContain('\u202e')
      await page.close()
    }
  })

  it('applies its style sheet, whose hash the policy names', async () => {
    const [address = ''] = await written('style', sampleReport())
    const { page, seen } = await open(address)
    expect(await page.evaluate('getComputedStyle(document.querySelector(".card")).borderInlineStartWidth')).toBe('5px')
    expect(seen).toEqual([])
    await page.close()
  })

  it('marks the same words beside an astral character', async () => {
    const [, ...addresses] = await written('astral', sampleReport())
    const address = addresses.find(each => each.endsWith(pageName('news/heist.html'))) ?? ''
    const { page } = await open(address)
    expect(await page.locator('.galley mark').allTextContents()).toEqual(['$81 million', 'APT33', '=1+1'])
    expect(await page.locator('.galley .mention').allTextContents()).toEqual([
      'APT38',
      '$81 million',
      'Bangladesh Bank',
      'APT33',
    ])
    await page.close()
  })

  it('leads nowhere that is not there', async () => {
    const addresses = await written('links', sampleReport())
    const known = new Set<string>()
    const links: string[] = []
    for (const address of addresses) {
      const { page } = await open(address)
      known.add(address)
      for (const id of await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map(e => e.id)'))
        known.add(`${address}#${id}`)
      links.push(...(await page.evaluate<string[]>('[...document.querySelectorAll("a[href]")].map(a => a.href)')))
      await page.close()
    }
    expect(links.filter(link => link.startsWith('file:') && !known.has(link))).toEqual([])
    expect(links.filter(link => !link.startsWith('file:'))).toEqual(['https://news.example/heist?a=1&b=2'])
  })

  it.each(['light', 'dark'] as const)('is accessible (%s)', async colorScheme => {
    const empty = { ...sampleReport(), flags: [] }
    const addresses = [
      ...(await written(colorScheme, sampleReport({ tlp: 'amber+strict' }))),
      ...(await written(`${colorScheme}-empty`, empty)),
    ]
    for (const address of addresses.filter(each => /report\.html$|heist/.test(each))) {
      const { page } = await open(address, { colorScheme, bypassCSP: true })
      expect(await violationsOn(page), address).toEqual([])
      await page.close()
    }
  })

  it('fits a narrow screen', async () => {
    for (const address of await written('narrow', sampleReport())) {
      const { page } = await open(address, { viewport: { width: 360, height: 740 } })
      expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(360)
      await page.close()
    }
  })

  it('prints what is folded in a card, and no list of all articles and checks', async () => {
    const { flags, ...rest } = sampleReport()
    const [first] = flags
    if (!first) throw new Error('no flag')
    // Evidence enough to be folded: the further places lie in a document that is gone, and are quoted one by one.
    const evidence = Array.from({ length: 6 }, (_, n) => ({
      role: 'for' as const,
      note: 'Here too',
      at: {
        doc: 'gone.txt',
        start: 100 * n,
        end: 100 * n + 4,
        quote: { exact: `$${n}00`, prefix: 'a ', suffix: ' b' },
      },
    }))
    const [address = ''] = await written('print', { ...rest, flags: [{ ...first, evidence }] })
    const { page } = await open(address)
    const shown = async (): Promise<unknown[]> => [
      await page.locator('.card').getByText('$500', { exact: true }).isVisible(),
      await page.locator('#articles').isVisible(),
      await page.locator('#checks summary').isVisible(),
    ]
    expect(await shown()).toEqual([false, true, true])
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toEqual([true, false, false])
    await page.close()
  })
})
