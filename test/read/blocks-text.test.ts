import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/read/blocks.ts'
import { textOf } from '../../src/read/blocks-text.ts'
import { parsePage } from '../../src/read/positions.ts'

const all = (raw: string) => {
  const page = parsePage(raw)
  return textOf(page, blocksOf(page))
}

/** Each segment as [text, raw characters, verbatim]. */
const segments = (raw: string) => {
  const { text, map } = all(raw)
  const out: [string, string, boolean][] = []
  for (let at = 0; at < map.length; at += 3) {
    const start = map[at] ?? 0
    const words = text.slice(start, map[at + 3] ?? text.length)
    const rawStart = map[at + 1] ?? 0
    const size = map[at + 2] ?? 0
    out.push([words, raw.slice(rawStart, rawStart + Math.abs(size)), size === words.length])
  }
  return out
}

describe('text of blocks', () => {
  it.each([
    ['paragraphs', '<p>One.</p>\n<p>Two.</p>', 'One.\nTwo.'],
    ['white space', '<p>  One\r\n  two\t three </p>', 'One two three'],
    ['entities', '<p>AT&amp;T&nbsp;paid &#8364;5 &lt;now&gt;</p>', 'AT&T paid €5 <now>'],
    ['an entity without its semicolon', '<p>AT&ampT &copy 2018</p>', 'AT&T © 2018'],
    ['a comment inside a word', '<p>Laza<!-- x -->rus</p>', 'Lazarus'],
    ['soft hyphens and word breaks', '<p>Laza&shy;r\u00adus Gro<wbr>up</p>', 'Lazarus Group'],
    [
      'inline markup',
      '<p>the <b>Lazarus</b><i> Group</i>, <a href=x>they</a> said</p>',
      'the Lazarus Group, they said',
    ],
    ['line breaks', '<p>One<br>two<br/>three</p>', 'One\ntwo\nthree'],
    ['lists', '<ul><li>One<li>two<ul><li>three</ul></ul>', 'One\ntwo\nthree'],
    ['table cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>', 'a\tb\nc\td'],
    ['nested tables', '<table><tr><td><table><tr><td>a<td>b</table><td>c</table>', 'a\tb\tc'],
    ['text that HTML would move out of a table', '<table>moved<tr><td>a</table>', 'moved\na'],
    ['mis-nested tags', '<p><b>One<i>two</b>three</i>four</p>five', 'Onetwothreefour\nfive'],
    ['preformatted text', '<pre>a\r\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['what nobody sees', '<p>a</p><template>b</template><textarea>c</textarea><script>d</script><p hidden>e</p>', 'a'],
    ['a fragment', 'One &amp; <em>two</em>', 'One & two'],
    ['plain text', 'One < two, and no markup', 'One < two, and no markup'],
    ['an open tag at the end', '<p>One</p><p class="', 'One'],
  ])('reads %s', (_name, raw, text) => {
    expect(all(raw).text).toBe(text)
  })

  it('marks what is not verbatim with the raw range it stands for', () => {
    expect(segments('<p>AT&amp;T\n paid</p><p>x</p>')).toEqual([
      ['AT', 'AT', true],
      ['&', '&amp;', false],
      ['T', 'T', true],
      [' ', '\n ', false],
      ['paid', 'paid', true],
      ['\n', '</p><p>', false],
      ['x', 'x', true],
    ])
    expect(segments('<p>one\ntwo</p>')[1]).toEqual([' ', '\n', false])
  })

  it('masks code', () => {
    const { text, masked } = all('<p>Run <code>rm -rf APT38</code> now</p><pre>APT33</pre>')
    expect(masked.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['rm -rf APT38', 'APT33'])
  })

  it('leads every character of any markup back to the raw page', () => {
    const piece = fc.oneof(
      fc.constantFrom('Lazarus', ' ', '\r\n', '\n', '\t', 'é', '😀', '\u00a0', '\u00ad', '&', '<', '>', '"', 'a < b'),
      fc.constantFrom(
        '&amp;',
        '&nbsp;',
        '&#8217;',
        '&#x1F600;',
        '&notanentity;',
        '&copy',
        '&shy;',
        '&NewLine;',
        '&ngE;',
      ),
      fc.constantFrom(
        '<!-- x -->',
        '<!--',
        '-->',
        '<br>',
        '<wbr>',
        '<hr/>',
        '<![CDATA[x]]>',
        '<?x?>',
        '</',
        '<p class="a',
      ),
      fc
        .tuple(
          fc.constantFrom('', '/'),
          fc.constantFrom('p', 'b', 'i', 'a', 'div', 'table', 'tr', 'td', 'th', 'ul', 'li', 'pre', 'form', 'select'),
        )
        .map(([slash, name]) => `<${slash}${name}>`),
      fc
        .tuple(
          fc.constantFrom('', '/'),
          fc.constantFrom('textarea', 'template', 'script', 'style', 'svg', 'title', 'code'),
        )
        .map(([slash, name]) => `<${slash}${name}>`),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), parts => {
        const raw = parts.join('')
        const { text, map } = all(raw)
        expect(text).toBe(text.trim())
        expect(map[0] ?? 0).toBe(0)
        let rawEnd = 0
        for (const [words, source, verbatim] of segments(raw)) {
          expect(words.length).toBeGreaterThan(0)
          expect(source.length).toBeGreaterThan(0)
          if (verbatim) expect(source).toBe(words)
        }
        for (let at = 0; at < map.length; at += 3) {
          expect(map[at + 1]).toBeGreaterThanOrEqual(rawEnd)
          rawEnd = (map[at + 1] ?? 0) + Math.abs(map[at + 2] ?? 0)
        }
        expect(rawEnd).toBeLessThanOrEqual(raw.length)
      }),
      { numRuns: 400 },
    )
  })
})
