import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.ts'
import type { Hints } from '../../src/model/document.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'errata-load-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes files below the test's folder; returns its path. */
function write(files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** One line for each thing loaded: `doc = text` of a source, `path: reason` of what was skipped. */
async function loaded(inputs: readonly string[], hints?: Hints): Promise<string[]> {
  const lines: string[] = []
  for await (const item of load(inputs, hints))
    lines.push('reason' in item ? `${item.path}: ${item.reason}` : `${item.doc} = ${Buffer.from(item.bytes)}`)
  return lines
}

describe('a folder', () => {
  it('counts a file once that a name and patterns give', async () => {
    const root = write({ 'in/a.txt': 'A', 'in/ab.txt': 'B', 'in/c.md': 'C' })
    const patterns = [join(root, 'in/a.txt'), join(root, 'in/*.txt'), join(root, 'in/a*')]
    expect(await loaded(patterns)).toEqual(['a.txt = A', 'ab.txt = B'])
  })

  it('gives every file in the order of whole paths, each with its path as doc', async () => {
    write({ 'b.txt': 'b', 'a/z.txt': 'az', 'a.txt': 'a', 'a-1.txt': 'a1', 'a/b/c.txt': 'abc', 'ä.txt': 'ä' })
    expect(await loaded([folder])).toEqual([
      'a-1.txt = a1',
      'a.txt = a',
      'a/b/c.txt = abc',
      'a/z.txt = az',
      'b.txt = b',
      'ä.txt = ä',
    ])
  })

  it('names what no reader takes, empty files and empty folders', async () => {
    write({ 'a.xyz': 'x', README: 'x', '.hidden': 'x', 'empty.txt': '', 'photo.JPG': 'x' })
    mkdirSync(join(folder, 'nothing'))
    expect(await loaded([folder])).toEqual([
      '.hidden: no reader takes files without an extension',
      'README: no reader takes files without an extension',
      'a.xyz: no reader takes .xyz files',
      'empty.txt: empty file',
      'nothing: empty folder',
      'photo.JPG: no reader takes .jpg files',
    ])
    expect(await loaded([join(folder, 'nothing')])).toEqual([`${folder}/nothing: empty folder`])
  })

  it('follows links to files inside, and names links that lead outside or nowhere', async () => {
    write({ 'in/a.txt': 'a', 'out/b.txt': 'b', 'in/sub/c.txt': 'c' })
    symlinkSync('../out/b.txt', join(folder, 'in/outside.txt'))
    symlinkSync('../out', join(folder, 'in/outside'))
    symlinkSync('a.txt', join(folder, 'in/inside.txt'))
    symlinkSync('.', join(folder, 'in/loop'))
    symlinkSync('gone.txt', join(folder, 'in/broken.txt'))
    expect(await loaded([join(folder, 'in')])).toEqual([
      'a.txt = a',
      'broken.txt: a link to a file that does not exist',
      'inside.txt = a',
      'loop: a link to a folder of the same input',
      'outside: a link that leads outside the input',
      'outside.txt: a link that leads outside the input',
      'sub/c.txt = c',
    ])
  })
})

describe('packed files', () => {
  it('unpacks .gz of anything a reader takes and keeps the name', async () => {
    write({
      'a.txt.gz': gzipSync('packed'),
      'd.jsonl.gz': gzipSync('{"doc":"d1","text":"t"}\n'),
      'data.tar.gz': gzipSync('x'),
      'half.txt.gz': gzipSync('packed').subarray(0, 12),
      'plain.gz': gzipSync('x'),
    })
    expect(await loaded([folder])).toEqual([
      'a.txt.gz = packed',
      'd1 = {"doc":"d1","text":"t"}',
      'data.tar.gz: no reader takes .tar files',
      'half.txt.gz: not a whole .gz file: unexpected end of file',
      'plain.gz: no reader takes files without an extension before .gz',
    ])
  })

  it('names the limit that a bomb breaks', async () => {
    write({ 'bomb.txt.gz': gzipSync(Buffer.alloc(51_000_000, 97)) })
    expect(await loaded([folder])).toEqual(['bomb.txt.gz: larger than 50 MB when unpacked'])
  })
})

describe('a .jsonl file', () => {
  it('gives each line its own doc and names bad lines by number', async () => {
    write({
      'd.jsonl':
        '\uFEFF{"doc":"one","text":"a"}\n\n{broken\n[1]\n{"text":"b"}\n{"doc":"one","text":"c"}\n{"doc":"two","text":"d"}',
    })
    const lines = await loaded([join(folder, 'd.jsonl')])
    expect(lines[0]).toBe('one = {"doc":"one","text":"a"}')
    expect(lines[1]).toMatch(/^d\.jsonl#3: not JSON: /)
    expect(lines.slice(2)).toEqual([
      'd.jsonl#4: not a JSON object with "doc" and "text"',
      'd.jsonl#5: "doc" is missing or not a string',
      'd.jsonl#6: line 1 has the same "doc"',
      'two = {"doc":"two","text":"d"}',
    ])
  })

  it('without a document says so', async () => {
    write({ 'blank.jsonl': '\n \n', 'empty.jsonl': '' })
    expect(await loaded([folder])).toEqual([
      'blank.jsonl: no documents: no line with text',
      'empty.jsonl: no documents: no line with text',
    ])
  })
})

describe('several inputs', () => {
  it('puts the name of the input in front where two have one relative path', async () => {
    write({ 'x/a.txt': 'xa', 'x/only.txt': 'o', 'y/a.txt': 'ya', 'z/a.txt': 'za' })
    const inputs = [join(folder, 'x'), join(folder, 'y'), join(folder, 'z/a.txt')]
    expect(await loaded(inputs)).toEqual(['x/a.txt = xa', 'only.txt = o', 'y/a.txt = ya', 'z/a.txt = za'])
  })

  it('reads an input that is given twice, or inside another, once', async () => {
    write({ 'a.txt': 'a', 'sub/b.txt': 'b' })
    const inputs = [join(folder, 'a.txt'), `${folder}/`, join(folder, 'sub'), join(folder, 'sub', '*.txt'), folder]
    expect(await loaded(inputs)).toEqual(['a.txt = a', 'sub/b.txt = b'])
  })

  it('stops before reading anything when a path is missing', async () => {
    write({ 'a.txt': 'a' })
    await expect(loaded([folder, join(folder, 'gone')])).rejects.toMatchObject({ exitCode: 2 })
  })
})

describe('a quoted pattern', () => {
  it('takes what matches, named from where the pattern begins', async () => {
    write({ 'n/a.txt': 'a', 'n/b.md': 'b', 'n/sub/c.txt': 'c' })
    expect(await loaded([join(folder, 'n/*.txt')])).toEqual(['a.txt = a'])
    expect(await loaded([join(folder, 'n/**/*.txt')])).toEqual(['a.txt = a', 'sub/c.txt = c'])
  })

  it('that matches nothing is an error', async () => {
    await expect(loaded([join(folder, '*.txt')])).rejects.toMatchObject({ exitCode: 2 })
  })
})

it('passes on what is known of all documents', async () => {
  write({ 'a.txt': 'a', 'd.jsonl': '{"doc":"d","text":"t"}' })
  const hints: unknown[] = []
  for await (const item of load([folder], { published: '2018-10-03' })) if ('doc' in item) hints.push(item.hints)
  expect(hints).toEqual([{ published: '2018-10-03' }, { published: '2018-10-03' }])
})
