import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../src/load/feed.ts'

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire &amp; Post</title><link>https://e.invalid/</link>
<item><title>Bank &amp;amp; &lt;b&gt;theft&lt;/b&gt;</title><link>https://e.invalid/1?a=1&amp;b=2</link>
<guid isPermaLink="false">x1</guid><pubDate>Wed, 03 Oct 2018 14:05:00 +0200</pubDate><dc:creator>Jo Roe</dc:creator>
<description>short</description><content:encoded><![CDATA[<p>Long &amp; text</p>]]></content:encoded></item>
<item><guid>https://e.invalid/2</guid><description>&lt;p&gt;only&lt;/p&gt;</description></item></channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="html">A &amp;amp; &lt;i&gt;B&lt;/i&gt;</title>
<id>urn:1</id><link rel="self" href="https://e.invalid/self"/><link href="https://e.invalid/2"/><published>2018-10-03T10:00:00Z</published>
<updated>2019-10-03T10:00:00Z</updated><author><name>Al</name></author><summary>words &lt; marks</summary></entry></feed>`

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>t</title><link>l</link><description>d</description></channel>
<item rdf:about="https://e.invalid/3"><title>R</title><link>https://e.invalid/3</link><description>dd</description><dc:date>2018-10-03</dc:date></item></rdf:RDF>`

describe('a feed', () => {
  it('gives the items of RSS with their fullest content', () => {
    expect(parseFeed(RSS)).toEqual({
      format: 'rss',
      title: 'Wire & Post',
      entries: [
        {
          id: 'x1',
          url: 'https://e.invalid/1?a=1&b=2',
          title: 'Bank & theft',
          author: 'Jo Roe',
          published: 'Wed, 03 Oct 2018 14:05:00 +0200',
          html: '<p>Long &amp; text</p>',
        },
        { id: 'https://e.invalid/2', url: 'https://e.invalid/2', html: '<p>only</p>' },
      ],
    })
  })

  it('gives the entries of Atom, text kept apart from HTML', () => {
    expect(parseFeed(ATOM).entries).toEqual([
      {
        id: 'urn:1',
        url: 'https://e.invalid/2',
        title: 'A & B',
        author: 'Al',
        published: '2018-10-03T10:00:00Z',
        modified: '2019-10-03T10:00:00Z',
        text: 'words < marks',
      },
    ])
  })

  it('gives the items of RDF and JSON Feed', () => {
    expect(parseFeed(RDF).entries).toEqual([
      { id: 'https://e.invalid/3', url: 'https://e.invalid/3', title: 'R', published: '2018-10-03', html: 'dd' },
    ])
    const json = { version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [{ id: '1', content_text: 'a' }] }
    expect(parseFeed(JSON.stringify(json))).toEqual({ format: 'json', title: 'J', entries: [{ id: '1', text: 'a' }] })
  })

  it('expands no entity that it declares itself', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>${RSS}`
    expect(() => parseFeed(bomb)).toThrow('declares entities of its own')
  })

  it('says what is no feed, and what is broken off', () => {
    expect(() => parseFeed('<sitemap/>')).toThrow('not an RSS, Atom, RDF or JSON feed')
    expect(() => parseFeed(RSS.slice(0, 600))).toThrow('not a sound feed')
  })
})
