import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteSpan } from '../../src/read/bytes.ts'
import { decode } from '../../src/read/decode.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const read = (data: Uint8Array, mediaType = 'text/plain', charset?: string) =>
  decode({ bytes: data, mediaType, ...(charset === undefined ? {} : { charset }) })

describe('decode', () => {
  it('keeps a byte order mark in the raw string and says where the text begins', () => {
    expect(read(bytes('\uFEFFab'))).toEqual({ raw: '\uFEFFab', start: 1, encoding: 'utf-8', notes: [] })
    expect(read(bytes('\uFEFFab', 'utf16le'))).toEqual({ raw: '\uFEFFab', start: 1, encoding: 'utf-16le', notes: [] })
    expect(read(bytes('\uFEFFaé', 'utf16le').map((_, at, all) => all[at ^ 1] ?? 0))).toMatchObject({
      raw: '\uFEFFaé',
      encoding: 'utf-16be',
    })
  })

  it('obeys the transport, then the page', () => {
    const russian = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2)
    expect(read(russian, 'text/plain', 'windows-1251')).toMatchObject({ raw: 'Привет', notes: [] })
    const page = Buffer.concat([Buffer.from('<html><meta charset="windows-1251">'), russian])
    expect(read(page, 'text/html').raw).toContain('Привет')
    expect(read(page, 'text/html', 'koi8-r').encoding).toBe('koi8-r')
  })

  it('notes a declaration that the bytes refute', () => {
    expect(read(bytes('“été”'), 'text/html', 'iso-8859-1')).toMatchObject({
      raw: '“été”',
      notes: ['declared as windows-1252, but the bytes are UTF-8'],
    })
    expect(read(Uint8Array.of(0x61, 0xff, 0x62), 'text/plain', 'shift_jis').notes).toEqual([
      'declared as shift_jis, which it is not',
      'encoding guessed: windows-1252',
    ])
  })

  it('records a guess as a guess', () => {
    const quoted = Buffer.from('The group, dubbed \x93APT38\x94, stole millions from banks in Mexico.', 'latin1')
    expect(read(quoted)).toMatchObject({
      encoding: 'windows-1252',
      raw: expect.stringContaining('“APT38”') as string,
      notes: ['encoding guessed: windows-1252'],
    })
    expect(read(bytes('plain ASCII as UTF-16', 'utf16le'))).toMatchObject({
      encoding: 'utf-16le',
      notes: ['encoding guessed: utf-16le'],
    })
  })

  it('reads damaged UTF-8 as UTF-8 when most of it is sound', () => {
    const damaged = Buffer.concat([Buffer.from('“é”'.repeat(10)), Buffer.of(0xe2, 0x80), Buffer.from(' end')])
    expect(read(damaged)).toMatchObject({ encoding: 'utf-8', notes: ['damaged UTF-8: 1 place read as U+FFFD'] })
  })

  it.each([
    ['NUL', Buffer.from('text\0text'), 'binary file: a NUL byte at 4'],
    ['PDF', Buffer.from('%PDF-1.7 x'), 'binary file: it is a PDF document'],
    ['control characters', Buffer.from('\x01\x02\x03\x04ab'), /control characters/],
  ])('refuses %s', (_, data, message) => expect(() => read(data)).toThrow(message))
})

describe('byteSpan', () => {
  it('leads from units to bytes in every encoding', () => {
    const text = 'a é “x” 🦊 b'
    for (const [encoding, data] of [
      ['utf-8', bytes(text)],
      ['utf-16le', bytes(text, 'utf16le')],
    ] as const) {
      const start = text.indexOf('🦊')
      const { start: from, end: to } = byteSpan(data, encoding, { start, end: start + 2 })
      expect(new TextDecoder(encoding).decode(data.subarray(from, to))).toBe('🦊')
    }
    expect(byteSpan(Uint8Array.of(0x88, 0x9f, 0x41), 'shift_jis', { start: 1, end: 2 })).toEqual({ start: 2, end: 3 })
    expect(byteSpan(Uint8Array.of(0x61, 0xff, 0x62), 'utf-8', { start: 2, end: 3 })).toEqual({ start: 2, end: 3 })
  })

  it('gives back any span of sound text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length
        const end = start + 1 + (b % (text.length - start))
        const span = byteSpan(bytes(text), 'utf-8', { start, end })
        expect(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(text).subarray(span.start, span.end)),
        ).toContain(text.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''))
      }),
    )
  })

  it('refuses a span that the source does not have', () => {
    expect(() => byteSpan(bytes('abc'), 'utf-8', { start: 1, end: 5 })).toThrow(RangeError)
    expect(() => byteSpan(bytes('abc', 'utf16le'), 'utf-16le', { start: 1, end: 5 })).toThrow(RangeError)
  })
})
