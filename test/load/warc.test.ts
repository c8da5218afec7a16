import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gather, shown } from './gather.ts'

const record = (type: string, content: string | Uint8Array, fields: Record<string, string> = {}): Buffer => {
  const body = Buffer.from(content)
  const head = {
    'WARC-Type': type,
    'WARC-Date': '2018-10-03T14:05:00Z',
    'WARC-Target-URI': 'https://e.invalid/a',
    'Content-Length': String(body.length),
    ...fields,
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), body, Buffer.from('\r\n\r\n')])
}
const http = (
  body: string | Uint8Array,
  headers = 'Content-Type: text/html; charset=iso-8859-1\r\n',
  status = '200 OK',
): Buffer => Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n`), Buffer.from(body)])
const response = (...given: Parameters<typeof http>): Buffer =>
  record('response', http(...given), { 'Content-Type': 'application/http; msgtype=response' })
const page = '<html><title>Raid</title><body><p>APT38 took $5 million from a caf\u00e9.</p></body></html>'
const TEXT = 'APT38 took $5 million from a caf\u00e9.'

describe('a web archive', () => {
  it('gives the pages of responses, resources and conversions, told by the number of their record', async () => {
    const warc = Buffer.concat([
      record('warcinfo', 'software: x\r\n', { 'Content-Type': 'application/warc-fields' }),
      record('request', 'GET / HTTP/1.1\r\n\r\n'),
      response(Buffer.from(page, 'latin1')),
      record('resource', 'Plain words.', { 'Content-Type': 'text/plain' }),
      record('conversion', page, {
        'Content-Type': 'text/html; charset=utf-8',
        'WARC-Target-URI': '<https://e.invalid/b>',
      }),
      response('x', 'Content-Type: image/png\r\n'),
      response('gone', undefined, '404 Not Found'),
      record('revisit', ''),
      record('resource', 'wget -r', {
        'Content-Type': 'text/plain',
        'WARC-Target-URI': '<metadata://gnu.org/software/wget/warc/wget_arguments.txt>',
      }),
    ])
    const { docs, skipped } = await gather('crawl.warc', warc)
    expect(docs).toMatchObject([
      { id: 'crawl.warc#3', text: TEXT, url: 'https://e.invalid/a', encoding: 'windows-1252', title: 'Raid' },
      { id: 'crawl.warc#4', text: 'Plain words.', url: 'https://e.invalid/a' },
      { id: 'crawl.warc#5', text: TEXT, url: 'https://e.invalid/b' },
    ])
    // The date of a record is that of its fetching.
    expect(docs.map(({ published }) => published)).toEqual([undefined, undefined, undefined])
    expect(skipped).toEqual([
      'crawl.warc#6: no reader takes image/png',
      'crawl.warc#7: not a page: HTTP status 404',
      'crawl.warc#8: a revisit record: its page is in another archive, or earlier in this one',
    ])
  })

  it('takes transfer and content encodings off', async () => {
    const html = 'Content-Type: text/html; charset=utf-8\r\n'
    const chunk = (part: Uint8Array | string): Buffer =>
      Buffer.concat([
        Buffer.from(`${Buffer.from(part).length.toString(16)};x=1\r\n`),
        Buffer.from(part),
        Buffer.from('\r\n'),
      ])
    const zipped = gzipSync(page)
    const warc = Buffer.concat([
      response(zipped, `${html}Content-Encoding: gzip\r\n`),
      response(brotliCompressSync(page), `${html}content-encoding: br\r\n`),
      response(
        Buffer.concat([chunk(zipped.subarray(0, 9)), chunk(zipped.subarray(9)), Buffer.from('0\r\n\r\n')]),
        `${html}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n`,
      ),
      response(page, `${html}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n`),
      response(zipped.subarray(0, 20), `${html}Content-Encoding: gzip\r\n`),
      response(page, `${html}Content-Encoding: snappy\r\n`),
    ])
    const { docs, skipped } = await gather(
      'e.warc.gz',
      Buffer.concat([gzipSync(warc.subarray(0, 700)), gzipSync(warc.subarray(700))]),
    )
    expect(docs.map(({ id, text }) => [id, text])).toEqual([1, 2, 3, 4].map(n => [`e.warc.gz#${n}`, TEXT]))
    expect(skipped).toEqual([
      'e.warc.gz#5: its body cannot be unpacked: unexpected end of file',
      'e.warc.gz#6: its body has the unknown encoding "snappy"',
    ])
  })

  it('opens feeds and mails in it, and refuses bombs', async () => {
    const feed =
      '<rss version="2.0"><channel><title>W</title><item><title>A</title><description>One</description></item></channel></rss>'
    const bomb = gzipSync(Buffer.alloc(60_000_000))
    const warc = Buffer.concat([
      response(feed, 'Content-Type: application/rss+xml\r\n'),
      response(bomb, 'Content-Type: text/html\r\nContent-Encoding: gzip\r\n'),
    ])
    expect(shown(await gather('f.warc', warc))).toEqual({
      docs: [['f.warc#1#1', 'One']],
      skipped: ['f.warc#2: larger than 50 MB when unpacked'],
    })
    expect(
      (await gather('b.warc.gz', gzipSync(Buffer.concat([response(page), Buffer.alloc(80_000_000)])))).skipped.at(-1),
    ).toMatch(/^b\.warc\.gz: (?:unpacks to more than 500 times|not a whole WARC)/)
  })

  it('keeps the records before a broken end, whatever the cut', async () => {
    const one = response(Buffer.from(page, 'latin1'))
    const warc = Buffer.concat([one, one])
    for (const cut of [1, 30, one.length - 100, one.length - 4]) {
      const { docs, skipped } = await gather('cut.warc', warc.subarray(0, one.length + cut))
      expect([docs.length, skipped.length]).toEqual([cut === one.length - 4 ? 2 : 1, cut === one.length - 4 ? 0 : 1])
      const packed = await gather(
        'cut.warc.gz',
        Buffer.concat([gzipSync(one), gzipSync(one).subarray(0, 20 + (cut % 50))]),
      )
      expect([packed.docs.length, packed.skipped.length]).toEqual([1, 1])
    }
    expect((await gather('no.warc', 'words')).skipped).toEqual([
      'no.warc: not a whole WARC file: no record begins in it',
    ])
    expect((await gather('none.warc', '')).skipped).toEqual(['none.warc: no records: an empty archive'])
    const lie = record('resource', 'short', { 'Content-Type': 'text/plain', 'Content-Length': '99999999999' })
    expect((await gather('lie.warc', lie)).skipped).toEqual([
      'lie.warc: not a whole WARC file: it breaks off within record 1',
    ])
  })

  it('takes linear time for tiny records, chunks and headers', async () => {
    const tiny = record('metadata', '')
    expect((await gather('tiny.warc', Buffer.concat(Array(20_000).fill(tiny)))).skipped).toEqual([
      'tiny.warc: an archive without pages: no response, resource or conversion record',
    ])
    const chunks = response(
      `${'1\r\nx\r\n'.repeat(300_000)}0\r\n\r\n`,
      'Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n',
    )
    expect((await gather('chunks.warc', chunks)).docs[0]?.text.length).toBe(300_000)
    expect((await gather('heads.warc', record('metadata', '', { X: 'a'.repeat(100_000) }))).skipped[0]).toContain(
      'no record begins in it',
    )
  })
})
