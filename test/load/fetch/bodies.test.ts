import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { nights, told } from './fetching.ts'
import { answer, type Handler, HTML, site } from './site.ts'

const host = await site()
const { night } = nights({ allow: [host.origin], timeout: 2.5, idle: 1, retries: 1, maxBytes: 2_000_000 })
const text = 'The bank lost $81 million. '.repeat(20)

/** What comes of one answer. */
async function outcome(path: string, handler: Handler): Promise<string | undefined> {
  host.routes.set(path, handler)
  return told(await night([{ url: `${host.origin}${path}` }]))[path]
}

const raw =
  (...parts: (string | Uint8Array)[]): Handler =>
  (_, response) => {
    const socket = response.socket
    for (const part of parts) socket?.write(part)
    socket?.end()
  }

describe('a body', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
  ])('packed as %s is unpacked', async (coding, body) => {
    const path = `/${coding}-${body.length}`
    expect(await outcome(path, answer(body, { ...HTML, 'content-encoding': coding }))).toBe(text.slice(0, 60))
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(50_000_000))],
    ['deflate', deflateSync(Buffer.alloc(50_000_000))],
  ])('that is a bomb of %s is refused early', async (coding, bomb) => {
    const reason = await outcome(`/bomb-${coding}`, answer(bomb, { ...HTML, 'content-encoding': coding }))
    expect(reason).toMatch(/unpacks to more than 500 times its size|larger than 2 MB/)
  })

  it('that is packed and larger than the limit is refused by its unpacked size', async () => {
    const random = Buffer.from(Array.from({ length: 300_000 }, (_, n) => `${n * 7919} `).join(''))
    const reason = await outcome('/large.gz', answer(gzipSync(random), { ...HTML, 'content-encoding': 'gzip' }))
    expect(reason).toBe('larger than 2 MB')
  })

  it('with a coding that nobody asked for is refused', async () => {
    expect(await outcome('/odd', answer('x', { ...HTML, 'content-encoding': 'compress' }))).toMatch(
      /not asked for: compress/,
    )
    expect(await outcome('/two', answer('x', { ...HTML, 'content-encoding': 'gzip, gzip' }))).toMatch(/not asked for/)
  })

  it('that is not what its coding says is refused', async () => {
    expect(await outcome('/lie', answer(text, { ...HTML, 'content-encoding': 'gzip' }))).toMatch(/cannot be unpacked/)
  })

  it('that breaks off is an error, not a short article', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n'
    const half = gzipSync(text).subarray(0, 40)
    const broken = 'the connection broke before the whole answer had come'
    expect(await outcome('/short', raw(`${head}content-length: 5000\r\n\r\n${text}`))).toBe(broken)
    expect(await outcome('/chunk', raw(`${head}transfer-encoding: chunked\r\n\r\n10\r\nThe bank`))).toBe(broken)
    expect(await outcome('/last', raw(`${head}transfer-encoding: chunked\r\n\r\n8\r\nThe bank\r\n`))).toBe(broken)
    expect(await outcome('/half', answer(half, { ...HTML, 'content-encoding': 'gzip' }))).toMatch(/breaks off/)
    expect(await outcome('/none', raw(''))).toMatch(/connection broke/)
    expect(host.asked.filter(({ path }) => path === '/short')).toHaveLength(2)
  })

  it('that is empty is an error', async () => {
    expect(await outcome('/empty', answer('', HTML))).toBe('an empty body')
    expect(await outcome('/empty.gz', answer(gzipSync(''), { ...HTML, 'content-encoding': 'gzip' }))).toBe(
      'an empty body',
    )
    expect(await outcome('/nothing', answer('', HTML, 204))).toBe('the host answered 204')
  })

  it('that never ends is cut off by its size', async () => {
    let on = true
    const reason = await outcome('/endless', (_, response) => {
      response.writeHead(200, HTML)
      const more = (): void => {
        while (on && response.write('x'.repeat(60_000)));
        if (on) response.once('drain', more)
      }
      response.on('close', () => {
        on = false
      })
      more()
    })
    expect(reason).toBe('larger than 2 MB')
    await vi.waitFor(() => expect(on).toBe(false))
  })

  it('that drips is cut off by the deadline, one that stops by the idle time', async () => {
    const drip = await outcome('/drip', (_, response) => {
      response.writeHead(200, HTML)
      const timer = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(timer))
    })
    expect(drip).toBe('no whole answer within 2.5 s')
    expect(await outcome('/stop', (_, response) => response.writeHead(200, HTML).write('x'))).toBe(
      'not one byte in 1 s',
    )
    expect(await outcome('/mute', () => undefined)).toBe('not one byte in 1 s')
    expect(host.asked.filter(({ path }) => path === '/drip')).toHaveLength(1)
  })

  it('of no sound answer, or of endless headers, is refused', async () => {
    expect(await outcome('/junk', raw('This is no HTTP\r\n\r\n'))).toMatch(/no sound HTTP answer/)
    expect(await outcome('/heads', raw(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(50_000)}\r\n`))).toMatch(
      /HTTP answer|connection/,
    )
    expect(
      await outcome('/both', raw('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nabc')),
    ).toMatch(/no sound HTTP answer/)
    expect(
      await outcome('/switch', raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n')),
    ).toMatch(/101/)
  })

  it('of a type that no reader takes is not transferred', async () => {
    let sent = 0
    const reason = await outcome('/film', (_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      const timer = setInterval(() => {
        response.write(Buffer.alloc(1000))
        sent++
      }, 5)
      response.on('close', () => clearInterval(timer))
    })
    expect(reason).toBe('no reader takes video/mp4')
    expect(sent).toBeLessThan(100)
  })
})
