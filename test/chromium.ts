import { existsSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Where a browser for the page tests is, or undefined; says so once, since the tests then skip. */
export const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  path => path !== undefined && existsSync(path),
)
if (CHROMIUM === undefined)
  console.log('skipped: no Chromium (CHROMIUM_PATH, /usr/bin/chromium, /usr/bin/google-chrome)')

/** What axe finds wrong with a page, which must let scripts in: each rule with the elements that break it. */
export async function violationsOn(page: Page): Promise<(readonly [rule: string, elements: readonly string[]])[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()')
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
