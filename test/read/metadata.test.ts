import { describe, expect, it } from 'vitest'
import { pageMetadata } from '../../src/read/metadata.ts'
import { parsePage } from '../../src/read/positions.ts'

const of = (raw: string) => pageMetadata(parsePage(raw))

describe('metadata', () => {
  it('reads JSON-LD, in a graph and between comments', () => {
    const ld = `<!-- {"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"A \n title",
      "datePublished":"2019-11-18","author":[{"name":"Ann"},{"name":"Bob"}],"publisher":{"name":"The Example"}}]} -->`
    expect(of(`<script type="application/ld+json">${ld}</script>`)).toMatchObject({
      title: 'A title',
      author: 'Ann, Bob',
      site: 'The Example',
      published: [{ value: '2019-11-18', from: 'json-ld' }],
      notes: [],
    })
  })

  it('leaves out the items of lists, and notes what is not JSON', () => {
    const ld =
      '{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Other","datePublished":"2001-01-01"}]}'
    expect(
      of(`<script type="application/ld+json">${ld}</script><script type="application/ld+json">{</script>`),
    ).toEqual({
      titles: [],
      published: [],
      modified: [],
      notes: ['1 JSON-LD script is not JSON'],
    })
  })

  it('cuts the site off the title, decodes entities and keeps every form', () => {
    const page =
      '<title>Cats &amp; dogs - The Example</title><meta property="og:title" content="Cats &amp;amp; dogs"><h1>Cats!</h1>'
    expect(of(page).titles).toEqual(['Cats & dogs', 'Cats!', 'Cats & dogs - The Example'])
  })

  it('cuts the name of the site off the title, and nothing else', () => {
    const page =
      '<meta property="og:title" content="Bank robbed | The Example"><meta property="og:site_name" content="The Example">'
    expect(of(page).title).toBe('Bank robbed')
    expect(of('<meta property="og:title" content="Bank robbed | Dhaka">').title).toBe('Bank robbed | Dhaka')
    expect(of('<title>My Example</title><meta property="og:site_name" content="Example">').title).toBe('My Example')
    expect(of('<title>The Example</title><meta property="og:site_name" content="The Example">').title).toBe(
      'The Example',
    )
  })

  it('prefers an address that is not the front page', () => {
    const page =
      '<link rel=canonical href="https://example.org/"><meta property="og:url" content="https://example.org/a">'
    expect(of(page).url).toBe('https://example.org/a')
    expect(of('<link rel=canonical href="/a">').url).toBeUndefined()
    expect(of('<link rel=canonical href="javascript:x">').url).toBeUndefined()
  })

  it('reads time elements of the article, not of comments', () => {
    const comment = '<div class="comments"><time itemprop="datePublished" datetime="2018-08-22">x</time></div>'
    expect(of(`${comment}<time class="entry-date" datetime="2018-08-20">20 August 2018</time>`).published).toEqual([
      { value: '2018-08-20', from: 'itemprop' },
      { value: '20 August 2018', from: 'time' },
    ])
    expect(of(comment).published).toEqual([])
  })

  it('takes authors that are names', () => {
    expect(
      of('<meta property="article:author" content="https://example.org/ann"><p class="byline">By  Ann Example</p>')
        .author,
    ).toBe('Ann Example')
  })

  it('reads the language attribute', () => {
    expect(of('<html lang="pt_BR"></html>').language).toBe('pt-BR')
    expect(of('<html lang="{{lang}}"></html>').language).toBeUndefined()
  })
})
