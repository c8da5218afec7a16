import { dayOf } from '../../normalise/calendar.ts'
import type { Tlp } from '../report.ts'
import { uuid5 } from '../uuid.ts'

/** One object of a STIX bundle. */
export type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string }

/** errata's own namespace for ids; STIX 2.1 (2.9) keeps its own for observables. */
const NAMESPACE = 'b7f1bb4e-3d0f-4b7b-9f0c-6b1d2f6a8e21'

/** `type--uuid`, the same for the same parts on every export. */
export const stixId = (type: string, ...parts: readonly string[]): string =>
  `${type}--${uuid5(NAMESPACE, JSON.stringify([type, ...parts]))}`

/** An instant in STIX's form for a day: exports carry no clock. */
export const instant = (day: string): string => `${day}T00:00:00.000Z`

/** The first of the month that a knowledge base is named for ("2026.08"); for others the first of errata's ids. */
export function knowledgeInstant(version: string): string {
  const named = /^(\d{4})\.(0[1-9]|1[0-2])\b/.exec(version)
  return instant(named ? `${named[1]}-${named[2]}-01` : '2026-01-01')
}

/** The day that a document bears; the knowledge base's when it bears none. */
export const documentInstant = (published: string | undefined, version: string): string => {
  const day = dayOf(published)
  return day === undefined ? knowledgeInstant(version) : instant(day)
}

/** What every object has, with one instant for its making and its last change. */
export const common = (type: string, id: string, at: string): StixObject => ({
  type,
  spec_version: '2.1',
  id,
  created: at,
  modified: at,
})

export const ERRATA = stixId('identity', 'errata')
export const EXTENSION = stixId('extension-definition', 'errata')

/** The start of errata's ids: when its own identity and extension were made. */
const OWN = instant('2026-01-01')

/** errata itself, and the extension that holds what STIX has no place for: characters, checks, suggestions, amounts. */
export const OWN_OBJECTS: readonly StixObject[] = [
  { ...common('identity', ERRATA, OWN), name: 'errata', identity_class: 'system' },
  {
    ...common('extension-definition', EXTENSION, OWN),
    created_by_ref: ERRATA,
    name: 'errata places and findings',
    description: 'Places in documents, what a check found, and values of amounts and dates.',
    schema:
      'doc, start, end, text: a half-open range of UTF-16 code units of the text of a document. On findings: kind (the check), severity, ' +
      'fingerprint, place, evidence (places with role and note), knowledge (rows with source and version), suggestion. ' +
      'On opinions: corrected (what a reviewer would put in place of the words). ' +
      'On claims: predicate, stance, speaker, place, time (TIMEX3, from, to), object (a normalised value).',
    version: '1.0.0',
    extension_types: ['property-extension'],
  },
]

/** An object with errata's extension. */
export const extended = (object: StixObject, properties: Readonly<Record<string, unknown>>): StixObject => ({
  ...object,
  extensions: { [EXTENSION]: { extension_type: 'property-extension', ...properties } },
})

/** FIRST's TLP 2.0 as STIX markings: the ids that OASIS gives. */
const MARKINGS: Readonly<Record<Tlp, string>> = {
  clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  green: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  amber: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'amber+strict': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  red: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
}

/** OASIS's extension for TLP 2.0. */
const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'

/** The marking object of a TLP label. */
export const marking = (tlp: Tlp): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: MARKINGS[tlp],
  created: instant('2022-10-01'),
  name: `TLP:${tlp.toUpperCase()}`,
  extensions: { [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: tlp } },
})

/** What objects under a TLP label carry. */
export const marked = (tlp: Tlp | undefined): Readonly<Record<string, unknown>> =>
  tlp === undefined ? {} : { object_marking_refs: [MARKINGS[tlp]] }
