import type { Document } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { blocksOf } from './blocks.ts'
import { textOf } from './blocks-text.ts'
import { parsePage } from './positions.ts'

/** Whether a raw source is markup: of a page, of a mail's HTML part, of a feed's item. */
const isMarkup = (mediaType: string, encoding: string): boolean =>
  /html|feed-item/.test(mediaType) || encoding === 'mail-html'

/**
 * The words of `doc.dropped`, one by one, without markup: what a person sees who asks what was left out. A stretch that
 * breaks a limit when it is parsed by itself keeps its markup.
 * @param raw the decoded raw source, which the offsets of `doc.dropped` count in
 */
export function droppedWords(raw: string, mediaType: string, doc: Pick<Document, 'dropped' | 'encoding'>): string[] {
  return doc.dropped.map(({ start, end }) => {
    const slice = raw.slice(start, end)
    if (!isMarkup(mediaType, doc.encoding)) return slice.trim()
    try {
      const page = parsePage(slice)
      return textOf(page, blocksOf(page)).text
    } catch (error) {
      if (error instanceof InputError) return slice.trim()
      throw error
    }
  })
}
