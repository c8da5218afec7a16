// Packs the tarball that users install: dist/ and data, from a manifest without the pinned runtime (it would put a
// second `node` into the consumer's .bin) and without what only developers need. `npm run pack [-- FOLDER]`.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Manifest {
  readonly [key: string]: unknown
  readonly exports: Readonly<Record<string, string>>
}

/** What the tarball holds beside its manifest. */
const PARTS = [
  'bin',
  'dist',
  'corpus/articles',
  'corpus/knowledge',
  'pipelines',
  'schemas',
  'LICENSE',
  'NOTICE',
  'README.md',
  'CHANGELOG.md',
]

const root = fileURLToPath(new URL('..', import.meta.url))
const target = resolve(process.argv[2] ?? root)
execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'inherit' })

const stage = mkdtempSync(join(tmpdir(), 'errata-pack-'))
try {
  const {
    devDependencies: _development,
    optionalDependencies: _runtime,
    scripts: _scripts,
    ...manifest
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const compiled = Object.entries(manifest.exports).map(([name, file]) => {
    const js = file.replace('./src/', './dist/').replace(/\.ts$/, '.js')
    return [name, { types: js.replace(/\.js$/, '.d.ts'), default: js }]
  })
  writeFileSync(
    join(stage, 'package.json'),
    JSON.stringify({ ...manifest, exports: Object.fromEntries(compiled) }, null, 2),
  )
  for (const part of PARTS) {
    if (!existsSync(join(root, part))) throw new Error(`${part} is missing: the tarball would be incomplete`)
    cpSync(join(root, part), join(stage, part), { recursive: true })
  }
  mkdirSync(target, { recursive: true })
  execFileSync('npm', ['pack', '--silent', '--pack-destination', target], {
    cwd: stage,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
} finally {
  rmSync(stage, { recursive: true, force: true })
}
