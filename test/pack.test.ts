import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A stranger's empty folder with the packed errata in its node_modules; its dependencies are those of this checkout. */
describe('the packed tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'errata-installed-'))
  const installed = join(folder, 'node_modules/errata')

  beforeAll(() => {
    execFileSync(process.execPath, [join(ROOT, 'scripts/pack.ts'), folder])
    const [tarball] = globSync('errata-*.tgz', { cwd: folder })
    execFileSync('mkdir', ['-p', installed])
    execFileSync('tar', ['xzf', join(folder, tarball ?? ''), '-C', installed, '--strip-components=1'])
    symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'))
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

  it('says plainly what an old Node lacks', () => {
    const script = readFileSync(join(installed, 'bin/errata.js'), 'utf8')
    expect(script).toContain('errata needs Node 22.18 or newer')
  })
})
