import { type Cheerio, type CheerioAPI, load } from 'cheerio/slim'
import { articleNodesOf, type LdNode, namesAt, stringAt } from './json-ld.ts'
import { dateInUrl, type Stated } from './metadata-dates.ts'
import { type Element, isElement, type Node, type Page } from './positions.ts'

/** What a page says about itself outside the article's text. Dates are as written; `chooseDates` judges them. */
export interface PageMetadata {
  readonly title?: string
  /** Every form of the title: none of them is part of the text. */
  readonly titles: readonly string[]
  readonly author?: string
  readonly site?: string
  /** Canonical address. */
  readonly url?: string
  /** BCP 47 tag of the page's language attribute. */
  readonly language?: string
  readonly published: readonly Stated[]
  readonly modified: readonly Stated[]
  readonly notes: readonly string[]
}

const PUBLISHED =
  'article:published_time article:published article:post_date og:article:published_time og:published_time datepublished published published_at pubdate og:pubdate publish-date publish_date publication_date parsely-pub-date dc.date.issued dc.date dcterms.date dcterms.created dc.date.created sailthru.date article_date_original cxenseparse:recs:publishtime date'
const MODIFIED =
  'article:modified_time article:modified og:updated_time datemodified last-modified dcterms.modified dc.date.modified updated-date article_date_updated'

/** Reads a page's own metadata: JSON-LD, meta, itemprop, time, address. Must run before the page's tree is changed. */
export function pageMetadata(page: Page): PageMetadata {
  const $ = finder(page)
  const meta = metaOf($)
  const { nodes, broken } = articleNodesOf(
    $('script[type="application/ld+json"]')
      .toArray()
      .map(script => $(script).text()),
  )
  const url = addressOf($, meta, nodes)
  const titles = titlesOf($, meta, nodes)
  const author = authorOf($, meta, nodes)
  const site = meta.get('og:site_name') ?? first(nodes, node => stringAt(node, 'publisher'), isName)
  const language = languageOf($, meta)
  const title = titles[0] && withoutSite(titles[0], site)
  return {
    titles,
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(site ? { site } : {}),
    ...(url ? { url } : {}),
    ...(language ? { language } : {}),
    published: publishedOf($, meta, nodes, url),
    modified: [
      ...nodes.flatMap(node => stated(stringAt(node, 'dateModified'), 'json-ld')),
      ...MODIFIED.split(' ').flatMap(name => stated(meta.get(name), 'meta')),
      ...stated($('[itemprop=dateModified]').first().attr('datetime'), 'itemprop'),
    ],
    notes: broken > 0 ? [`${broken} JSON-LD ${broken === 1 ? 'script is' : 'scripts are'} not JSON`] : [],
  }
}

type Found = ReturnType<Cheerio<never>['find']>
/** Finds elements of the page by a selector. */
interface Finder {
  (selector: string): Found
  (element: Found[number]): Found
}

const TOLD = new Set(['html', 'meta', 'title', 'link', 'script', 'h1', 'time'])
const tells = ({ name, attribs }: Element): boolean =>
  TOLD.has(name) ||
  'itemprop' in attribs ||
  'rel' in attribs ||
  'property' in attribs ||
  /author|byline/.test(attribs['class'] ?? '')

/** Gathers what may say something in one walk, so that a selector need not be tried on every element of the page. */
function finder(page: Page): Finder {
  const telling: Element[] = []
  const walk = (node: Node): void => {
    if (isElement(node) && tells(node)) telling.push(node)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const child of page.root.children) walk(child)
  const $: CheerioAPI = load('')
  const all = $(telling as never) as unknown as Found
  return (what: string | Found[number]): Found => (typeof what === 'string' ? all.filter(what) : ($(what) as Found))
}

const clean = (text: string | undefined): string | undefined =>
  text?.replace(/\s+/g, ' ').trim().slice(0, 500) || undefined
const stated = (value: string | undefined, from: string): Stated[] => (value ? [{ value, from }] : [])
const isName = (text: string): boolean => text.length < 100 && !/^https?:|^[@#]|\d/.test(text)

/** "Headline | The Example" of a page of The Example. */
function withoutSite(title: string, site: string | undefined): string {
  if (!site || !title.endsWith(site)) return title
  return /^(.*\S)\s+[|–—•·:»-]\s+$/.exec(title.slice(0, -site.length))?.[1] ?? title
}

function first(
  nodes: readonly LdNode[],
  read: (node: LdNode) => string | undefined,
  fits: (text: string) => boolean,
): string | undefined {
  for (const node of nodes) {
    const text = clean(read(node))
    if (text && fits(text)) return text
  }
  return undefined
}

/** Meta elements by their name, property or itemprop in lower case; the first of a name counts. */
function metaOf($: Finder): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  $('meta').each((_, element) => {
    const { name, property, itemprop, content, 'http-equiv': header } = element.attribs
    const key = (property ?? name ?? itemprop ?? header)?.toLowerCase()
    const value = clean(content)
    if (key && value && !meta.has(key)) meta.set(key, value)
  })
  return meta
}

function titlesOf($: Finder, meta: ReadonlyMap<string, string>, nodes: readonly LdNode[]): string[] {
  const whole = clean($('title').first().text())
  const headings = $('h1').length === 1 ? [clean($('h1').first().text())] : []
  const all = [
    first(
      nodes,
      node => stringAt(node, 'headline'),
      () => true,
    ),
    meta.get('og:title'),
    meta.get('twitter:title'),
    ...headings,
    // "Headline | Site", "Headline - Site"
    whole?.replace(/\s+[|–—•·:»-]\s+[^|–—•·:»]{1,60}$/, ''),
    whole,
  ]
  const plain = all.map(title => (title?.includes('&') ? clean(load(`<p>${title}</p>`)('p').text()) : title))
  return [...new Set(plain.filter(title => title !== undefined))]
}

function authorOf($: Finder, meta: ReadonlyMap<string, string>, nodes: readonly LdNode[]): string | undefined {
  const named = nodes.map(node => namesAt(node, 'author').filter(isName).join(', ')).find(names => names)
  const found = [
    named,
    ...['author', 'article:author', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator'].map(name =>
      meta.get(name),
    ),
    $('[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .author-name, .byline').first().text(),
  ]
  return found.map(text => clean(text)?.replace(/^by\s+/i, '')).find(text => text !== undefined && isName(text))
}

function addressOf($: Finder, meta: ReadonlyMap<string, string>, nodes: readonly LdNode[]): string | undefined {
  const found = [
    $('link[rel=canonical]').first().attr('href'),
    meta.get('og:url'),
    first(nodes, node => stringAt(node, 'mainEntityOfPage') ?? stringAt(node, 'url'), isAddress),
  ].filter(text => text !== undefined && isAddress(text.trim()))
  // A canonical link to the front page is a mistake of the page's template.
  const best = found.find(text => new URL(text ?? '').pathname !== '/') ?? found[0]
  return best === undefined ? undefined : new URL(best.trim()).href
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)

function languageOf($: Finder, meta: ReadonlyMap<string, string>): string | undefined {
  const { lang, 'xml:lang': xml } = $('html').first().attr() ?? {}
  for (const tag of [lang, xml, meta.get('content-language'), meta.get('og:locale')]) {
    const bare = tag?.trim().replaceAll('_', '-') ?? ''
    if (/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(bare)) return Intl.getCanonicalLocales(bare)[0]
  }
  return undefined
}

function publishedOf($: Finder, meta: ReadonlyMap<string, string>, nodes: readonly LdNode[], url?: string): Stated[] {
  const times = $('time, [itemprop=datePublished], [property="schema:datePublished"]')
    .toArray()
    .slice(0, 50)
    .filter(
      element => $(element).closest('[class*=comment], [id*=comment], [class*=related], aside, footer').length === 0,
    )
    .map(element => ({ attributes: element.attribs, text: clean($(element).text()) }))
  const marked = times.filter(
    ({ attributes: { itemprop, pubdate, class: names = '' } }) =>
      itemprop === 'datePublished' ||
      pubdate !== undefined ||
      (/publish|entry-date/i.test(names) && !/updat/i.test(names)),
  )
  const days = new Set(times.map(({ attributes }) => attributes['datetime']?.slice(0, 10)))
  const time = marked[0] ?? (days.size === 1 && times.length < 4 ? times[0] : undefined)
  return [
    ...nodes.flatMap(node => stated(stringAt(node, 'datePublished'), 'json-ld')),
    ...PUBLISHED.split(' ').flatMap(name => stated(meta.get(name), 'meta')),
    ...stated(time?.attributes['datetime'] ?? time?.attributes['content'], 'itemprop'),
    ...stated(time?.text, 'time'),
    ...stated(url && dateInUrl(url), 'url'),
  ]
}
