import type { Document, Source, Stated } from '../model/document.ts'
import { hasSecrets, withoutSecrets } from '../normalise/web-address.ts'
import { dateInName, publishedDate } from './published.ts'

export type Metadata = Partial<
  Pick<Document, 'title' | 'published' | 'publishedFrom' | 'modified' | 'author' | 'site' | 'url' | 'notes'>
>

/**
 * Title, dates, author, site and address of a document: what the user gave, else what the source states, else what its
 * container states of it, else (the date alone) what its file name says. A date that is none, or that can be read in two
 * ways, becomes a note.
 * @param before notes that the reader has already
 */
export function metadata(
  { doc, hints, stated: container }: Pick<Source, 'doc' | 'hints' | 'stated'>,
  stated?: Stated,
  before: readonly string[] = [],
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
  const inName = dateInName(doc)
  const published = hints?.published
    ? { published: hints.published, publishedFrom: 'given' }
    : own
      ? { published: own, publishedFrom: stated?.from ?? '' }
      : contained
        ? { published: contained, publishedFrom: container?.from ?? '' }
        : inName
          ? { published: inName, publishedFrom: 'file-name' }
          : {}
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
