import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toRaw } from '../../src/model/text-map.ts'
import { BODY, PARAGRAPHS, readPage } from './page.ts'

const PAGE = `<!doctype html>
<html lang="en"><head><title>Bank robbed | The Daily Example</title>
<meta property="og:title" content="Bank robbed">
<meta property="article:published_time" content="2016-03-18T09:00:00+06:00">
<link rel="canonical" href="https://example.org/2016/03/18/bank">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article>
<header><h1>Bank robbed</h1><p>By Ann Example</p></header>
<figure><img src="a.jpg"><figcaption>The bank in Dhaka.</figcaption></figure>
<p>${BODY[0]}</p>
<div class="newsletter-signup"><p>Get our letter every morning.</p></div>
<p>${BODY[1]}</p>
<figure class="wp-block-table"><table><tr><td>Stolen</td><td>$81m</td></tr></table></figure>
<div class="social-embed"><blockquote class="twitter-tweet"><p>We have lost it, and we want it back from them now.</p></blockquote></div>
<p>${BODY[2]}</p><p>${BODY[3]}</p>
<p>Read more: <a href="/x">What the police knew</a></p>
<p>${BODY[4]}</p>
<h3>More from the Example</h3>
<ul><li><a href="/1">One headline</a></li><li><a href="/2">Another headline</a></li></ul>
</article>
<footer>Copyright</footer></body></html>`

describe('an article page', () => {
  const doc = readPage(PAGE)

  it('keeps the article, all of it, and nothing else', () => {
    expect(doc.text.split('\n')).toEqual([
      BODY[0],
      BODY[1],
      'Stolen\t$81m',
      'We have lost it, and we want it back from them now.',
      BODY[2],
      BODY[3],
      BODY[4],
    ])
  })

  it('keeps what it drops, with reason and place', () => {
    const dropped = doc.dropped.map(({ start, end, reason }) => [
      reason,
      PAGE.slice(start, end)
        .replace(/<[^>]*>/g, ' ')
        .trim(),
    ])
    expect(dropped).toContainEqual(['caption', 'The bank in Dhaka.'])
    expect(dropped).toContainEqual(['newsletter or sharing', 'Get our letter every morning.'])
    expect(dropped.map(([reason]) => reason)).toEqual([
      'outside the article',
      'byline',
      'caption',
      'newsletter or sharing',
      'related links',
      'links',
      'outside the article',
    ])
  })

  it('reads what the page says of itself', () => {
    expect(doc).toMatchObject({
      title: 'Bank robbed',
      published: '2016-03-18T09:00:00+06:00',
      publishedFrom: 'meta',
      url: 'https://example.org/2016/03/18/bank',
      language: 'en',
    })
  })

  it('leads a quote to its place in the page', () => {
    const start = doc.text.indexOf('$81 million')
    const raw = toRaw(doc.map, doc.text.length, { start, end: start + 11 })
    expect(raw.verbatim).toBe(true)
    expect(PAGE.slice(raw.start, raw.end)).toBe('$81 million')
  })
})

describe('pages of other kinds', () => {
  it('finds an article whose class names speak against it', () => {
    const page = `<body><div class="sidebar"><div class="comment">${PARAGRAPHS}</div></div></body>`
    expect(readPage(page).text).toBe(BODY.join('\n'))
  })

  it('finds an article on a page whose root has the class of a sidebar', () => {
    const popup =
      '<div class="popup"><p>Keys: press S to search, Esc to close, and an arrow to turn the page.</p></div>'
    const page = `<html class="sidebar-visible"><body>${popup}<div>${PARAGRAPHS}</div></body></html>`
    expect(readPage(page).text).toBe(BODY.join('\n'))
  })

  it('reads text in a head that never ends', () => {
    expect(readPage(`<html><head><title>Banks</title><p>${BODY[0]}`).text).toBe(BODY[0])
  })

  it('keeps headings that link to themselves, and takes the ids of headings for what they are', () => {
    const heading = '<h2 id="login"><a href="#login">Login of the bank</a></h2>'
    expect(readPage(`<article>${PARAGRAPHS}${heading}${PARAGRAPHS}</article>`).text).toContain('Login of the bank')
  })

  it('keeps lists of indicators under a heading at the end', () => {
    const list = '<h2>Related indicators</h2><ul><li>185.62.58.207</li><li>evil.example</li></ul>'
    expect(readPage(`<article>${PARAGRAPHS}${list}</article>`).text).toMatch(
      /Related indicators\n185\.62\.58\.207\nevil\.example$/,
    )
  })

  it('counts raw offsets with the byte order mark', () => {
    const doc = readPage(`\uFEFF${PARAGRAPHS}`)
    expect(doc.map[1]).toBe(4)
    expect(doc.text.startsWith('Investigators')).toBe(true)
  })

  it('reads a fragment, plain text and text without a body', () => {
    expect(readPage('<p>Two banks were robbed.</p>').text).toBe('Two banks were robbed.')
    expect(readPage('Two banks were robbed, 3 < 4.').text).toBe('Two banks were robbed, 3 < 4.')
    expect(readPage(`<html>${PARAGRAPHS}`).text).toBe(BODY.join('\n'))
  })

  it('leaves hover cards out of the sentence they hang on', () => {
    const page = `<p>${BODY[0]} Rep. <a>Ilhan Omar</a><span class="tooltip"><b>Ilhan Omar</b> D-Minn.</span> said so.</p>${PARAGRAPHS}`
    const doc = readPage(page)
    expect(doc.text.split('\n')[0]).toBe(`${BODY[0]} Rep. Ilhan Omar said so.`)
    expect(doc.dropped.map(({ reason }) => reason)).toEqual(['hover card'])
    const wrapped =
      '<span class="rollover-people"><a class="rollover-people-link">Omar</a><div class="rollover-people-block">Omar MORE</div></span>'
    expect(readPage(`<p>${BODY[0]} Rep. ${wrapped} said so.</p>${PARAGRAPHS}`).text).toContain('Rep. Omar said so.')
    const term = '<span class="tooltip">term<span class="tooltiptext">what it means</span></span>'
    expect(readPage(`<p>${BODY[0]} The ${term} is new.</p>${PARAGRAPHS}`).text).toContain('The term is new.')
  })

  it('names what is missing', () => {
    expect(() => readPage('')).toThrow('no text')
    expect(() => readPage('<html><body><script>x()</script></body></html>')).toThrow('no text')
    const index = '<ul>'.concat('<li><a href="/a">Some headline of a story</a></li>'.repeat(40), '</ul>')
    expect(() => readPage(index)).toThrow('no article: 40 links and not one paragraph')
  })

  it('doubts a page without a paragraph', () => {
    const cards = Array.from({ length: 30 }, (_, at) => `<p>Video ${at}: plays for ${at} minutes.</p>`)
    const page = `<body>${cards.map(card => `<div class="banner"><form>${card}</form></div>`).join('')}</body>`
    expect(readPage(page)).toMatchObject({ notes: ['not one paragraph on this page: it may not be an article'] })
    expect(readPage(page).text).toContain('Video 3')
  })
})

describe('any page', () => {
  const piece = fc.oneof(
    fc.constantFrom(...BODY, 'APT38', '&amp;', '&nbsp;', '&#8217;', '\r\n', '<!-- x -->', '<br>', '\u00ad', '😀'),
    fc.constantFrom('<td>', '</td>', '<table>', '</table>', '<tr>', '<pre>', '</pre>', '<textarea>', '</textarea>'),
    fc.constantFrom(
      '<template>',
      '</template>',
      '<b>',
      '</i>',
      '<a href=x>',
      '</a>',
      '<div class=caption>',
      '</div>',
      '</p>',
    ),
  )

  it('gives verbatim segments that are the raw characters, and covers its text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), parts => {
        const raw = `<article>${PARAGRAPHS}<p>${parts.join('')}</p>${PARAGRAPHS}</article>`
        const { text, map, dropped } = readPage(raw)
        expect(map[0]).toBe(0)
        for (let at = 0; at < map.length; at += 3) {
          const [start = 0, rawStart = 0, size = 0] = map.slice(at, at + 3)
          const words = text.slice(start, map[at + 3] ?? text.length)
          if (size === words.length) expect(raw.slice(rawStart, rawStart + size)).toBe(words)
          expect(rawStart + Math.abs(size)).toBeLessThanOrEqual(raw.length)
        }
        for (const { start, end } of dropped) expect(start).toBeLessThan(end)
      }),
      { numRuns: 60 },
    )
  })
})
