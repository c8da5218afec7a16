import type { Document, Source, Stated } from '../model/document.ts'
import { hasSecrets, withoutSecrets } from '../normalise/web-address.ts'
import { dateline } from './dateline.ts'
import { dateInName, publishedDate } from './published.ts'

export type Metadata = Partial<
  Pick<Document, 'title' | 'published' | 'publishedFrom' | 'modified' | 'author' | 'site' | 'url' | 'notes'>
>

/**
 * Title, dates, author, site and address of a document: what the user gave, else what the source states, else what its
 * container states of it, else (the date alone) what its text prints at its head, else what its file name says. A date that
 * is none, or that can be read in two ways, becomes a note.
 * @param before notes that the reader has already
 * @param text where a dateline is looked for, when nothing else states a date
 */
export function metadata(
  { doc, hints, stated: container }: Pick<Source, 'doc' | 'hints' | 'stated'>,
  stated?: Stated,
  before: readonly string[] = [],
  text = '',
): Metadata {
  const fields = { ...container?.fields, ...stated?.fields }
  const notes = [...before]
  const dateOf = (by: Stated | undefined, field: 'date' | 'modified', what: string): string | undefined => {
    const value = by?.fields[field]
    if (!value) return undefined
    const date = publishedDate(value)
    if (date === undefined) notes.push(`${by.from} ${what} is not a clear date: ${value.slice(0, 100)}`)
    return date
  }
  const from = stated?.from ?? container?.from ?? ''
  const own = dateOf(stated, 'date', 'date')
  const contained = own === undefined ? dateOf(container, 'date', 'date') : undefined
  const modified = dateOf(stated, 'modified', 'modification date') ?? dateOf(container, 'modified', 'modification date')
  const published = hints?.published
    ? { published: hints.published, publishedFrom: 'given' }
    : own
      ? { published: own, publishedFrom: stated?.from ?? '' }
      : contained
        ? { published: contained, publishedFrom: container?.from ?? '' }
        : printed(text, doc)
  const isUrl = (value: string | undefined): boolean => /^https?:\/\/\S+$/i.test(value ?? '')
  const url = hints?.url ?? [fields.url, fields.source].find(isUrl)
  const site = hints?.source ?? (fields.source?.includes('://') ? undefined : fields.source)
  for (const value of [fields.url, fields.source])
    if (value?.includes('://') && !isUrl(value))
      notes.push(`${from} address is not one of the web: ${withoutSecrets(value).slice(0, 100)}`)
  const title = hints?.title ?? fields.title
  return {
    ...published,
    ...(title ? { title } : {}),
    ...(modified ? { modified } : {}),
    ...(fields.author ? { author: fields.author } : {}),
    ...(site ? { site } : {}),
    ...(url ? { url: hasSecrets(url) ? withoutSecrets(url) : url } : {}),
    notes,
  }
}

/** The day that the text prints at its head, else the one in its file name. */
function printed(text: string, doc: string): Metadata {
  const line = dateline(text)
  if (line !== undefined) return { published: line, publishedFrom: 'dateline' }
  const inName = dateInName(doc)
  return inName === undefined ? {} : { published: inName, publishedFrom: 'file-name' }
}
