/**
 * Pictures of the report: `node scripts/screenshot.ts [INPUT…] [--out FILE.png] [--look light|dark|narrow|print] [--page PATH]
 * [--full] [--height PIXELS]`. Without arguments it makes the README's, `docs/report.png` and `docs/review.png`, from
 * `corpus/articles`; with `--review ADDRESS` (such as `/runs`) it shows that page of `errata review`. Needs a Chromium
 * (CHROMIUM_PATH, or the system's).
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    review: { type: 'string' },
    look: { type: 'string', default: 'light' },
    page: { type: 'string', default: 'report.html' },
    full: { type: 'boolean', default: false },
    height: { type: 'string', default: '' },
  },
})
const browser = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  path => path !== undefined && existsSync(path),
)
if (browser === undefined) throw new Error('no Chromium: set CHROMIUM_PATH')

const folder = mkdtempSync(join(tmpdir(), 'errata-report-'))
const errata = fileURLToPath(new URL('../bin/errata.js', import.meta.url))
const inputs = positionals.length > 0 ? positionals : ['corpus/articles']
try {
  execFileSync(
    process.execPath,
    [errata, 'run', ...inputs, '--quiet', '--db', join(folder, 'errata.sqlite'), '--out', folder, '--format', 'html'],
    { stdio: 'inherit' },
  )
} catch (error) {
  // 3: some inputs were skipped, which the report shows.
  if ((error as { status?: number }).status !== 3) throw error
}

const chrome = await chromium.launch({ executablePath: browser })

/** Opens a page as the options say and keeps its picture. */
async function picture(address: string, out: string, wide: number, high: number): Promise<void> {
  const page = await chrome.newPage({
    viewport: { width: values.look === 'narrow' ? 390 : wide, height: Number(values.height) || high },
    colorScheme: values.look === 'dark' ? 'dark' : 'light',
  })
  await page.goto(address)
  mkdirSync(dirname(out), { recursive: true })
  if (values.look === 'print') await page.pdf({ path: out, format: 'A4', printBackground: true })
  else await page.screenshot({ path: out, fullPage: values.full })
}

/** The address of a flag whose two sides stand in the text, with the whole queue beside it: the better picture. */
async function slip(address: string): Promise<string> {
  const page = await chrome.newPage()
  await page.goto(new URL('/?check=name-drift', address).href)
  return `/?flag=${await page.locator('form.verdict input[name=flag]').getAttribute('value')}`
}

const usual = values.out === undefined && values.review === undefined
if (usual || values.review === undefined)
  await picture(pathToFileURL(join(folder, values.page)).href, values.out ?? 'docs/report.png', 1280, 1780)
if (usual || values.review !== undefined) {
  const server = spawn(process.execPath, [errata, 'review', '--port', '0', '--db', join(folder, 'errata.sqlite')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address] = (await once(server.stdout, 'data')) as [Buffer]
  await picture(
    new URL(values.review ?? (await slip(String(address).trim())), String(address).trim()).href,
    values.out ?? 'docs/review.png',
    1440,
    900,
  )
  server.kill()
}
await chrome.close()
rmSync(folder, { recursive: true })
