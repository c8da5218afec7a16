import { acronymMismatch } from './check/acronym-mismatch.ts'
import { aliasConflict } from './check/alias-conflict.ts'
import { attributionConflict } from './check/attribution-conflict.ts'
import { confusableName } from './check/confusable-name.ts'
import { conversionMismatch } from './check/conversion-mismatch.ts'
import { countryConflict } from './check/country-conflict.ts'
import { dateConflict } from './check/date-conflict.ts'
import { dateOrder } from './check/date-order.ts'
import { futureDate } from './check/future-date.ts'
import { impossibleDate } from './check/impossible-date.ts'
import { malformedIdentifier } from './check/malformed-identifier.ts'
import { nameDrift } from './check/name-drift.ts'
import { nameVariant } from './check/name-variant.ts'
import { orgSlip } from './check/org-slip.ts'
import { percentMismatch } from './check/percent-mismatch.ts'
import { quoteAltered } from './check/quote-altered.ts'
import { sumMismatch } from './check/sum-mismatch.ts'
import { titleMismatch } from './check/title-mismatch.ts'
import { valueConflict } from './check/value-conflict.ts'
import { weekdayDate } from './check/weekday-date.ts'
import { actor } from './extract/actor.ts'
import { cve } from './extract/cve.ts'
import { malware } from './extract/malware.ts'
import { organization } from './extract/organization.ts'
import { person } from './extract/person.ts'
import { place } from './extract/place.ts'
import { quantity } from './extract/quantity.ts'
import { sector } from './extract/sector.ts'
import { tool } from './extract/tool.ts'
import type { Check, Extractor, Reader } from './model/stage.ts'
import { html } from './read/html.ts'
import { jsonLine } from './read/json-line.ts'
import { markdown } from './read/markdown.ts'
import { plain } from './read/plain.ts'
import { csvFlags } from './report/csv.ts'
import { htmlReport } from './report/html.ts'
import { jsonlFlags } from './report/jsonl.ts'
import { markdownReport } from './report/markdown.ts'
import type { Writer } from './report/report.ts'
import { sarif } from './report/sarif.ts'
import { stix } from './report/stix/stix.ts'
import { webAnnotation } from './report/web-annotation.ts'

/** Everything errata does, in order: the inventory is the table of contents. */
export const readers: readonly Reader[] = [plain, markdown, jsonLine, html]
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
  attributionConflict,
  aliasConflict,
  orgSlip,
  countryConflict,
  malformedIdentifier,
  acronymMismatch,
  quoteAltered,
  confusableName,
  weekdayDate,
  impossibleDate,
  futureDate,
  dateOrder,
  dateConflict,
  valueConflict,
  titleMismatch,
  percentMismatch,
  sumMismatch,
  conversionMismatch,
]
export const writers: readonly Writer[] = [htmlReport, markdownReport, jsonlFlags, csvFlags, sarif, stix, webAnnotation]
