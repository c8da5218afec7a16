/**
 * Renders the report over articles to pictures: `node scripts/screenshot.ts [INPUT] [OUT.png] [light|dark|narrow|print]`.
 * Without arguments it makes the README's picture, `docs/report.png`, from `corpus/articles`. Needs a Chromium
 * (CHROMIUM_PATH, or the system's).
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { checks, writers } from '../src/builtin.ts'
import { eachDocument } from '../src/cli/commands/each.ts'
import { shippedKnowledge } from '../src/knowledge/knowledge.ts'
import type { Analysis } from '../src/model/stage.ts'
import { reportOf } from '../src/report/build.ts'
import { analyse } from '../src/run/analyse.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    look: { type: 'string', default: 'light' },
    page: { type: 'string' },
    full: { type: 'boolean' },
  },
})

const browser = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  path => path !== undefined && existsSync(path),
)
if (browser === undefined) throw new Error('no Chromium: set CHROMIUM_PATH')

const knowledge = shippedKnowledge()
const analyses: Analysis[] = []
await eachDocument(positionals.length > 0 ? positionals : ['corpus/articles'], doc => {
  analyses.push(analyse(doc, knowledge))
})
const report = reportOf({ version: '0.1.0', knowledge, checks, analyses })
const folder = mkdtempSync(join(tmpdir(), 'errata-report-'))
for (const writer of writers.filter(({ id }) => id === 'html'))
  for await (const { path, text } of writer.files(report)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    const parts: string[] = []
    for await (const part of text) parts.push(part)
    writeFileSync(join(folder, path), parts.join(''))
  }

const chrome = await chromium.launch({ executablePath: browser })
const narrow = values.look === 'narrow'
const page = await chrome.newPage({
  viewport: narrow ? { width: 390, height: 844 } : { width: 1280, height: 1600 },
  colorScheme: values.look === 'dark' ? 'dark' : 'light',
  deviceScaleFactor: 1,
})
await page.goto(pathToFileURL(join(folder, values.page ?? 'report.html')).href)
const out = values.out ?? 'docs/report.png'
mkdirSync(dirname(out), { recursive: true })
if (values.look === 'print')
  await page.pdf({ path: out.replace(/\.png$/, '.pdf'), format: 'A4', printBackground: true })
else await page.screenshot({ path: out, fullPage: values.full ?? false })
await chrome.close()
rmSync(folder, { recursive: true })
