import type { Document, Source } from '../model/document.ts'
import { languageOf } from './language.ts'
import type { PageMetadata } from './metadata.ts'
import { chooseDates, dateIn } from './metadata-dates.ts'
import { metadata } from './stated.ts'

type Known = 'title' | 'published' | 'publishedFrom' | 'modified' | 'author' | 'site' | 'url'

/** What a document of a page says beside its text. */
export type PageFields = Pick<Partial<Document>, Known> & Pick<Document, 'language' | 'notes'>

/**
 * What the user gave, else what the page says, else what its container says of it, else (the date alone) what its file
 * name says.
 * @param datelines short lines around the article's head, one of which may print its day
 */
export function documentFields(
  source: Source,
  about: PageMetadata,
  text: string,
  datelines: readonly string[],
): PageFields {
  const line = datelines.find(plain => !/^(?:updated|modified)/i.test(plain) && dateIn(plain) !== undefined)
  const printed = line === undefined ? [] : [{ value: line, from: 'dateline' }]
  const { notes, ...dated } = chooseDates([...about.published, ...printed], about.modified, Date.now())
  const { title, author, site, url } = about
  const own = Object.entries({ title, author, source: site, url }).filter(([, value]) => value !== undefined)
  const { notes: others = [], ...given } = metadata(source, { from: 'page', fields: Object.fromEntries(own) })
  const byUser = given.publishedFrom === 'given' || dated.published === undefined
  return {
    ...(byUser ? { ...dated, ...given } : { ...given, ...dated }),
    language: languageBy(text, about),
    notes: [...about.notes, ...notes, ...others],
  }
}

/** The text decides; what a page says of itself is often its template's language, and counts only in doubt. */
function languageBy(text: string, { language }: PageMetadata): string {
  const found = languageOf(text)
  return found === 'und' ? (language ?? found) : found
}
