import fc, { type Arbitrary } from 'fast-check'

// Inputs with the structure that errata reads, and everything that people, publishers and attackers do to it.

const NAMES = [
  'APT38',
  'APT 33',
  'apt-1',
  'Lazarus Group',
  'FIN7',
  'UNC1878',
  'WannaCry',
  'Emotet',
  'NotPetya',
  'Cobalt Strike',
]
const PLACES = [
  'North Korea',
  'Pyongyang',
  'Iran',
  'Chile',
  'the United States',
  'U.S.',
  'UK',
  'Banco de Chile',
  'the Ministry of Finance',
  'Acme Corp.',
]
const PEOPLE = [
  'Kim Lee',
  'Dr. Ada B. Smith',
  'Mr. O\u2019Neil',
  'John van der Berg Jr.',
  'spokesman Lee',
  'he',
  'she',
  'the group',
  'the company',
]
const FIGURES = [
  '$100 million',
  '\u20ac1.2bn',
  '1,234,567',
  '81 million dollars',
  '5%',
  '5 percent',
  'thirty-two',
  'at least 16',
  'over 3,000',
  'between 3 and 5',
  '$1-2 million',
  'a dozen',
  'half',
  'two thirds',
  '1.',
  '0',
  '-7',
  '1e9',
  '12/13',
  '10.0.0.1',
  'version 2.4',
  '3 of 7',
  'thousands of dollars',
  '999999999999999999999',
  '1,2,3',
]
const DATES = [
  '3 October 2018',
  'October 3, 2018',
  '2018-10-03',
  'Monday',
  'last week',
  'in 2017',
  'May',
  'the first quarter of 2016',
  'from March to May 2018',
  'two years ago',
  '31 February 2018',
  '03/10/18',
  'the 1990s',
  'P4Y',
  'tomorrow',
  'for 416 days',
  'Q3',
  'mid-2014',
  '29 February 2019',
  'Tuesday, 3 October 2018',
]
const IDS = [
  'CVE-2017-0144',
  'CVE-20-1',
  'cve\u20112018\u20118174',
  'hxxp://evil[.]example/a',
  'https://a.example/?q=1&b=2',
  'user@example.org',
  'd41d8cd98f00b204e9800998ecf8427e',
  '192[.]168.0.1',
  'C:\\Windows\\system32',
  '/etc/passwd',
  'T1059.001',
  '::1',
]
const VERBS = [
  'stole',
  'robbed',
  'attacked',
  'said',
  'denied',
  'is linked to',
  'has been active since',
  'was attributed to',
  'fell',
  'rose from',
  'to',
  'of',
  'and',
  'or',
  'by',
  'which',
  'not',
  'allegedly',
  'will',
  'according to',
  'a total of',
  'including',
  'worth',
  'also known as',
  'aka',
  'from',
  'in',
  'on',
  'said that',
  'per cent of',
]
const MARKS = [
  '.',
  ',',
  ';',
  ':',
  '?',
  '!',
  '\u2026',
  '...',
  '(',
  ')',
  '[',
  ']',
  '\u201c',
  '\u201d',
  '"',
  "'",
  '\u2018',
  '\u2019s',
  '-',
  '\u2013',
  '\u2014',
  '/',
  '|',
  '*',
  '_',
  '#',
  '@',
  '&',
  '%',
  '$',
  '\u20ac',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\u2028',
]
/** What hides, turns around, breaks, looks like something else, or means something to another program. */
export const HOSTILE = [
  '\u202eevil\u202c',
  'A\u200bPT3\u200d8',
  '\ufeff',
  '\u00ad',
  '\u0410\u0420\u041233',
  '\u039cicrosoft',
  'e\u0301\u0301\u0301\u0301',
  '\ud800',
  '\udc00',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}',
  '\u001b[31m',
  '\u0007',
  '\u0085',
  '\u007f',
  '=1+1',
  '+cmd|x',
  '@SUM(A1)',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '\\u0000',
  '\\ud800',
  '{{7*7}}',
  '$' + '{x}',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  ']]>',
  '&#0;',
  '&#xd800;',
  '&amp;',
  '&nbsp;',
  '\u0661\u0662',
  '\uff11\uff12',
  '\u2460',
  '\u00b2',
  '\u3002',
  '\u4e2d\u56fd',
  '\u0627\u0644',
  '\ufdfa',
  '\u1e9e',
  '\u0130stanbul',
  '\ufb01nance',
]

const among = (...lists: readonly (readonly string[])[]): Arbitrary<string> =>
  fc.oneof(...lists.map(list => fc.constantFrom(...list)))
const word = among(NAMES, PLACES, PEOPLE, FIGURES, DATES, IDS, VERBS, MARKS, HOSTILE)
const space = fc.constantFrom(' ', ' ', ' ', ' ', ' ', '', '  ', '\n', '\u00a0')

/** Words as news has them, one after the other, with or without space. */
export const words = (maxLength = 24): Arbitrary<string> =>
  fc.array(fc.tuple(word, space), { minLength: 1, maxLength }).map(parts => parts.flat().join(''))

/** A sentence that means something: who did what to whom, for how much, when. */
const told = fc
  .tuple(
    among(NAMES, PEOPLE),
    fc.constantFrom(...VERBS),
    among(FIGURES, PLACES),
    fc.constantFrom(' from ', ' in ', ' on ', ', '),
    among(PLACES, DATES),
    fc.constantFrom('. ', '.\n', '? ', '.\u201d '),
  )
  .map(([who, did, what, link, where, end]) => `${who} ${did} ${what}${link}${where}${end}`)
const paragraph = fc.oneof(
  { weight: 3, arbitrary: fc.array(told, { minLength: 1, maxLength: 5 }).map(parts => parts.join('')) },
  { weight: 2, arbitrary: words() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

/** Something of a text that is repeated, doubled or cut. */
const mangled = (text: Arbitrary<string>): Arbitrary<string> =>
  fc
    .tuple(text, fc.nat(), fc.nat(), fc.constantFrom('keep', 'keep', 'keep', 'cut', 'double', 'swap'))
    .map(([whole, a, b, how]) => {
      const [from = 0, to = 0] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y)
      if (how === 'cut') return whole.slice(0, from) + whole.slice(to)
      if (how === 'double') return whole.slice(0, to) + whole.slice(from)
      return how === 'swap' ? whole.slice(to) + whole.slice(0, to) : whole
    })

const header = fc
  .array(fc.tuple(fc.constantFrom('Title', 'Date', 'Source', 'Author', 'URL', 'Published', 'by'), words(4)), {
    maxLength: 4,
  })
  .map(lines => lines.map(([name, value]) => `${name}: ${value}\n`).join(''))

/** An article as a plain text file, with or without a header block. */
export const plainText: Arbitrary<string> = mangled(
  fc
    .tuple(fc.oneof(fc.constant(''), header), fc.array(paragraph, { minLength: 1, maxLength: 4 }))
    .map(([head, parts]) => `${head}${head && '\n'}${parts.join('\n\n')}`),
)

const TAGS = [
  'p',
  'div',
  'b',
  'i',
  'a',
  'span',
  'table',
  'tr',
  'td',
  'ul',
  'li',
  'h1',
  'h2',
  'article',
  'aside',
  'nav',
  'figure',
  'figcaption',
  'blockquote',
  'pre',
  'code',
  'script',
  'style',
  'title',
  'textarea',
  'template',
  'noscript',
  'svg',
  'math',
  'br',
  'img',
  'meta',
  'time',
  'select',
  'option',
  'form',
  'iframe',
  'body',
  'html',
  'head',
  'x-y',
]
const attribute = fc
  .tuple(
    fc.constantFrom(
      'class',
      'id',
      'href',
      'style',
      'datetime',
      'lang',
      'title',
      'onclick',
      'content',
      'name',
      'property',
      'itemprop',
      '__proto__',
      'data-x',
    ),
    fc.oneof(
      fc.constantFrom(
        'caption',
        'byline',
        'article:published_time',
        'og:title',
        '2018-10-03',
        'javascript:alert(1)',
        'en',
        'share related',
      ),
      words(2),
    ),
    fc.constantFrom('"', "'", ''),
  )
  .map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`)
const attributes = fc.array(attribute, { maxLength: 3 }).map(list => list.join(''))
const jsonLd = fc
  .tuple(
    fc.json({ maxDepth: 2 }),
    fc.constantFrom('NewsArticle', 'Article', '__proto__', 'Thing'),
    words(4),
    fc.constantFrom('2018-10-03T10:00:00Z', '2018', 'x', ''),
  )
  .map(
    ([any, type, title, date]) =>
      `<script type="application/ld+json">{"@type":"${type}","headline":${JSON.stringify(title)},"datePublished":"${date}","__proto__":{"x":1},"author":${any}}</script>`,
  )
const { html } = fc.letrec<{ html: string }>(tie => ({
  html: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc
      .tuple(
        fc.constantFrom(...TAGS),
        attributes,
        fc.array(tie('html'), { maxLength: 4 }),
        fc.constantFrom('close', 'close', 'close', 'open', 'stray'),
      )
      .map(
        ([tag, given, inner, how]) =>
          `${how === 'stray' ? '' : `<${tag}${given}>`}${inner.join('')}${how === 'open' ? '' : `</${tag}>`}`,
      ),
    jsonLd,
    fc.constantFrom(
      '<!-- a -->',
      '<!doctype html>',
      '<![CDATA[x]]>',
      '<?xml version="1.0"?>',
      '<',
      '</',
      '<a',
      '&#',
      '&ngE;',
      '<p/>',
      '<meta charset=utf-16>',
      '<base href="//x">',
    ),
  ),
}))

/** A web page, sound or not. */
export const page: Arbitrary<string> = mangled(
  fc.array(html, { minLength: 1, maxLength: 6 }).map(parts => parts.join('')),
)

const inline = fc
  .tuple(
    fc.constantFrom('**', '*', '_', '`', '~~', '[', '![', '<', ''),
    words(5),
    fc.constantFrom('**', '*', '_', '`', '~~', '](http://a.example)', '](', '>', ''),
  )
  .map(parts => parts.join(''))
const block = fc
  .tuple(
    fc.constantFrom(
      '',
      '# ',
      '## ',
      '> ',
      '> > ',
      '- ',
      '* ',
      '1. ',
      '    ',
      '\t',
      '```\n',
      '| ',
      '<div>',
      '---\n',
      '[a]: ',
      '  - ',
    ),
    fc.array(inline, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '\n\n', '\n```\n', ' |\n|---|\n', '  \n', '\\\n'),
  )
  .map(([start, middle, end]) => `${start}${middle.join(' ')}${end}`)
const yamlValue = fc.oneof(
  words(3),
  fc.constantFrom(
    '2018-10-03',
    '[a, b]',
    '{a: b}',
    '&a [*a]',
    '*a',
    '!!js/function x',
    '|\n  a',
    '"\\ud800"',
    'null',
    '~',
    '.nan',
    '0x10',
    '- a',
  ),
)

/** YAML between fences, sound or not. */
export const frontMatter: Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.constantFrom('title', 'date', 'Published', 'author', 'url', '__proto__', 'constructor', 'lang', '<<', '? a'),
        yamlValue,
      ),
      { maxLength: 5 },
    ),
    fc.constantFrom('---\n', '...\n', ''),
  )
  .map(([fields, end]) => `---\n${fields.map(([key, value]) => `${key}: ${value}\n`).join('')}${end}`)

/** A Markdown file, with or without front matter. */
export const markdownText: Arbitrary<string> = mangled(
  fc
    .tuple(fc.oneof(fc.constant(''), frontMatter), fc.array(block, { minLength: 1, maxLength: 8 }))
    .map(([head, blocks]) => head + blocks.join('')),
)

const FIELDS = [
  'title',
  'published',
  'url',
  'source',
  'author',
  '__proto__',
  'constructor',
  'text',
  'doc',
  'language',
  'map',
]
/** One line of a .jsonl file, mostly a document. */
export const jsonDocument: Arbitrary<string> = mangled(
  fc
    .tuple(
      paragraph,
      words(2),
      fc.array(
        fc.tuple(fc.constantFrom(...FIELDS), fc.oneof(words(3), fc.json({ maxDepth: 1 }), fc.constant('2018-10-03'))),
        { maxLength: 4 },
      ),
      fc.boolean(),
    )
    .map(([text, doc, more, ascii]) => {
      const entries = [['doc', doc], ['text', text], ...more].map(
        ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
      )
      const line = `{${entries.join(',')}}`.replaceAll('\n', ' ')
      return ascii
        ? line.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : line
    }),
)

const item = fc
  .tuple(
    words(4),
    fc.oneof(
      paragraph,
      page.map(text => `<![CDATA[${text}]]>`),
    ),
    fc.constantFrom('https://a.example/1', 'http://[::1', 'javascript:x', '', 'urn:x'),
    fc.constantFrom('Wed, 03 Oct 2018 10:00:00 GMT', '2018-10-03', 'yesterday', ''),
    fc.constantFrom('rss', 'atom'),
  )
  .map(([title, text, link, date, kind]) =>
    kind === 'rss'
      ? `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`
      : `<entry><title type="html">${title}</title><id>${link}</id><link href="${link}"/><updated>${date}</updated><content type="html">${text}</content></entry>`,
  )
/** A feed, sound or not, with and without bombs. */
export const feed: Arbitrary<string> = mangled(
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          '',
          '<?xml version="1.0"?>',
          '<!DOCTYPE a [<!ENTITY b "c">]>',
          '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        ),
        fc.constantFrom(
          '<rss version="2.0"><channel>',
          '<feed xmlns="http://www.w3.org/2005/Atom">',
          '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
          '<urlset><url><loc>',
        ),
        fc.array(item, { maxLength: 4 }),
        fc.constantFrom('</channel></rss>', '</feed>', '</rdf:RDF>', '</loc></url></urlset>', ''),
      )
      .map(([head, open, items, close]) => head + open + items.join('') + close),
    fc
      .tuple(fc.array(fc.json({ maxDepth: 1 }), { maxLength: 3 }), words(3))
      .map(
        ([items, title]) =>
          `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(title)},"items":[${items.join(',')}]}`,
      ),
  ),
)

/** Text as bytes: an encoding, and what the way from there to here did to them. */
export const bytesOf = (text: Arbitrary<string>): Arbitrary<Uint8Array> =>
  fc
    .tuple(
      text,
      fc.constantFrom('utf8', 'utf8', 'utf8', 'utf8', 'bom', 'utf16le', 'latin1', 'nul'),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
      fc.boolean(),
    )
    .map(([whole, encoding, flips, flip]) => {
      const text = encoding === 'bom' ? `\ufeff${whole}` : encoding === 'nul' ? `${whole}\0` : whole
      const bytes = new Uint8Array(
        Buffer.from(
          encoding === 'utf16le' ? `\ufeff${text}` : text,
          encoding === 'utf16le' ? 'utf16le' : encoding === 'latin1' ? 'latin1' : 'utf8',
        ),
      )
      if (flip) for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value
      return bytes
    })
