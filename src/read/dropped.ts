import type { Document, Source } from '../model/document.ts'
import { blocksOf } from './blocks.ts'
import { textOf } from './blocks-text.ts'
import { decode } from './decode.ts'
import { parsePage } from './positions.ts'

/** Media types whose raw source is markup. */
const MARKUP = /html/

/** The words of `doc.dropped`, one by one, without markup: what a person sees who asks what was left out. */
export function droppedWords(
  source: Pick<Source, 'bytes' | 'charset' | 'mediaType'>,
  doc: Pick<Document, 'dropped'>,
): string[] {
  if (doc.dropped.length === 0) return []
  const { raw } = decode(source as Source)
  return doc.dropped.map(({ start, end }) => {
    const slice = raw.slice(start, end)
    if (!MARKUP.test(source.mediaType)) return slice.trim()
    const page = parsePage(slice)
    return textOf(page, blocksOf(page)).text
  })
}
