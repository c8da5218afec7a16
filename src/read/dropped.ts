import type { Document } from '../model/document.ts'

/** Whether a raw source is markup: of a page, of a mail's HTML part, of a feed's item. */
const isMarkup = (mediaType: string, encoding: string): boolean =>
  /html|feed-item/.test(mediaType) || encoding === 'mail-html'

/**
 * The words of `doc.dropped`, one by one, without markup: what a person sees who asks what was left out. A stretch that
 * breaks a limit when it is parsed by itself keeps its markup.
 * @param raw the decoded raw source, which the offsets of `doc.dropped` count in
 */
export async function droppedWords(
  raw: string,
  mediaType: string,
  doc: Pick<Document, 'dropped' | 'encoding'>,
): Promise<string[]> {
  const slices = doc.dropped.map(({ start, end }) => raw.slice(start, end))
  if (slices.length === 0 || !isMarkup(mediaType, doc.encoding)) return slices.map(slice => slice.trim())
  // The parser is forty modules that a run of plain texts does without.
  const { wordsOf } = await import('./dropped-markup.ts')
  return slices.map(wordsOf)
}
