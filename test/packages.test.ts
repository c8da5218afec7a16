import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ERRATA } from './cli/errata.ts'
import { scratch } from './cli/folder.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const at = scratch()

interface Locked {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }

/** Everything that `npm ci --omit=dev` installs, by its path; the pinned runtime is none of ours. */
const installed = Object.entries(lock.packages).filter(
  ([path, { dev }]) => path !== '' && !dev && !/^node_modules\/node-(?:linux|win)-/.test(path),
)

/** The package of a module: the last `node_modules/NAME` of its address. */
const packageOf = (url: string): string => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? url

/** Whether a module reads a file `.env`, by itself, by the package for it, or by Node. */
const readsEnv = (file: string): boolean =>
  /['"/]\.env['"`.]|\bloadEnvFile\b|['"]dotenv\b/.test(readFileSync(file, 'utf8'))

describe('packages at run time', () => {
  it('have no install script', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([])
    for (const [path] of installed) {
      const manifest = join(ROOT, path, 'package.json')
      // Prebuilt binaries of other platforms are not installed.
      if (!existsSync(manifest)) continue
      const { scripts = {}, gypfile } = JSON.parse(readFileSync(manifest, 'utf8')) as {
        scripts?: Record<string, string>
        gypfile?: boolean
      }
      expect(
        Object.keys(scripts).filter(name => /^(?:pre|post)?install$/.test(name)),
        path,
      ).toEqual([])
      // npm would compile where there is a binding.gyp, unless the package says that it need not.
      if (existsSync(join(ROOT, path, 'binding.gyp'))) expect(gypfile, path).toBe(false)
    }
  })

  it('are few: those that are loaded, and those that are installed with them', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(30)
    expect(Object.values(dependencies).filter(version => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    // natural alone brings sixty that are never loaded.
    expect(installed.length).toBeLessThanOrEqual(220)
  })

  it('that are really loaded read no .env, and are those of the lockfile', () => {
    mkdirSync(at('in'))
    const page = '<!doctype html><title>A bank</title><article><p>Hackers of APT38 robbed a bank in Chile.</article>'
    writeFileSync(at('in', 'a.html'), page)
    writeFileSync(at('in', 'b.md'), '---\ntitle: B\n---\n# B\n\nLazrus Group stole $3 million, 40% of all.\n')
    writeFileSync(at('in', 'c.jsonl'), '{"doc":"c","text":"The heist was last year."}\n')
    writeFileSync(
      at('p.yaml'),
      `load: [in]\nreport: [html, md, jsonl, csv, sarif, stix, webannotation]\nstore: x.sqlite\n`,
    )
    writeFileSync(at('.env'), 'ERRATA_CANARY=read\n')
    const list = at('loaded.txt')
    const preload = ['--import', fileURLToPath(new URL('loaded.mjs', import.meta.url))]
    const run = spawnSync(process.execPath, [...preload, ERRATA, 'run', 'p.yaml', '--threads', '1'], {
      cwd: at(),
      encoding: 'utf8',
      env: { ...process.env, LOADED: list },
    })
    expect(run.status, run.stderr).toBe(0)
    const lookup = [...preload, ERRATA, 'knowledge', 'lookup', 'Lazurus Grup']
    const { status, stderr } = spawnSync(process.execPath, lookup, {
      cwd: at(),
      encoding: 'utf8',
      env: { ...process.env, LOADED: list },
    })
    expect(status, stderr).toBe(0)
    const urls = [...new Set(readFileSync(list, 'utf8').trimEnd().split('\n'))]
    const loaded = [...new Set(urls.map(packageOf))].sort()
    expect(loaded).toEqual(
      expect.arrayContaining(['better-sqlite3', 'cheerio', 'linkedom', 'natural', 'p-queue', 'zod']),
    )
    expect(loaded.length).toBeLessThanOrEqual(75)
    const known = new Set(installed.map(([path]) => packageOf(`/${path}/`)))
    expect(loaded.filter(name => !known.has(name))).toEqual([])
    expect(urls.map(url => fileURLToPath(url.replace(/[?#].*/, ''))).filter(readsEnv)).toEqual([])
    for (const name of ['dotenv', 'mongoose', 'redis', 'pg']) expect(loaded).not.toContain(name)
    // natural's root does; its string distances, by deep path, do not.
    expect(readsEnv(join(ROOT, 'node_modules/dotenv/lib/main.js'))).toBe(true)
  })

  it('can be listed: npm sbom, as the release recipe has it', () => {
    const how = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--omit', 'optional', '--package-lock-only']
    const { status, stdout, stderr } = spawnSync('npm', how, { cwd: ROOT, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    const { components } = JSON.parse(stdout) as { components: { name: string; version: string }[] }
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['better-sqlite3', 'croner', 'zod']))
    expect(components.length).toBeLessThanOrEqual(installed.length)
  })
})
