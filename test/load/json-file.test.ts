import { describe, expect, it } from 'vitest'
import { gather, shown } from './gather.ts'

describe('a .json file', () => {
  it('is one document, or a list of them, each a piece of the file', async () => {
    const one = { doc: 'a', text: 'APT38 \u201cstole\u201d $5', title: 'T', published: '2018-10-03' }
    const { docs } = await gather('one.json', `\ufeff${JSON.stringify(one, null, 2)}`)
    expect(docs[0]).toMatchObject({ id: 'a', text: one.text, title: 'T', published: '2018-10-03' })
    const list = `[\n ${JSON.stringify(one)} , {"doc":"b","text":"x\\n]y \\" \\u0041"}, {"doc":"a","text":"again"}, 7, {"doc":"c"} ]`
    expect(shown(await gather('list.json', list))).toEqual({
      docs: [
        ['a', one.text],
        ['b', 'x\n]y " A'],
      ],
      skipped: [
        'list.json#3: element 1 has the same "doc"',
        'list.json#4: not a JSON object with "doc" and "text"',
        'list.json#5: "text" is missing or not a string',
      ],
    })
  })

  it('is a JSON Feed, whose items map into their strings', async () => {
    const items = [
      {
        id: '1',
        title: 'One',
        url: 'https://e.invalid/1',
        date_published: '2018-10-03T08:00:00Z',
        authors: [{ name: 'Jo' }],
        content_html: '<p>\u201cFive\u201d &amp; six</p>',
      },
      { id: '2', content_text: 'Plain\n\u00e9 "words"' },
      { id: '3', title: 'no words' },
    ]
    const { docs, skipped } = await gather(
      'feed.json',
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items }).replaceAll(
        '\u201c',
        '\\u201c',
      ),
    )
    expect(docs).toMatchObject([
      {
        id: 'feed.json#1',
        text: '\u201cFive\u201d & six',
        title: 'One',
        author: 'Jo',
        published: '2018-10-03T08:00:00Z',
        publishedFrom: 'feed',
        site: 'J',
        url: 'https://e.invalid/1',
      },
      { id: 'feed.json#2', text: 'Plain\n\u00e9 "words"' },
    ])
    expect(skipped).toEqual(['feed.json#3: an item without "content_html" or "content_text"'])
  })

  it('says what it is not', async () => {
    const reasons = async (text: string | Uint8Array) => (await gather('x.json', text)).skipped
    const none = 'x.json: JSON, but neither a document with "doc" and "text", nor a list of them, nor a JSON Feed'
    expect(await reasons('{"name":"package"}')).toEqual([none])
    expect(await reasons('"words"')).toEqual([none])
    expect(await reasons('[]')).toEqual(['x.json: no documents: an empty list'])
    expect(await reasons(Uint8Array.of(0x22, 0xff, 0x22))).toEqual(['x.json: not UTF-8'])
    expect((await reasons('{"doc":"a",'))[0]).toContain('x.json: not JSON: ')
    expect((await reasons(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`))[0]).toContain('x.json')
  })

  it('takes keys like __proto__ for what they are', async () => {
    const odd = '{"__proto__":{"doc":"evil","text":"evil"},"constructor":1,"doc":"a","text":"words"}'
    expect(shown(await gather('p.json', odd))).toEqual({ docs: [['a', 'words']], skipped: [] })
    expect((await gather('q.json', '{"__proto__":{"doc":"evil","text":"evil"}}')).docs).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'doc')).toBe(false)
  })
})
