import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonLines } from '../../src/load/jsonl.ts'
import { load } from '../../src/load/load.ts'
import { loadStdin } from '../../src/load/stdin.ts'
import type { Skipped, Source } from '../../src/model/document.ts'

const LOAD = fileURLToPath(new URL('../../src/load/load.ts', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'errata-special-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lineOf = (item: Source | Skipped): string =>
  'reason' in item ? `${item.path}: ${item.reason}` : `${item.doc} = ${Buffer.from(item.bytes)}`

async function lines(items: AsyncIterable<Source | Skipped>): Promise<string[]> {
  const all: string[] = []
  for await (const item of items) all.push(lineOf(item))
  return all
}

describe.skipIf(process.platform === 'win32')('what is no regular file', () => {
  it('is named and never opened', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    const server = createServer().listen(join(folder, 'socket.txt'))
    execFileSync('ln', ['-s', 'pipe.txt', join(folder, 'to-pipe.txt')])
    await new Promise(resolve => server.once('listening', resolve))
    expect(await lines(load([folder]))).toEqual([
      'pipe.txt: a named pipe (FIFO), not a file',
      'socket.txt: a socket, not a file',
      'to-pipe.txt: a link to a named pipe (FIFO), not a file',
    ])
    expect(await lines(load([join(folder, 'pipe.txt')]))).toEqual(['pipe.txt: a named pipe (FIFO), not a file'])
    expect(await lines(load(['/dev/zero']))).toEqual(['zero: a device, not a file'])
    server.close()
  })

  it('is named when it cannot be read, and the rest is loaded', () => {
    writeFileSync(join(folder, 'a.txt'), 'a')
    writeFileSync(join(folder, 'secret.txt'), 's')
    mkdirSync(join(folder, 'closed'))
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'secret.txt'), 0)
    chmodSync(join(folder, 'closed'), 0)
    const script = `import { load } from ${JSON.stringify(LOAD)}; for await (const item of load([${JSON.stringify(folder)}])) console.log(item.doc ?? item.path + ': ' + item.reason)`
    // The superuser may read everything, so somebody else must try.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      ...nobody,
    })
    chmodSync(join(folder, 'closed'), 0o755)
    expect(stdout.trim().split('\n')).toEqual([
      'a.txt',
      'closed: folder cannot be read: permission denied',
      'secret.txt: cannot be read: permission denied',
    ])
  })
})

describe.skipIf(process.platform !== 'linux')('file names', () => {
  it('that are not UTF-8, or hold control characters, are exact strings with U+FFFD', async () => {
    for (const name of ['\xff.txt', '\xfe.txt', 'a\nb\x1b[31m.txt', '-rf.txt'])
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]), name.slice(0, 1), 'latin1')
    expect(await lines(load([folder]))).toEqual([
      '-rf.txt = -',
      'a\nb\x1b[31m.txt = a',
      '\ufffd.txt = \ufffd',
      '\ufffd (2).txt = \ufffd',
    ])
  })
})

describe('size', () => {
  it('names the limit for a file, and does not read it', async () => {
    writeFileSync(join(folder, 'large.txt'), '')
    truncateSync(join(folder, 'large.txt'), 60_000_000)
    expect(await lines(load([folder]))).toEqual(['large.txt: larger than 50 MB'])
  })

  it('does not limit a .jsonl file, only its lines', async () => {
    const long = Buffer.alloc(1_000_000, 97)
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"doc":"a","text":"a"}\n')
      for (let chunk = 0; chunk < 51; chunk++) yield long
      yield Buffer.from('\n{"doc":"b","te')
      yield Buffer.from('xt":"b"}')
    }
    expect(await lines(jsonLines(chunks(), { path: 'f' }))).toEqual([
      'a = {"doc":"a","text":"a"}',
      'f#2: the line is larger than 50 MB',
      'b = {"doc":"b","text":"b"}',
    ])
  })

  it('of a .jsonl file costs linear time', async () => {
    const line = Buffer.from(`{"doc":"$","text":"${'word '.repeat(40)}"}\n`)
    let made = 0
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (; made < 20_000; made++) yield Buffer.from(line.toString().replace('$', String(made)))
    }
    const begin = performance.now()
    let count = 0
    for await (const item of jsonLines(chunks(), { path: 'f' })) if ('doc' in item) count++
    expect(count).toBe(20_000)
    expect(performance.now() - begin).toBeLessThan(5000)
  })
})

describe('standard input', () => {
  async function* input(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) yield Buffer.from(part)
  }
  const kinds = async (...parts: readonly string[]): Promise<string[]> => {
    const all: string[] = []
    for await (const item of loadStdin(undefined, input(...parts)))
      all.push('reason' in item ? lineOf(item) : `${item.doc} ${item.mediaType}`)
    return all
  }

  it('is told by how it begins', async () => {
    expect(await kinds('{"doc":"a","te', 'xt":"a"}\n{"doc":"b","text":"b"}')).toEqual([
      'a application/x-errata-document+json',
      'b application/x-errata-document+json',
    ])
    expect(await kinds('<!DOCTYPE html><p>a')).toEqual(['- text/html'])
    expect(await kinds('Plain text')).toEqual(['- text/plain'])
    expect(await kinds()).toEqual(['-: empty file'])
    expect(await kinds('{broken')).toEqual(['- text/plain'])
  })
})
