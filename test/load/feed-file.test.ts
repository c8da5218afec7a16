import { describe, expect, it } from 'vitest'
import { gather, shown } from './gather.ts'

const item = (n: number, body: string): string =>
  `<item><title>Theft ${n}</title><link>https://e.invalid/${n}</link><pubDate>Wed, 03 Oct 2018 14:05:00 +0200</pubDate>${body}</item>`
const rss = (...items: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title><link>https://e.invalid</link>\n${items.join('\n')}\n</channel></rss>`

describe('a feed in a file', () => {
  it('gives each item as a document that maps through escapes and CDATA', async () => {
    const { docs, skipped } = await gather(
      'feed.xml',
      rss(
        item(
          1,
          '<description>a teaser</description><content:encoded><![CDATA[<p>APT38 stole $81&nbsp;million &amp; fled.</p>]]></content:encoded>',
        ),
        item(
          2,
          '<description>&lt;p&gt;The bank&amp;#8217;s loss was &lt;b&gt;$5 million&lt;/b&gt;.&lt;/p&gt;</description>',
        ),
      ),
    )
    expect(skipped).toEqual([])
    expect(
      docs.map(({ id, text, title, published, publishedFrom, url, site }) => [
        id,
        text,
        title,
        published,
        publishedFrom,
        url,
        site,
      ]),
    ).toEqual([
      ['feed.xml#1', 'APT38 stole $81 million & fled.', 'Theft 1', '2018-10-03', 'feed', 'https://e.invalid/1', 'Wire'],
      [
        'feed.xml#2',
        'The bank\u2019s loss was $5 million.',
        'Theft 2',
        '2018-10-03',
        'feed',
        'https://e.invalid/2',
        'Wire',
      ],
    ])
  })

  it('reads Atom as text, HTML and XHTML', async () => {
    const entry = (content: string): string =>
      `<entry><title>T</title><id>urn:x</id><updated>2018-10-03T00:00:00Z</updated>${content}</entry>`
    const { docs, skipped } = await gather(
      'a.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${entry('<content>Less &lt; more &amp; so on</content>')}${entry('<content type="html">&lt;p&gt;One &amp;amp; two&lt;/p&gt;</content>')}${entry('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Three &amp; <i>four</i></p></div></content>')}${entry('')}</feed>`,
    )
    expect(docs.map(({ text }) => text)).toEqual(['Less < more & so on', 'One & two', 'Three & four'])
    expect(docs[0]).toMatchObject({ modified: '2018-10-03T00:00:00Z' })
    expect(docs[0]?.published).toBeUndefined()
    expect(skipped).toEqual(['a.atom#4: an item without content: only a title or a link'])
  })

  it('reads RDF, other encodings, and UTF-16', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>t</title><link>l</link><description>d</description></channel><item rdf:about="https://e.invalid/3"><title>R</title><link>https://e.invalid/3</link><description>Caf\u00e9 raid</description></item></rdf:RDF>`
    const latin = Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?>${rdf}`, 'latin1')
    expect(shown(await gather('r.rdf', latin))).toEqual({ docs: [['r.rdf#1', 'Caf\u00e9 raid']], skipped: [] })
    expect(shown(await gather('u.xml', Buffer.from(`\ufeff${rdf}`, 'utf16le')))).toEqual({
      docs: [['u.xml#1', 'Caf\u00e9 raid']],
      skipped: [],
    })
  })

  it('keeps the items before a broken end, and passes over a broken item', async () => {
    const whole = rss(item(1, '<description>One</description>'), item(2, '<description>Two</description>'))
    expect(shown(await gather('cut.xml', whole.slice(0, -40)))).toEqual({
      docs: [['cut.xml#1', 'One']],
      skipped: ['cut.xml: the feed breaks off after item 1: </rss> is missing'],
    })
    const odd = rss(item(1, '<description>One'), item(2, '<description>Two</description>'), '<item></item>')
    const { docs, skipped } = await gather('odd.xml', odd)
    expect(docs.map(({ text }) => text)).toEqual(['Two'])
    expect(skipped.map(line => line.slice(0, 10))).toEqual(['odd.xml#1:', 'odd.xml#3:'])
  })

  it('is not taken in by items within comments and CDATA', async () => {
    const body = '<description><![CDATA[<p>Write &lt;item&gt; as <code></item><item></code> now.</p>]]></description>'
    const { docs, skipped } = await gather('c.xml', rss(`<!-- ${item(9, '')} -->`, item(1, body)))
    expect(docs.map(({ id, text }) => [id, text])).toEqual([['c.xml#1', 'Write <item> as now.']])
    expect(skipped).toEqual([])
  })

  it('expands no entities, opens no files, and names other XML by its root', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>${rss(item(1, '<description>&b;&f;</description>'))}`
    expect((await gather('bomb.xml', bomb)).skipped).toEqual([
      'bomb.xml: it declares entities of its own, which errata never expands',
    ])
    expect((await gather('map.xml', '<?xml version="1.0"?><!-- x --><urlset><url/></urlset>')).skipped).toEqual([
      'map.xml: XML that is no feed: it begins with <urlset>, not with <rss>, <feed> or <rdf:RDF>',
    ])
    expect((await gather('no.xml', 'words')).skipped).toEqual([
      'no.xml: XML that is no feed: it begins with no element, not with <rss>, <feed> or <rdf:RDF>',
    ])
    expect((await gather('empty.rss', rss())).skipped).toEqual(['empty.rss: a feed without items'])
  })

  it('takes linear time for many items, and for marks that never end', async () => {
    const { docs } = await gather(
      'many.xml',
      rss(...Array.from({ length: 200 }, (_, n) => item(n, '<description>x</description>'))),
    )
    expect(docs.length).toBe(200)
    for (const run of ['<item>', '<!--', '<![CDATA[', '<item ', '</item>', '<!DOCTYPE ', '<?x ']) {
      const { skipped } = await gather('run.xml', rss(run.repeat(50_000)))
      expect(skipped.length).toBe(1)
    }
  })

  it('that is too long and breaks off is told of once: status has one line a path', async () => {
    const items = '<item><title>A</title></item>'.repeat(10_001)
    const { skipped } = await gather('feed.xml', `<rss version="2.0"><channel>${items}`)
    expect(skipped.filter(reason => reason.startsWith('feed.xml:'))).toEqual([
      'feed.xml: too large: 10001 items; those after 10000 are not read; the feed breaks off after item 10001: </rss> is missing',
    ])
  })
})
