import type { Document, Dropped, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Reader } from '../model/stage.ts'
import { articleNodes } from './article.ts'
import { type Block, blocksOf, rangeOf } from './blocks.ts'
import { judge } from './blocks-filter.ts'
import { type Candidate, candidates } from './blocks-select.ts'
import { textOf } from './blocks-text.ts'
import { decode } from './decode.ts'
import { makeDocument } from './document.ts'
import { type PageMetadata, pageMetadata } from './metadata.ts'
import { chooseDates, dateIn } from './metadata-dates.ts'
import { type Page, parsePage } from './positions.ts'
import { metadata } from './stated.ts'

/** Web pages: the article's text without what stands around it, each character with its place in the raw page. */
export const html: Reader = {
  id: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read(source: Source): Document {
    const { raw, encoding } = decode(source)
    const page = parsePage(raw)
    const about = pageMetadata(page)
    const all = blocksOf(page)
    const { found, notes } = articleOf(page, all)
    const reasons = judge(found, { titles: about.titles, author: about.author })
    const kept = found.filter((_, at) => !reasons[at])
    if (kept.length === 0)
      throw new InputError(found.length > 0 ? 'no article: nothing but links and labels' : 'no text')
    const { text, map, masked } = textOf(
      page,
      kept.map(({ block }) => block),
    )
    return makeDocument({
      id: source.doc,
      source: source.id,
      encoding,
      text,
      map,
      masked,
      dropped: droppedOf(page, all, found, reasons),
      ...fieldsOf(source, about, found, reasons, notes),
    })
  },
}

/** Less text than this, and Readability has met a page without an article, or one that is too short for it. */
const SHORT = 250

/** The article's blocks; every block of the page where there is no article to be found. */
function articleOf(page: Page, all: readonly Block[]): { found: Candidate[]; notes: string[] } {
  const found = candidates(all, articleNodes(page))
  const size = (blocks: readonly Block[]): number =>
    blocks.reduce((sum, { plain, linked }) => sum + plain.length * (1 - linked), 0)
  if (size(found.map(({ block }) => block)) >= SHORT) return { found, notes: [] }
  const whole = all.map((block, index) => ({ index, block, restored: false }))
  const notes = size(all) > 2 * SHORT ? ['no article found on this page: its text as a whole was read'] : []
  return { found: whole, notes }
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

type Fields = Pick<
  Partial<Document>,
  'title' | 'published' | 'publishedFrom' | 'modified' | 'author' | 'site' | 'url'
> & {
  readonly notes: readonly string[]
}

/** What the user gave, else what the page says, else (the date alone) what its file name says. */
function fieldsOf(
  source: Source,
  about: PageMetadata,
  found: readonly Candidate[],
  reasons: readonly (string | undefined)[],
  notes: readonly string[],
): Fields {
  const line = found.find(
    ({ block }, at) => reasons[at] === 'byline' && !/^(?:updated|modified)/i.test(block.plain) && dateIn(block.plain),
  )
  const printed = line ? [{ value: line.block.plain, from: 'dateline' }] : []
  const dates = chooseDates([...about.published, ...printed], about.modified, Date.now())
  const given = metadata(source)
  const { title, author, site, url, language } = about
  const byPage = {
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(site ? { site } : {}),
    ...(url ? { url } : {}),
    ...(language ? { language } : {}),
  }
  const { notes: noted, ...dated } = dates
  const own =
    given.publishedFrom === 'given' || dated.published === undefined ? { ...dated, ...given } : { ...given, ...dated }
  return { ...byPage, ...own, notes: [...notes, ...about.notes, ...noted, ...(given.notes ?? [])] }
}
