import type { Document, Source } from '../model/document.ts'
import type { Field } from './header.ts'
import { dateInName, publishedDate } from './published.ts'

/** What a header block or front matter states, and which of the two it is. */
export interface Stated {
  readonly from: string
  readonly fields: Readonly<Partial<Record<Field, string>>>
}

export type Metadata = Partial<
  Pick<Document, 'title' | 'published' | 'publishedFrom' | 'modified' | 'author' | 'site' | 'url' | 'notes'>
>

/**
 * Title, dates, author, site and address of a document: what the user gave, else what the source states, else (the date
 * alone) what its file name says. A date that is none, or that can be read in two ways, becomes a note.
 * @param before notes that the reader has already
 */
export function metadata(
  { doc, hints }: Pick<Source, 'doc' | 'hints'>,
  stated?: Stated,
  before: readonly string[] = [],
): Metadata {
  const fields = stated?.fields ?? {}
  const notes = [...before]
  const dateOf = (value: string | undefined, what: string): string | undefined => {
    if (!value) return undefined
    const date = publishedDate(value)
    if (date === undefined) notes.push(`${what} is not a clear date: ${value.slice(0, 100)}`)
    return date
  }
  const from = stated?.from ?? ''
  const inHeader = dateOf(fields.date, `${from} date`)
  const modified = dateOf(fields.modified, `${from} modification date`)
  const inName = dateInName(doc)
  const published = hints?.published
    ? { published: hints.published, publishedFrom: 'given' }
    : inHeader
      ? { published: inHeader, publishedFrom: from }
      : inName
        ? { published: inName, publishedFrom: 'file-name' }
        : {}
  const isUrl = (value: string | undefined): boolean => /^https?:\/\/\S+$/i.test(value ?? '')
  const url = hints?.url ?? [fields.url, fields.source].find(isUrl)
  const site = hints?.source ?? (fields.source?.includes('://') ? undefined : fields.source)
  for (const value of [fields.url, fields.source])
    if (value?.includes('://') && !isUrl(value))
      notes.push(`${from} address is not one of the web: ${value.slice(0, 100)}`)
  const title = hints?.title ?? fields.title
  return {
    ...published,
    ...(title ? { title } : {}),
    ...(modified ? { modified } : {}),
    ...(fields.author ? { author: fields.author } : {}),
    ...(site ? { site } : {}),
    ...(url ? { url } : {}),
    notes,
  }
}
