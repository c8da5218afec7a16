import type { Document, Dropped, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS } from '../model/limits.ts'
import type { Reader } from '../model/stage.ts'
import { articleNodes } from './article.ts'
import { type Block, blocksOf, rangeOf } from './blocks.ts'
import { judge } from './blocks-filter.ts'
import { type Candidate, candidates } from './blocks-select.ts'
import { textOf } from './blocks-text.ts'
import { decode } from './decode.ts'
import { makeDocument } from './document.ts'
import { documentFields } from './html-fields.ts'
import { type PageMetadata, pageMetadata } from './metadata.ts'
import { type Page, parsePage } from './positions.ts'

/** Web pages: the article's text without what stands around it, each character with its place in the raw page. */
export const html: Reader = {
  id: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read(source: Source, limits = LIMITS): Document {
    const { raw, encoding } = decode(source, limits)
    const { about, datelines, notes, ...article } = pageArticle(raw, limits)
    const fields = documentFields(source, about, article.text, datelines)
    return makeDocument({
      id: source.doc,
      source: source.id,
      encoding,
      ...article,
      ...fields,
      notes: [...notes, ...fields.notes],
    })
  },
}

/** The article of a page, and what the page says of itself. */
export interface PageArticle extends Pick<Document, 'text' | 'map' | 'masked' | 'dropped' | 'notes'> {
  readonly about: PageMetadata
  readonly datelines: readonly string[]
}

/**
 * The article of a page or a fragment of HTML: a feed's item, a mail.
 * @throws InputError when it holds none, or breaks a limit
 */
export function pageArticle(raw: string, limits = LIMITS): PageArticle {
  const page = parsePage(raw, limits)
  const about = pageMetadata(page)
  const all = blocksOf(page)
  const found = articleOf(page, all)
  const reasons = judge(found, { titles: about.titles, author: about.author })
  const blocks = found.map(({ block }) => block)
  const kept = blocks.filter((_, at) => !reasons[at])
  const notes = doubts(kept, blocks, all)
  const dropped = droppedOf(page, all, found, reasons)
  return { about, ...textOf(page, kept), dropped, notes, datelines: datelines(all, found, reasons) }
}

/** A page with more blocks than this and no paragraph is no article; with as many links it is an index of articles. */
const MANY = 20
/** Lines are shorter than paragraphs. */
const PARAGRAPH = 100

/** What a person should know of a page that may hold no article. @throws InputError for a page of links. */
function doubts(kept: readonly Block[], found: readonly Block[], all: readonly Block[]): string[] {
  const links = all.filter(({ linked }) => linked > 0.9).length
  const paragraph = kept.some(({ plain, linked }) => plain.length >= PARAGRAPH && linked < 0.5)
  if (links >= MANY && !paragraph) throw new InputError(`no article: ${links} links and not one paragraph`)
  if (kept.length === 0) throw new InputError(found.length > 0 ? 'no article: nothing but labels' : 'no text')
  return paragraph || all.length < MANY ? [] : ['not one paragraph on this page: it may not be an article']
}

/** Less text than this, and Readability has met a page that is too short for it. */
const SHORT = 250

/** The article's blocks; every block of a page whose article Readability does not find. */
function articleOf(page: Page, all: readonly Block[]): Candidate[] {
  const found = candidates(all, articleNodes(page))
  const size = found.reduce((sum, { block }) => sum + block.plain.length * (1 - block.linked), 0)
  return size >= SHORT ? found : all.map((block, index) => ({ index, block, restored: false }))
}

/** What the reader left out, in raw order; neighbours that share a reason are one. */
function droppedOf(
  page: Page,
  all: readonly Block[],
  found: readonly Candidate[],
  reasons: readonly (string | undefined)[],
): Dropped[] {
  const judged = new Map(found.map(({ index }, at) => [index, reasons[at]]))
  const dropped: Dropped[] = []
  let open = false
  all.forEach((block, index) => {
    const reason = judged.has(index) ? judged.get(index) : 'outside the article'
    const last = dropped.at(-1)
    if (reason === undefined) open = false
    else if (open && last && last.reason === reason)
      dropped[dropped.length - 1] = { ...last, end: rangeOf(page, block).end }
    else {
      dropped.push({ ...rangeOf(page, block), reason })
      open = true
    }
  })
  return dropped
}

/** How many blocks may stand between a title and the article's first paragraph. */
const HEAD = 12

/** Short lines that may print the article's day: what was judged a byline, and what stands between title and text. */
function datelines(
  all: readonly Block[],
  found: readonly Candidate[],
  reasons: readonly (string | undefined)[],
): string[] {
  const bylines = found.filter((_, at) => reasons[at] === 'byline').map(({ block }) => block)
  const start = found[reasons.indexOf(undefined)]?.index ?? 0
  const head = all.slice(Math.max(0, start - HEAD), start)
  const title = head.findLastIndex(({ element }) => element?.name === 'h1')
  return [...bylines, ...(title < 0 ? [] : head.slice(title + 1))]
    .map(({ plain }) => plain)
    .filter(line => line.length < 150)
}
