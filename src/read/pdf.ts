import type { Document, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS, limit } from '../model/limits.ts'
import type { AsyncReader } from '../model/stage.ts'
import { asides } from './aside.ts'
import { makeDocument } from './document.ts'
import { type PdfPages, pdfPages } from './pdf-pages.ts'
import { pdfText } from './pdf-text.ts'
import { publishedDate } from './published.ts'
import { metadata } from './stated.ts'

/**
 * A PDF: its paragraphs, with the page and the place in the page's text for each. Raw offsets count in the text of all
 * pages as the PDF draws it, which is made of the stored bytes again whenever it is needed. The file's own dates say when
 * it was made and are not used.
 */
export const pdf: AsyncReader = {
  id: 'pdf',
  mediaTypes: ['application/pdf'],
  async read(source: Source, limits = LIMITS): Promise<Document> {
    const pages = await pdfPages(source.bytes)
    limit('characters', pages.raw.length, limits)
    const notes = doubts(pages)
    const { text, map, dropped, title, head } = pdfText(pages)
    const date = head.map(dayOf).find(day => day !== undefined)
    const fields = { ...(title && { title }), ...(date && { date }) }
    return makeDocument({
      id: source.doc,
      source: source.id,
      encoding: 'pdf',
      text,
      map,
      masked: asides(text),
      dropped,
      pages: pages.starts,
      ...metadata(source, { from: 'first-page', fields }, notes),
    })
  },
}

/** Share of characters that are no letters of any script, beyond which a font does not say what it shows. */
const UNREADABLE = 0.2

/** Pages without text are named up to so many. */
const NAMED = 10

/** What a person should know of a PDF. @throws InputError when it holds no text that can be read */
function doubts({ raw, starts, lines }: PdfPages): string[] {
  const count = starts.length
  if (count === 0) throw new InputError('no pages: an empty or damaged PDF')
  if (lines.length === 0)
    throw new InputError(
      `no text: ${count === 1 ? 'its page is a picture' : `its ${count} pages are pictures`} (a scan?), and errata does not read pictures`,
    )
  const odd = raw.match(/[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0
  if (odd > raw.length * UNREADABLE) throw new InputError('no text: its fonts do not say which letters they show')
  const written = new Set(lines.map(({ page }) => page))
  const blank = starts.flatMap((_, page) => (written.has(page) ? [] : [page + 1]))
  const more = blank.length > NAMED ? ` and ${blank.length - NAMED} more` : ''
  return blank.length === 0 ? [] : [`no text on page ${blank.slice(0, NAMED).join(', ')}${more}`]
}

/** A line that is a day and nothing else ("Published: October 3, 2018"). */
const dayOf = (line: string): string | undefined => {
  const day = line.replace(
    /^(?:date|published|posted|released|issued|publication date|release date)(?:\s+on)?\s*[:\u2013-]?\s*/i,
    '',
  )
  return publishedDate(day) === undefined ? undefined : day
}
