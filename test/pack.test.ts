import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const EXAMPLE = join(ROOT, 'test/plugin/errata-plugin-example')

/** A stranger's empty folder with the packed errata in its node_modules; its dependencies are those of this checkout. */
describe('the packed tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'errata-installed-'))
  const installed = join(folder, 'node_modules/errata')
  const plugin = join(folder, 'node_modules/errata-plugin-example')

  beforeAll(() => {
    execFileSync(process.execPath, [join(ROOT, 'scripts/pack.ts'), folder])
    const [tarball] = globSync('errata-[0-9]*.tgz', { cwd: folder })
    execFileSync('mkdir', ['-p', installed])
    execFileSync('tar', ['xzf', join(folder, tarball ?? ''), '-C', installed, '--strip-components=1'])
    symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'))
    execFileSync('npm', ['pack', '--silent', '--offline', '--pack-destination', folder], { cwd: EXAMPLE })
    execFileSync('mkdir', ['-p', plugin])
    execFileSync('tar', ['xzf', join(folder, 'errata-plugin-example-1.0.0.tgz'), '-C', plugin, '--strip-components=1'])
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const errata = (...args: string[]) =>
    spawnSync(process.execPath, [join(installed, 'bin/errata.js'), ...args], { cwd: folder, encoding: 'utf8' })

  it('carries neither the pinned runtime nor what only developers need', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(manifest.optionalDependencies).toBeUndefined()
    expect(manifest.devDependencies).toBeUndefined()
    expect(existsSync(join(installed, 'src'))).toBe(false)
    expect(existsSync(join(installed, 'NOTICE'))).toBe(true)
  })

  it('runs from its compiled files: lint, run, verify', () => {
    const articles = join(installed, 'corpus/articles')
    const lint = errata('lint', '--format', 'jsonl', join(articles, 'threats/2020-10-21-strait-power.txt'))
    expect(lint.stderr).toBe('')
    expect(lint.stdout).toContain('"kind":"name-drift"')
    const run = errata('run', articles, '--threads', '2')
    expect(run.status, run.stderr).toBe(0)
    expect(existsSync(join(folder, 'output/report.html'))).toBe(true)
    expect(errata('verify').status).toBe(0)
  })

  it('exports its public API', () => {
    const code = "import('errata').then(m => console.log(Object.keys(m).length > 0))"
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stdout.trim(), stderr).toBe('true')
  })

  it('takes a plugin that was packed and installed beside it', () => {
    expect(readdirSync(plugin).sort()).toEqual(['index.js', 'package.json', 'parts'])
    writeFileSync(join(folder, 'letters.txt'), 'Dear bank, we we are sorry for GHSA-jfh8-c2jp-5v3q.\n')
    writeFileSync(
      join(folder, 'errata.yaml'),
      `load: [{ loader: example-letters, options: { file: letters.txt } }]
plugins: [errata-plugin-example]
report: [example-tsv]
store: plugin.sqlite
`,
    )
    const run = errata('run', 'errata.yaml', '--threads', '1')
    expect(run.status, run.stderr).toBe(0)
    expect(readFileSync(join(folder, 'output/flags.tsv'), 'utf8')).toContain('example-repeated-word')
    expect(errata('export', 'mentions', '--db', 'plugin.sqlite').stdout).toContain('"by":"example-advisory"')
  })

  it('lets the author of a plugin test it, types included', () => {
    cpSync(join(EXAMPLE, 'plugin.test.js'), join(plugin, 'plugin.test.js'))
    const tested = spawnSync(process.execPath, ['--test', join(plugin, 'plugin.test.js')], { encoding: 'utf8' })
    expect(tested.status, tested.stdout).toBe(0)
    cpSync(EXAMPLE, join(folder, 'own'), { recursive: true })
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const how = '--noEmit --checkJs --strict --skipLibCheck --target es2024 --module nodenext --types node'.split(' ')
    const types = ['--typeRoots', join(ROOT, 'node_modules/@types')]
    const checked = spawnSync(process.execPath, [tsc, ...how, ...types, 'own/index.js', 'own/plugin.test.js'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(checked.stdout).toBe('')
    expect(checked.status).toBe(0)
  })

  it('says plainly what an old Node lacks', () => {
    const script = readFileSync(join(installed, 'bin/errata.js'), 'utf8')
    expect(script).toContain('errata needs Node 22.18 or newer')
  })
})
