import { acronymMismatch } from './check/acronym-mismatch.ts'
import { ageConflict } from './check/age-conflict.ts'
import { aliasConflict } from './check/alias-conflict.ts'
import { attributionConflict } from './check/attribution-conflict.ts'
import { confusableName } from './check/confusable-name.ts'
import { conversionMismatch } from './check/conversion-mismatch.ts'
import { countryConflict } from './check/country-conflict.ts'
import { dateConflict } from './check/date-conflict.ts'
import { dateOrder } from './check/date-order.ts'
import { durationMismatch } from './check/duration-mismatch.ts'
import { fixedVersion } from './check/fixed-version.ts'
import { fractionMismatch } from './check/fraction-mismatch.ts'
import { futureDate } from './check/future-date.ts'
import { growthMismatch } from './check/growth-mismatch.ts'
import { headlineName } from './check/headline-name.ts'
import { impossibleDate } from './check/impossible-date.ts'
import { impossibleTime } from './check/impossible-time.ts'
import { listLength } from './check/list-length.ts'
import { malformedIdentifier } from './check/malformed-identifier.ts'
import { nameDrift } from './check/name-drift.ts'
import { nameVariant } from './check/name-variant.ts'
import { numberedName } from './check/numbered-name.ts'
import { orgSlip } from './check/org-slip.ts'
import { percentMismatch } from './check/percent-mismatch.ts'
import { personSlip } from './check/person-slip.ts'
import { placeMismatch } from './check/place-mismatch.ts'
import { publicationDate } from './check/publication-date.ts'
import { quoteAltered } from './check/quote-altered.ts'
import { rangeOrder } from './check/range-order.ts'
import { severityMismatch } from './check/severity-mismatch.ts'
import { sumHolds } from './check/sum-holds.ts'
import { sumMismatch } from './check/sum-mismatch.ts'
import { techniqueMismatch } from './check/technique-mismatch.ts'
import { titleMismatch } from './check/title-mismatch.ts'
import { unitMismatch } from './check/unit-mismatch.ts'
import { unknownSpeaker } from './check/unknown-speaker.ts'
import { valueConflict } from './check/value-conflict.ts'
import { weekdayDate } from './check/weekday-date.ts'
import { yearSlip } from './check/year-slip.ts'
import { actor } from './extract/actor.ts'
import { cve } from './extract/cve.ts'
import { malware } from './extract/malware.ts'
import { organization } from './extract/organization.ts'
import { person } from './extract/person.ts'
import { place } from './extract/place.ts'
import { quantity } from './extract/quantity.ts'
import { sector } from './extract/sector.ts'
import { tool } from './extract/tool.ts'
import type { AsyncReader, Check, Extractor, Reader } from './model/stage.ts'
import type { Writer } from './report/report.ts'

/** A part that is loaded when it is first needed: pages want 0.2 s of libraries that a plain text does not. */
interface Lazy<T> {
  readonly id: string
  load(): Promise<T>
}
type LazyReader = Lazy<Reader | AsyncReader> & Pick<Reader, 'mediaTypes'>

/** Loads at the first call only: an import costs as much again each time, though nothing is read. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}

/** Everything errata does, in order: the inventory is the table of contents. */
export const readers: readonly LazyReader[] = [
  { id: 'plain', mediaTypes: ['text/plain'], load: once(async () => (await import('./read/plain.ts')).plain) },
  {
    id: 'markdown',
    mediaTypes: ['text/markdown'],
    load: once(async () => (await import('./read/markdown.ts')).markdown),
  },
  {
    id: 'json-line',
    mediaTypes: ['application/x-errata-document+json'],
    load: once(async () => (await import('./read/json-line.ts')).jsonLine),
  },
  {
    id: 'html',
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    load: once(async () => (await import('./read/html.ts')).html),
  },
  { id: 'pdf', mediaTypes: ['application/pdf'], load: once(async () => (await import('./read/pdf.ts')).pdf) },
  {
    id: 'mail',
    mediaTypes: ['message/rfc822', 'application/x-errata-mbox-message'],
    load: once(async () => (await import('./read/mail.ts')).mail),
  },
  {
    id: 'feed-item',
    mediaTypes: ['application/x-errata-feed-item+xml'],
    load: once(async () => (await import('./read/feed-item.ts')).feedItem),
  },
  {
    id: 'json-feed-item',
    mediaTypes: ['application/x-errata-feed-item+json'],
    load: once(async () => (await import('./read/json-feed-item.ts')).jsonFeedItem),
  },
]
export const extractors: readonly Extractor[] = [
  actor,
  malware,
  tool,
  organization,
  person,
  place,
  sector,
  cve,
  quantity,
]
export const checks: readonly Check[] = [
  nameDrift,
  nameVariant,
  numberedName,
  attributionConflict,
  aliasConflict,
  orgSlip,
  countryConflict,
  placeMismatch,
  personSlip,
  unknownSpeaker,
  malformedIdentifier,
  techniqueMismatch,
  severityMismatch,
  fixedVersion,
  acronymMismatch,
  quoteAltered,
  confusableName,
  publicationDate,
  weekdayDate,
  impossibleDate,
  impossibleTime,
  yearSlip,
  futureDate,
  dateOrder,
  dateConflict,
  durationMismatch,
  valueConflict,
  titleMismatch,
  headlineName,
  ageConflict,
  percentMismatch,
  fractionMismatch,
  growthMismatch,
  sumMismatch,
  sumHolds,
  listLength,
  rangeOrder,
  unitMismatch,
  conversionMismatch,
]
export const writers: readonly Lazy<Writer>[] = [
  { id: 'html', load: async () => (await import('./report/html.ts')).htmlReport },
  { id: 'md', load: async () => (await import('./report/markdown.ts')).markdownReport },
  { id: 'txt', load: async () => (await import('./report/text.ts')).textReport },
  { id: 'jsonl', load: async () => (await import('./report/jsonl.ts')).jsonlFlags },
  { id: 'csv', load: async () => (await import('./report/csv.ts')).csvFlags },
  { id: 'sarif', load: async () => (await import('./report/sarif.ts')).sarif },
  { id: 'stix', load: async () => (await import('./report/stix/stix.ts')).stix },
  { id: 'webannotation', load: async () => (await import('./report/web-annotation.ts')).webAnnotation },
]
