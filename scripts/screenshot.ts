/**
 * Pictures of the report: `node scripts/screenshot.ts [INPUT…] [--out FILE.png] [--look light|dark|narrow|print] [--page PATH]
 * [--full] [--height PIXELS]`. Without arguments it makes the README's, `docs/report.png`, from `corpus/articles`. Needs a
 * Chromium (CHROMIUM_PATH, or the system's).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'docs/report.png' },
    look: { type: 'string', default: 'light' },
    page: { type: 'string', default: 'report.html' },
    full: { type: 'boolean', default: false },
    height: { type: 'string', default: '1780' },
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
const width = values.look === 'narrow' ? 390 : 1280
const page = await chrome.newPage({
  viewport: { width, height: Number(values.height) },
  colorScheme: values.look === 'dark' ? 'dark' : 'light',
})
await page.goto(pathToFileURL(join(folder, values.page)).href)
mkdirSync(dirname(values.out), { recursive: true })
if (values.look === 'print') await page.pdf({ path: values.out, format: 'A4', printBackground: true })
else await page.screenshot({ path: values.out, fullPage: values.full })
await chrome.close()
rmSync(folder, { recursive: true })
