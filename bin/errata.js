#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still read it and say what is missing.
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const [major, minor] = process.versions.node.split('.').map(Number)

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  console.log(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version)
} else if (major > 22 || (major === 22 && minor >= 18)) {
  module.enableCompileCache?.()
  const source = new URL('src/cli/main.ts', root)
  const { main } = await import(existsSync(source) ? source.href : new URL('dist/cli/main.js', root).href)
  process.exitCode = await main(process.argv.slice(2))
} else {
  // A checkout carries its own runtime as an optional dependency; a packed errata does not.
  const pinned = new URL(`node_modules/.bin/node${process.platform === 'win32' ? '.exe' : ''}`, root)
  if (existsSync(pinned)) {
    const { spawn } = await import('node:child_process')
    const child = spawn(fileURLToPath(pinned), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1)
    })
  } else {
    console.error(`errata needs Node 22.18 or newer; this is Node ${process.versions.node}.`)
    process.exitCode = 2
  }
}
