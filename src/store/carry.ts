import type { Discrepancy } from '../model/discrepancy.ts'
import type { Document } from '../model/document.ts'
import { identities } from '../model/identity.ts'
import type { Sql } from './sqlite.ts'

/** A revision's text and its flags. */
interface Flagged {
  readonly doc: Document
  readonly flags: readonly Discrepancy[]
}

/**
 * Notes which flags of a document are at a place that had another fingerprint before: when one of several equal sentences
 * comes or goes, the others stay the same places, and what was decided on them holds.
 */
export function carry(sql: Sql, before: Flagged, after: Flagged): void {
  const doc = after.doc.id
  const known = Map.groupBy(
    sql.all('SELECT fingerprint, former FROM carried WHERE doc = ?', doc),
    ({ fingerprint }) => fingerprint,
  )
  const same = samePlaces(before, after)
  if (known.size === 0 && same.every(([old, now]) => old === now)) return
  sql.run('DELETE FROM carried WHERE doc = ?', doc)
  for (const [old, now] of same) {
    const names = new Set([old, ...(known.get(old) ?? []).map(({ former }) => String(former))])
    names.delete(now)
    for (const former of names)
      sql.run('INSERT OR IGNORE INTO carried (doc, fingerprint, former) VALUES (?, ?, ?)', doc, now, former)
  }
}

/** Pairs of fingerprints, before and after, of places that are the same one beyond doubt. */
function samePlaces(before: Flagged, after: Flagged): [old: string, now: string][] {
  const old = onlyOnes(before)
  const now = onlyOnes(after)
  const taken = new Set<string>()
  return after.flags.flatMap(({ fingerprint }): [string, string][] => {
    const place = now.placesOf.get(fingerprint)?.find(key => old.at.has(key) && now.at.has(key))
    const match = place === undefined ? undefined : old.at.get(place)
    if (match === undefined || taken.has(match)) return []
    taken.add(match)
    return [[match, fingerprint]]
  })
}

/** Places that only one flag has, and the places of each flag, strongest first. */
function onlyOnes({ doc, flags }: Flagged) {
  const at = new Map<string, string>()
  const several = new Set<string>()
  const placesOf = new Map<string, readonly string[]>()
  for (const [index, { places }] of identities(doc, flags).entries()) {
    const fingerprint = flags[index]?.fingerprint ?? ''
    placesOf.set(fingerprint, places)
    for (const place of places) {
      if (at.has(place)) several.add(place)
      at.set(place, fingerprint)
    }
  }
  for (const place of several) at.delete(place)
  return { at, placesOf }
}
