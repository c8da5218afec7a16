import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { block, pdfFile } from '../read/pdf-file.ts'
import { errata, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const words = (n: number): string =>
  `The group APT38, which works for North Korea, stole ${n} million dollars from a bank in Chile on 3 October 2017.`
const mail = (n: number): string =>
  `From: Jo <jo@e.invalid>\nSubject: Raid ${n}\nDate: Wed, 03 Oct 2018 14:05:00 +0200\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`${words(n)} Caf\u00e9.`).toString('base64')}\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>${words(n + 1)}</p>\n--b\nContent-Type: video/mp4\nContent-Disposition: attachment; filename=a.mp4\n\nx\n--b--\n`
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>${words(9)}</p>`
const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.invalid/a?token=hidden\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`

it('runs, reports and verifies every format, and accounts for every part', () => {
  mkdirSync(at('in'))
  const files: Record<string, string | Uint8Array> = {
    'a.pdf': pdfFile([[{ text: 'Raid', y: 720, size: 20 }, ...block(690, [words(1)])], block(690, [words(2)])]),
    'b.eml': mail(3),
    'c.mbox.gz': gzipSync(`From a Wed Oct  3 14:05:00 2018\n${mail(5)}\nFrom a Wed Oct  3 14:05:00 2018\n${mail(7)}`),
    'd.warc.gz': gzipSync(warc),
    'e.json': JSON.stringify([{ doc: 'e-1', text: words(10) }, { doc: 'e-2' }]),
    'f.xml': `<rss version="2.0"><channel><title>W</title><item><title>R</title><description>&lt;p&gt;${words(11)}&lt;/p&gt;</description></item></channel></rss>`,
    'g.pdf': '%PDF-1.4 broken',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(at('in', name), content)
  const store = ['--db', at('x.sqlite')]
  const run = errata('run', at('in'), ...store, '--out', at('out'), '--threads', '1')
  expect([run.status, run.stderr.includes('please report')]).toEqual([3, false])
  const inputs = lines(errata('status', '--json', ...store).stdout)
  expect(inputs.map(({ path, status }) => `${path} ${status}`)).toEqual([
    ...['a.pdf parsed', 'b.eml parsed', 'b.eml#1 parsed', 'b.eml#2 skipped'],
    ...['c.mbox.gz#1 parsed', 'c.mbox.gz#1#1 parsed', 'c.mbox.gz#1#2 skipped'],
    ...['c.mbox.gz#2 parsed', 'c.mbox.gz#2#1 parsed', 'c.mbox.gz#2#2 skipped'],
    ...['d.warc.gz#1 parsed', 'e.json#1 parsed', 'e.json#2 skipped', 'f.xml#1 parsed', 'g.pdf skipped'],
  ])
  const verified = errata('verify', ...store)
  expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('sound: 10 documents')])
  const documents = lines(errata('export', 'documents', ...store).stdout)
  expect(documents.map(({ doc, encoding, published }) => [doc, encoding, published])).toContainEqual([
    'b.eml',
    'mail-plain',
    '2018-10-03',
  ])
  expect(documents.find(({ doc }) => doc === 'd.warc.gz#1')).toMatchObject({
    url: 'https://e.invalid/a?token=REDACTED',
  })
  expect(documents.find(({ doc }) => doc === 'a.pdf')?.['pages']).toHaveLength(2)
  expect(errata('run', at('in'), ...store, '--out', at('out'), '--threads', '1').stderr).toContain('10 unchanged')
}, 120_000)
