import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { toRaw } from '../../src/model/text-map.ts'
import { pdf } from '../../src/read/pdf.ts'
import { rawText } from '../../src/read/raw.ts'
import { expectMapped } from '../load/gather.ts'
import { assembled, block, pdfFile } from './pdf-file.ts'

const read = (bytes: Uint8Array): Promise<Document> =>
  pdf.read({ id: 'source', doc: 'a.pdf', path: 'a.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(bytes) })

const wide = 'The money went through casinos in the Philippines, where most of it was lost, says a report by police.'

describe('a PDF', () => {
  it('joins lines, puts divided words together, and parts paragraphs', async () => {
    const bytes = pdfFile([
      [
        { text: 'The Raid on the Central Bank', y: 700, size: 22 },
        { text: 'Published: October 3, 2018', y: 670 },
        ...block(640, [
          'Investigators said on Monday that the group APT38 stole money with a tool for infor-',
          'mation theft, in what the police of the country have called a state-',
          'sponsored raid; APT-',
          '38 is its name.',
        ]),
        ...block(560, [wide, 'They have asked for help from abroad.']),
      ],
    ])
    const doc = await read(bytes)
    expect(doc.text.split('\n')).toEqual([
      'The Raid on the Central Bank',
      'Published: October 3, 2018',
      'Investigators said on Monday that the group APT38 stole money with a tool for information theft, in what the police of the country have called a state-sponsored raid; APT-38 is its name.',
      `${wide} They have asked for help from abroad.`,
    ])
    expect(doc).toMatchObject({
      title: 'The Raid on the Central Bank',
      published: '2018-10-03',
      publishedFrom: 'first-page',
      encoding: 'pdf',
      pages: [0],
    })
    expectMapped(doc, await rawText(bytes, doc.encoding))
  })

  it('leaves out what repeats on each page, goes on across pages, and knows the page of each word', async () => {
    const page = (n: number, ...texts: string[]) => [
      { text: 'Threat Report - TLP:CLEAR', y: 760, size: 9 },
      ...block(700, texts),
      { text: `Page ${n} of 3`, y: 30, size: 9 },
    ]
    const bytes = pdfFile([
      page(1, wide, 'The attackers then went on to take the servers of the bank, and after a week of work the'),
      page(2, 'bank was empty.', wide),
      page(3, 'APT38 did it.'),
    ])
    const doc = await read(bytes)
    expect(doc.text).toBe(
      `${wide} The attackers then went on to take the servers of the bank, and after a week of work the bank was empty.\n${wide}\nAPT38 did it.`,
    )
    expect(doc.dropped.map(({ reason }) => reason)).toEqual([
      'page header or footer',
      'page number',
      'page header or footer',
      'page number',
      'page header or footer',
      'page number',
    ])
    const raw = await rawText(bytes, doc.encoding)
    const at = toRaw(doc.map, doc.text.length, { start: doc.text.indexOf('APT38'), end: doc.text.indexOf('APT38') + 5 })
    expect(raw.slice(at.start, at.end)).toBe('APT38')
    expect(doc.pages?.findLastIndex(start => start <= at.start)).toBe(2)
    expect(doc.published).toBeUndefined()
  })

  it('reads column by column, under a title across both, without raised footnote marks', async () => {
    const narrow = (x: number, ...texts: string[]) => block(660, texts, { x })
    const bytes = pdfFile([
      [
        { text: 'A Title that Runs across Both of the Columns of this Page', y: 700, size: 18 },
        ...narrow(72, 'Investigators said on Monday that the', 'group took five million dollars'),
        { text: '12', x: 232, y: 650, size: 7 },
        ...block(632, ['of which most was lost when the'], { x: 72 }),
        ...narrow(320, 'police came. Officials in Dhaka have', 'asked for help from the Philippines.'),
      ],
    ])
    const doc = await read(bytes)
    expect(doc.text.split('\n').slice(1)).toEqual([
      'Investigators said on Monday that the group took five million dollars of which most was lost when the police came. Officials in Dhaka have asked for help from the Philippines.',
    ])
    expect(doc.dropped.map(({ reason }) => reason)).toEqual(['footnote mark'])
  })

  it('never takes the day when the file was made for the day of publication', async () => {
    const doc = await read(
      pdfFile([[{ text: wide, y: 700 }]], { info: '/CreationDate (D:20200101000000Z) /Title (Raid.docx)' }),
    )
    expect([doc.published, doc.title]).toEqual([undefined, undefined])
  })

  it('refuses what it cannot read, with the reason', async () => {
    const failure = (bytes: Uint8Array): Promise<string> =>
      read(bytes).then(
        () => 'read',
        (error: Error) => `${error.name}: ${error.message}`,
      )
    expect(await failure(Buffer.from('words'))).toBe('InputError: not a PDF: it does not begin as one')
    expect(await failure(Buffer.from('%PDF-1.7 broken'))).toBe('InputError: not a sound PDF: Invalid PDF structure.')
    expect(await failure(pdfFile([]))).toBe('InputError: no pages: an empty or damaged PDF')
    expect(await failure(pdfFile([[], []]))).toBe(
      'InputError: no text: its 2 pages are pictures (a scan?), and errata does not read pictures',
    )
    expect(await failure(pdfFile([[{ text: wide, y: 700 }]], { trailer: '/Encrypt 9 0 R' }))).toBe(
      'InputError: an encrypted PDF: its publisher does not want it copied',
    )
    const sound = pdfFile([[{ text: wide, y: 700 }]])
    expect(await failure(sound.subarray(0, sound.length - 150))).toContain('InputError: not a sound PDF')
    const doc = await read(pdfFile([[{ text: wide, y: 700 }], []]))
    expect(doc.notes).toEqual(['no text on page 2'])
  })

  it('refuses bombs before anything unpacks them', async () => {
    const bomb = (filter: string, data: Buffer): Buffer => {
      const stream = data.toString('latin1')
      return assembled([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
        `<< /Length ${stream.length} /Filter ${filter} >>\nstream\n${stream}\nendstream`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R >>',
      ])
    }
    const once = deflateSync(Buffer.alloc(60_000_000))
    for (const bytes of [
      bomb('/FlateDecode', once),
      bomb('/Fl#61teDecode', once),
      bomb('[/FlateDecode /FlateDecode]', deflateSync(once)),
      bomb('5 0 R', once),
    ])
      await expect(read(bytes)).rejects.toThrow('too large: a stream unpacks to more than 50000000 bytes')
    await expect(read(bomb('/LZWDecode', Buffer.alloc(1_100_000)))).rejects.toThrow('in an old coding')
  })
})
