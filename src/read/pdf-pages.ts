import { getDocumentProxy } from 'unpdf'
import { InputError } from '../model/errors.ts'
import type { Span } from '../model/span.ts'
import { guardPdf } from './pdf-guard.ts'
import { guardRejections, inTime } from './pdf-rejections.ts'

/** A line of a page, as the PDF draws it; the span counts in the raw text. Lengths are in points, from the lower left. */
export interface PdfLine extends Span {
  /** Counted from 0. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  /** Font size of its longest stretch. */
  readonly size: number
  readonly rotated: boolean
  /** Raised figures that point to footnotes. */
  readonly marks: readonly Span[]
}

/** A PDF as text. */
export interface PdfPages {
  /** What the pages say in the order in which the PDF draws it: lines end in "\n", pages in "\f". */
  readonly raw: string
  /** Where each page begins in `raw`. */
  readonly starts: readonly number[]
  readonly lines: readonly PdfLine[]
  /** Height of each page. */
  readonly heights: readonly number[]
  /** The title that the file's metadata has: often a file name or a template's. */
  readonly title?: string
}

const MAX_PAGES = 2_000

/** Quiet, without scripts, fonts and pictures. */
const OPTIONS = {
  verbosity: 0,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  useWasm: false,
  maxImageSize: 1,
} as const

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>
type TextItem = Extract<Awaited<ReturnType<Page['getTextContent']>>['items'][number], { str: string }>

/** @throws InputError for what is no sound PDF, is encrypted, or breaks a limit */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPages> {
  guardPdf(bytes)
  guardRejections()
  const pdf = await opened(bytes)
  try {
    return await inTime(pagesOf(pdf))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`not a sound PDF: ${(error as Error).message}`, { cause: error })
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function pagesOf(pdf: Pdf): Promise<PdfPages> {
  if (pdf.numPages > MAX_PAGES) throw new InputError(`too large: ${pdf.numPages} pages, more than ${MAX_PAGES}`)
  const writer = new Writer()
  for (let number = 1; number <= pdf.numPages; number++) await writer.page(await pdf.getPage(number))
  const title: unknown = (await pdf.getMetadata().catch(() => undefined))?.info?.['Title' as never]
  return { ...writer.finish(), ...(typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}) }
}

/** The text that raw offsets of a PDF's document count in. */
export const pdfRaw = async (bytes: Uint8Array): Promise<string> => (await pdfPages(bytes)).raw

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy, because the library takes the memory away.
    return await inTime(getDocumentProxy(new Uint8Array(bytes), OPTIONS))
  } catch (error) {
    const { name, message } = error as Error
    throw new InputError(
      name === 'PasswordException' ? 'an encrypted PDF: it wants a password' : `not a sound PDF: ${message}`,
      { cause: error },
    )
  }
}

/** Characters that no page shows; the text keeps one in their place. */
const UNSEEN = /[\u0000-\u001f\u007f]/g

class Writer {
  readonly #parts: string[] = []
  #length = 0
  readonly #starts: number[] = []
  readonly #heights: number[] = []
  readonly #lines: PdfLine[] = []

  async page(page: Page): Promise<void> {
    const number = this.#starts.length
    this.#starts.push(this.#length)
    this.#heights.push((page.view[3] ?? 0) - (page.view[1] ?? 0))
    const bottom = page.view[1] ?? 0
    let items: TextItem[] = []
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item)) continue
      items.push(item)
      if (!item.hasEOL) continue
      this.#line(number, bottom, items)
      items = []
    }
    this.#line(number, bottom, items)
    this.#add('\f')
    page.cleanup()
  }

  finish(): Omit<PdfPages, 'title'> {
    return { raw: this.#parts.join(''), starts: this.#starts, lines: this.#lines, heights: this.#heights }
  }

  #add(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  #line(page: number, bottom: number, items: readonly TextItem[]): void {
    const seen = items.filter(({ str }) => str.trim() !== '')
    const longest = seen.toSorted((a, b) => b.str.length - a.str.length)[0]
    if (!longest) return
    const [, skew = 0, , , , y = 0] = longest.transform as number[]
    const start = this.#length
    const marks: Span[] = []
    let left = Number.POSITIVE_INFINITY
    let right = Number.NEGATIVE_INFINITY
    for (const item of items) {
      const at = this.#length
      this.#add(item.str.replace(UNSEEN, '\ufffd'))
      const [, , , , x = 0, base = 0] = item.transform as number[]
      if (item.str.trim() === '') continue
      left = Math.min(left, x)
      right = Math.max(right, x + item.width)
      const raised = item.height < longest.height * 0.9 && base > y + longest.height * 0.15
      if (raised && /^\s*\[?\d{1,3}\]?(?:,\s?\d{1,3}){0,5}\s*$/.test(item.str))
        marks.push({ start: at, end: this.#length })
    }
    const rotated = Math.abs(skew) > 0.01
    const place = { x: left, y: y - bottom, width: right - left, size: longest.height }
    this.#lines.push({ page, start, end: this.#length, ...place, rotated, marks })
    this.#add('\n')
  }
}
