import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.ts'
import type { Source } from '../../src/model/document.ts'
import { limitsOf } from '../../src/model/limits.ts'
import { read } from '../../src/run/analyse.ts'
import { BUILTIN } from '../../src/run/parts.ts'
import { scratch } from '../cli/folder.ts'
import { pdfFile } from './pdf-file.ts'

const at = scratch()
const WORDS = 'Hackers robbed a bank in Chile on Friday.'
const PAGE = `<div><div><p>${WORDS}</p></div></div>`
const MAIL = `From: a@e.invalid\nDate: Wed, 03 Oct 2018 14:05:00 +0200\nContent-Type: text/html\n\n${PAGE}\n`
const FILES: Readonly<Record<string, string | Buffer>> = {
  'a.txt': WORDS,
  'a.md': WORDS,
  'a.html': `<html><body>${PAGE}</body></html>`,
  'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body>${PAGE}</body></html>`,
  'a.jsonl': JSON.stringify({ doc: 'line', text: WORDS }),
  'a.xml': `<rss version="2.0"><channel><item><description><![CDATA[${PAGE}]]></description></item></channel></rss>`,
  'feed.json': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', content_html: PAGE }],
  }),
  'a.eml': MAIL,
  'a.mbox': `From a@e.invalid Wed Oct  3 14:05:00 2018\n${MAIL}`,
  'a.pdf': pdfFile([[{ text: WORDS, y: 700 }]]),
}
mkdirSync(at('in'))
for (const [name, content] of Object.entries(FILES)) writeFileSync(at('in', name), content)

/** Every file's source: one for each media type that errata reads. */
async function sources(): Promise<Source[]> {
  const items = await Array.fromAsync(load([at('in')]))
  return items.filter((item): item is Source => !('reason' in item))
}

/** Why each source is refused under limits, by media type; undefined for one that is read. */
async function refusals(limits: Parameters<typeof limitsOf>[0]): Promise<Map<string, string | undefined>> {
  const found = new Map<string, string | undefined>()
  for (const source of await sources())
    found.set(
      source.mediaType,
      await read(source, BUILTIN, limitsOf(limits)).then(
        () => undefined,
        (error: Error) => error.message,
      ),
    )
  return found
}

describe('limits of a pipeline', () => {
  it('reach every reader there is', async () => {
    const types = BUILTIN.readers.flatMap(({ mediaTypes }) => mediaTypes)
    const beyond = 'too large: more than 20 characters (limits.characters)'
    expect(await refusals({})).toEqual(new Map(types.map(type => [type, undefined])))
    expect(await refusals({ characters: 20 })).toEqual(new Map(types.map(type => [type, beyond])))
  })

  it('reach pages inside feeds and mails', async () => {
    const beyond = 'too large: more than 2 elements (limits.elements)'
    const found = [...(await refusals({ elements: 2 }))].filter(([, reason]) => reason !== undefined)
    expect(found.map(([type, reason]) => [type, reason]).sort()).toEqual(
      [
        'application/x-errata-feed-item+json',
        'application/x-errata-feed-item+xml',
        'application/x-errata-mbox-message',
        'application/xhtml+xml',
        'message/rfc822',
        'text/html',
      ].map(type => [type, beyond]),
    )
  })
})
