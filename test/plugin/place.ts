import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('errata-plugin-example', import.meta.url))

/** Gives a folder the example plugin and errata itself as its packages, as if they were installed; errata is this checkout. */
export function withExample(folder: string): void {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, 'errata-plugin-example'), { recursive: true })
  symlinkSync(ROOT, join(modules, 'errata'))
  for (const part of ['package.json', 'index.js', 'parts'])
    cpSync(join(EXAMPLE, part), join(modules, 'errata-plugin-example', part), { recursive: true })
}

/** Installs a package of one module into a folder. */
export function install(folder: string, name: string, code: string, manifest: object = {}): void {
  const place = join(folder, 'node_modules', name)
  mkdirSync(place, { recursive: true })
  writeFileSync(
    join(place, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js', ...manifest }),
  )
  writeFileSync(join(place, 'index.js'), code)
}
