import { describe, expect, it } from 'vitest'
import { gather, shown } from './gather.ts'

const head = (subject: string): string =>
  `From: Jo Roe <jo@e.invalid>\r\nTo: desk@e.invalid\r\nSubject: ${subject}\r\nDate: Wed, 03 Oct 2018 14:05:00 +0200 (CEST)\r\nMessage-ID: <1@e.invalid>\r\nMIME-Version: 1.0\r\n`
const simple = (subject: string, body: string): string =>
  `${head(subject)}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`
const base64 = (bytes: Uint8Array | string): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
const part = (type: string, body: string, more = ''): string => `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`
const mixed = (...parts: string[]): string =>
  `${head('Mixed')}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`

describe('a mail', () => {
  it('is read with its subject, sender and the day of its Date header', async () => {
    const body = 'APT38 stole =E2=82=AC5 million from a b=\r\nank in =46rance.'
    const { docs, skipped } = await gather(
      'a.eml',
      `${head('=?utf-8?Q?Caf=C3=A9_theft?=')}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}`,
    )
    expect(skipped).toEqual([])
    expect(docs).toMatchObject([
      {
        id: 'a.eml',
        title: 'Caf\u00e9 theft',
        author: 'Jo Roe',
        published: '2018-10-03',
        publishedFrom: 'mail',
        encoding: 'mail-plain',
      },
    ])
    expect(docs[0]?.text.trim()).toBe('APT38 stole \u20ac5 million from a bank in France.')
  })

  it('is read by its HTML when the plain part says little, and maps into the decoded part', async () => {
    const html =
      '<html><style>p { x }</style><p>Hackers took <b>$81&nbsp;million</b> from Bangladesh Bank in 2016.</p></html>'
    const both = (plain: string): string =>
      `${head('Both')}Content-Type: multipart/alternative; boundary=b\r\n\r\n${part('text/plain', plain)}${part('text/html; charset=utf-8', base64(html), 'Content-Transfer-Encoding: base64\r\n')}--b--\r\n`
    const { docs } = await gather('b.eml', both('Open in a browser.'))
    expect(docs).toMatchObject([
      { text: 'Hackers took $81 million from Bangladesh Bank in 2016.', encoding: 'mail-html' },
    ])
    const plain = await gather('b.eml', both('Hackers took $81 million from Bangladesh Bank in 2016.'))
    expect(plain.docs).toMatchObject([{ encoding: 'mail-plain' }])
  })

  it('gives what is attached as documents of their own, or says why not', async () => {
    const disposition = (name: string): string => `Content-Disposition: attachment; filename="${name}"\r\n`
    const { docs, skipped } = await gather(
      'm.eml',
      mixed(
        part('text/plain', 'See the attached.'),
        part('text/markdown', '# Report\n\nAPT28 again.', disposition('report.md')),
        part(
          'application/octet-stream',
          base64('<p>APT29 too.</p>'),
          `${disposition('../../page.html')}Content-Transfer-Encoding: base64\r\n`,
        ),
        part('message/rfc822', simple('Inner', 'Forwarded words.')),
        part('application/zip', 'PK', disposition('x\u001b[31m.zip')),
        part('image/png', 'x', 'Content-Disposition: inline\r\nContent-ID: <logo>\r\n'),
        part('application/pgp-signature', 'x'),
        part('application/pdf', '%PDF-1.4 nothing', disposition('broken.pdf')),
      ),
    )
    expect(docs.map(({ id, text, title }) => [id, text.trim(), title])).toEqual([
      ['m.eml', 'See the attached.', 'Mixed'],
      ['m.eml#1', 'Report\nAPT28 again.', 'Report'],
      ['m.eml#2', 'APT29 too.', undefined],
      ['m.eml#3', 'Forwarded words.', 'Inner'],
    ])
    expect(skipped.map(line => line.slice(0, 50))).toEqual([
      'm.eml#4: attachment "x\u001b[31m.zip": no reader takes ',
      expect.stringMatching(/^m\.eml#5: not a sound PDF/),
    ])
  })

  it('stands for nothing by itself when it only carries something along', async () => {
    const only = mixed(
      part('text/plain', ' '),
      part('text/html', '<p>The report of APT28.</p>', 'Content-Disposition: attachment; filename=a.html\r\n'),
    )
    expect(shown(await gather('o.eml', only))).toEqual({ docs: [['o.eml#1', 'The report of APT28.']], skipped: [] })
    expect((await gather('n.eml', `${head('Nothing')}\r\n`)).skipped).toEqual(['n.eml: no text: a mail without words'])
    expect((await gather('t.eml', 'no header here')).skipped).toEqual([
      't.eml: not a mail: it does not begin with a header',
    ])
  })

  it('breaks limits by name: nesting, parts, headers, mails within mails', async () => {
    let nested = 'deep'
    for (let level = 0; level < 60; level++)
      nested = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${nested}\r\n--b${level}--`
    expect((await gather('d.eml', `From: a\r\n${nested}`)).skipped[0]).toContain(
      'd.eml: not a sound mail: Maximum MIME nesting depth',
    )
    expect((await gather('p.eml', mixed(part('text/plain', 'x').repeat(6000)))).skipped).toEqual([
      'p.eml: too large: more than 5000 parts',
    ])
    expect((await gather('h.eml', `X: ${'a'.repeat(1_100_000)}\r\n\r\nwords`)).skipped[0]).toContain(
      'h.eml: not a sound mail: Maximum header size',
    )
    const start = process.cpuUsage()
    expect((await gather('a.eml', `From: ${'a:'.repeat(200_000)}\r\n\r\nwords`)).skipped[0]).toContain(
      'Maximum header size',
    )
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000)
    let inner = simple('0', 'core')
    for (let level = 1; level < 8; level++)
      inner = `From: a\r\nContent-Type: multipart/mixed; boundary=m${level}\r\n\r\n--m${level}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--m${level}--\r\n`
    expect((await gather('r.eml', inner)).skipped[0]).toContain(
      'more than 5 archives, mails or feeds within each other',
    )
  })
})

describe('a mailbox', () => {
  const message = (n: number, body: string): string =>
    `From jo@e.invalid Wed Oct  3 14:05:0${n} 2018\n${simple(`M${n}`, body).replaceAll('\r\n', '\n')}\n`

  it('gives each message, and takes marks off guarded lines', async () => {
    const box =
      message(1, 'One.\n\n>From the desk of Jo.\n\nFrom here on nothing.') + message(2, 'Two.') + message(3, '')
    const { docs, skipped } = await gather('in.mbox', box)
    expect(docs.map(({ id, text, published }) => [id, text.trim(), published])).toEqual([
      ['in.mbox#1', 'One.\n\nFrom the desk of Jo.\n\nFrom here on nothing.', '2018-10-03'],
      ['in.mbox#2', 'Two.', '2018-10-03'],
    ])
    expect(skipped).toEqual(['in.mbox#3: no text: a mail without words'])
    expect((await gather('no.mbox', simple('x', 'y'))).skipped).toEqual([
      'no.mbox: not a mailbox: its first line is no "From " line',
    ])
    expect((await gather('e.mbox', '')).skipped).toEqual(['e.mbox: no messages: an empty mailbox'])
  })

  it('gives the same however the stream is cut', async () => {
    const { mbox } = await import('../../src/load/mbox.ts')
    const box = Buffer.from(message(1, 'One.\nFrom x at 10:00\n\nFrom x\n') + message(2, 'Two.'))
    const ids = async (size: number): Promise<string[]> => {
      const pieces = Array.from({ length: Math.ceil(box.length / size) }, (_, n) =>
        box.subarray(n * size, (n + 1) * size),
      )
      const found: string[] = []
      for await (const item of mbox(pieces, { path: 'b' })) found.push('id' in item ? item.id : item.reason)
      return found
    }
    const whole = await ids(box.length)
    expect(whole.length).toBe(2)
    for (const size of [1, 2, 3, 7, 50]) expect(await ids(size)).toEqual(whole)
  })

  it('takes linear time for millions of short lines and for one long line', async () => {
    const { mbox } = await import('../../src/load/mbox.ts')
    for (const body of [
      'x\n'.repeat(1_000_000),
      'From \n'.repeat(310_000),
      '\nFrom '.repeat(310_000),
      'x'.repeat(2_000_000),
    ]) {
      const box = Buffer.from(message(1, body))
      const pieces = Array.from({ length: Math.ceil(box.length / 65_536) }, (_, n) =>
        box.subarray(n * 65_536, (n + 1) * 65_536),
      )
      let count = 0
      for await (const _ of mbox(pieces, { path: 'b' })) count++
      expect(count).toBe(1)
    }
  })
})

it('reads standard input as what it begins like', async () => {
  const { loadStdin } = await import('../../src/load/stdin.ts')
  const types = async (content: string): Promise<string[]> => {
    const found: string[] = []
    async function* stdin() {
      yield Buffer.from(content)
    }
    for await (const item of loadStdin(undefined, stdin()))
      found.push('reason' in item ? item.reason : `${item.path} ${item.mediaType}`)
    return found
  }
  expect(await types(simple('S', 'words'))).toEqual(['- message/rfc822'])
  expect(await types('Title: A\nDate: 2018-10-03\n\nwords')).toEqual(['- text/plain'])
  expect(await types('%PDF-1.7')).toEqual(['- application/pdf'])
  expect(await types('[{"doc":"a","text":"x"}]')).toEqual(['-#1 application/x-errata-document+json'])
  expect(await types('{\n  "doc": "a", "text": "x"}')).toEqual(['- application/x-errata-document+json'])
  expect(await types('{"doc":"a","text":"x"}')).toEqual(['-#1 application/x-errata-document+json'])
  expect(await types('<?xml version="1.0"?><html><body>x</body></html>')).toEqual(['- application/xhtml+xml'])
  expect(await types('<?xml version="1.0"?><rss><channel><item><title>x</title></item></channel></rss>')).toEqual([
    '-#1 application/x-errata-feed-item+xml',
  ])
})
