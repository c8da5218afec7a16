import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))
const files = globSync('**/*.ts', { cwd: SRC })
  .map(file => file.replaceAll('\\', '/'))
  .sort()

/** Folders (or files at the top of src/) that each folder may import from, itself aside. */
const STAGES = ['load', 'read', 'extract', 'link', 'claim', 'check', 'report']
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  normalise: ['model'],
  knowledge: ['model', 'normalise'],
  mime: ['model'],
  store: ['model'],
  ...Object.fromEntries(STAGES.map(stage => [stage, ['model', 'normalise', 'knowledge', 'mime']])),
  'builtin.ts': ['model', 'knowledge', ...STAGES],
  run: ['model', 'normalise', 'knowledge', 'builtin.ts', 'store', ...STAGES],
  review: ['model', 'knowledge', 'run', 'store', 'report'],
  cli: ['model', 'knowledge', 'builtin.ts', 'store', 'run', 'review', ...STAGES],
  'index.ts': ['model', 'knowledge', 'builtin.ts', 'read', 'store', 'run', 'report'],
  'testing.ts': ['model', 'knowledge', 'builtin.ts', 'read', 'run'],
}

/** One package, one importing file. Node's own modules are free. */
const PACKAGES: Readonly<Record<string, string>> = {
  '@mozilla/readability': 'read/article.ts',
  'better-sqlite3': 'store/sqlite.ts',
  chardet: 'read/guess.ts',
  cheerio: 'read/metadata.ts',
  commander: 'cli/main.ts',
  'compromise/two': 'normalise/tense.ts',
  croner: 'run/schedule.ts',
  'fast-xml-parser': 'load/sitemap.ts',
  feedsmith: 'load/feed.ts',
  htmlparser2: 'read/positions.ts',
  'ipaddr.js': 'load/fetch/address.ts',
  linkedom: 'read/article.ts',
  'mdast-util-from-markdown': 'read/markdown-tree.ts',
  'mdast-util-gfm-table': 'read/markdown-tree.ts',
  'micromark-extension-gfm-table': 'read/markdown-tree.ts',
  'natural/lib/natural/distance': 'normalise/similarity.ts',
  'p-queue': 'run/io.ts',
  'postal-mime': 'mime/mail.ts',
  'robots-parser': 'load/fetch/robots.ts',
  'temporal-polyfill': 'normalise/calendar.ts',
  unpdf: 'read/pdf-pages.ts',
}

/** Where a package serves a whole folder: zod where outside data enters, hono in the pages. */
const SHARED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  zod: ['run/', 'knowledge/', 'review/', 'load/'],
  hono: ['review/'],
  'hono/cookie': ['review/'],
  'hono/html': ['report/', 'review/'],
  yaml: ['run/', 'knowledge/', 'read/'],
}

const sources = files.map(file => ({ file, text: readFileSync(join(SRC, file), 'utf8') }))
const imports = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:^(?:import|export) .*\bfrom|^} from|^import|\bimport\()\s*'([^']+)'/gm)].map(match => ({
    file,
    from: match[1] ?? '',
  })),
)
const areaOf = (file: string): string => file.split('/')[0] ?? file

describe('the house', () => {
  it('has files under 200 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 201).map(({ file }) => file)).toEqual([])
  })

  it('keeps the import directions', () => {
    const wrong = imports
      .filter(({ from }) => from.startsWith('.'))
      .map(({ file, from }) => ({ file, to: relative(SRC, join(SRC, dirname(file), from)).replaceAll('\\', '/') }))
      .filter(({ file, to }) => areaOf(file) !== areaOf(to) && !(MAY[areaOf(file)] ?? []).includes(areaOf(to)))
    expect(wrong).toEqual([])
  })

  it('knows every folder', () => {
    expect(files.map(areaOf).filter(area => !(area in MAY))).toEqual([])
  })

  it('lets no check or extractor import another', () => {
    const registered = imports.filter(({ file }) => file === 'builtin.ts').map(({ from }) => from.replace('./', ''))
    const wrong = imports
      .filter(({ file }) => registered.includes(file) && file.startsWith('check/'))
      .map(({ file, from }) => ({ file, to: relative(SRC, join(SRC, dirname(file), from)).replaceAll('\\', '/') }))
      .filter(({ to }) => to.startsWith('check/') && registered.includes(to))
    expect(wrong).toEqual([])
  })

  it('imports each package in its one file', () => {
    const wrong = imports
      .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))
      .filter(({ file, from }) => {
        const name = Object.keys(PACKAGES).find(key => from === key || from.startsWith(`${key}/`))
        if (name !== undefined) return PACKAGES[name] !== file
        return !(SHARED_PACKAGES[from] ?? []).some(prefix => file.startsWith(prefix))
      })
    expect(wrong).toEqual([])
  })
})
