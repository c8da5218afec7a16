import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FatalError } from '../../src/model/errors.ts'
import { BUILTIN, partsWith } from '../../src/run/parts.ts'
import { readPipeline } from '../../src/run/pipeline-file.ts'
import { findPlugin } from '../../src/run/plugin-find.ts'
import { scratch } from '../cli/folder.ts'
import { install } from '../plugin/place.ts'

const at = scratch()
const CHECK = `{ id: 'late', severity: 'note', title: 't', why: 'w', examples: { flagged: [], clean: [] }, *run() {} }`

/** What is said of a plugin with this code. */
async function complaint(name: string, code: string, manifest: object = {}): Promise<string> {
  install(at(), name, code, manifest)
  try {
    await partsWith([findPlugin(name, [at()])])
  } catch (error) {
    if (!(error instanceof FatalError)) throw error
    expect(error.exitCode).toBe(2)
    return error.message
  }
  return 'none'
}

describe('a plugin', () => {
  it('adds its parts behind those of errata', async () => {
    install(at(), 'p-good', `export const plugin = { checks: [${CHECK}] }`)
    const parts = await partsWith([findPlugin('p-good', [at('nowhere'), at()])])
    expect(parts.checks.map(({ id }) => id)).toEqual([...BUILTIN.checks.map(({ id }) => id), 'late'])
    expect(parts.extractors).toEqual(BUILTIN.extractors)
    expect(await partsWith([])).toBe(BUILTIN)
  })

  it('is found as Node finds it: by exports for imports, by main, in a folder or as a file', async () => {
    const code = `export const plugin = {}`
    expect(await complaint('p-import', code, { exports: { '.': { import: './index.js' } } })).toBe('none')
    expect(await complaint('p-deep', code, { exports: { browser: './no.js', node: { default: './index.js' } } })).toBe(
      'none',
    )
    expect(await complaint('p-main', code, { exports: undefined, main: 'index' })).toBe('none')
    expect(await complaint('p-plain', code, { exports: undefined })).toBe('none')
    expect(await complaint('@scope/p', code)).toBe('none')
    expect(findPlugin('./node_modules/p-main', [at()])).toMatchObject({
      name: './node_modules/p-main',
      version: '1.0.0',
    })
    writeFileSync(at('own.ts'), `export const plugin: { checks: unknown[] } = { checks: [${CHECK}] }`)
    const { checks } = await partsWith([findPlugin('./own.ts', [at()])])
    expect(checks.at(-1)?.id).toBe('late')
  })

  it('that is wrong is named, with the key', async () => {
    expect(() => findPlugin('p-missing', [at()])).toThrow(
      /^plugin p-missing: not found from .*is it installed there\?$/,
    )
    expect(() => findPlugin('./p-missing.js', [at()])).toThrow(/not found/)
    expect(await complaint('p-none', 'export const other = 1')).toMatch(
      /^plugin p-none: its module does not export "plu/,
    )
    expect(await complaint('p-syntax', 'export const = 1')).toMatch(/^plugin p-syntax: cannot be loaded: /)
    expect(await complaint('p-throws', 'throw new Error("no key")')).toBe('plugin p-throws: cannot be loaded: no key')
    expect(await complaint('p-key', 'export const plugin = { check: [] }')).toBe(
      'plugin p-key: check: unknown key; did you mean checks? There are loaders, readers, extractors, checks, writers',
    )
    expect(
      await complaint('p-shape', `export const plugin = { checks: [{ ...${CHECK}, severity: 'fatal' }] }`),
    ).toMatch(/^plugin p-shape: checks\.0\.severity: /)
    expect(
      await complaint('p-run', `export const plugin = { writers: [{ id: 'x', files: 1 }, { id: 'Y', files() {} }] }`),
    ).toMatch(/plugin p-run: writers\.0\.files: must be a function\n.*plugin p-run: writers\.1\.id: must be a word/)
    expect(await complaint('p-out', '', { exports: '../p-none/index.js' })).toMatch(/outside its folder/)
    mkdirSync(at('node_modules/p-broken'))
    writeFileSync(at('node_modules/p-broken/package.json'), '{')
    expect(() => findPlugin('p-broken', [at()])).toThrow(/^plugin p-broken: /)
  })

  it('may not take the id of another part', async () => {
    expect(await complaint('p-taken', `export const plugin = { checks: [{ ...${CHECK}, id: 'name-drift' }] }`)).toBe(
      'plugin p-taken: checks.0.id: "name-drift" is taken by errata itself',
    )
    install(at(), 'p-again', `export const plugin = { checks: [${CHECK}] }`)
    await expect(partsWith([findPlugin('p-good', [at()]), findPlugin('p-again', [at()])])).rejects.toThrow(
      'plugin p-again: checks.0.id: "late" is taken by p-good',
    )
  })
})

describe('a pipeline with plugins', () => {
  const read = (text: string) => {
    mkdirSync(at('pipes'), { recursive: true })
    writeFileSync(at('pipes', 'p.yaml'), text)
    return readPipeline(at('pipes', 'p.yaml'))
  }

  it('finds them from its own folder, and knows their checks, formats and loaders', async () => {
    install(
      at('pipes'),
      'p-all',
      `export const plugin = { checks: [${CHECK}], writers: [{ id: 'w', *files() {} }], loaders: [{ id: 'l', *load() {} }] }`,
    )
    const pipeline = await read(
      'load: [a, { loader: l, options: { n: [1] } }]\nplugins: [p-all]\nreport: [w]\nchecks: { late: off }\n',
    )
    expect(pipeline).toMatchObject({
      load: ['a'],
      loaders: [{ loader: 'l', options: { n: [1] } }],
      plugins: [{ name: 'p-all', version: '1.0.0', file: at('pipes/node_modules/p-all/index.js') }],
      checks: { late: 'off' },
      report: ['w'],
    })
  })

  it('names the line of what is wrong', async () => {
    await expect(read('load: [a]\nplugins: [p-all, p-nowhere]')).rejects.toThrow(
      /p\.yaml:2:18: plugins\.1: plugin p-nowhere: not found/,
    )
    await expect(read('load: [a]\nplugins: [p-key]')).rejects.toThrow(
      /p\.yaml:2:11: plugins\.0: plugin p-key: check: u/,
    )
    await expect(read('load: [a]\nreport: [html, w]')).rejects.toThrow(
      /p\.yaml:2:16: report\.1: there is no format \u201cw\u201d; there are html, /,
    )
    await expect(read('load:\n  - loader: l')).rejects.toThrow(
      /:2:5: load\.0\.loader: there is no loader of a plugin \u201cl\u201d$/,
    )
  })
})
