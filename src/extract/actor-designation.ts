import type { Span } from '../model/span.ts'
import type { Token } from './tokens.ts'

/**
 * Numbered series of groups and who numbers them: APT (Mandiant), APT-C (360), FIN, UNC and TEMP (Mandiant), TA and TAG
 * (Proofpoint, Recorded Future), DEV and Storm (Microsoft), UAC (CERT-UA), ATK (Thales), ITG (IBM), TG (Secureworks),
 * CL (Palo Alto), UAT (Cisco Talos), REF (Elastic), SectorX (NSHC). Bounded digits: an id of a ticket is longer. Sticky.
 */
const SERIES =
  /(?<![\p{L}\p{N}_./@#-])(?:APT[ -]?C[ -]?\d{1,3}|APT[ -]?\d{1,3}|FIN[ -]?\d{1,2}|TA[ -]?\d{3,4}|TAG[ -]\d{2,3}|UNC[ -]?\d{3,4}|DEV-\d{4}|Storm-\d{4}|UAC-\d{4}|ATK[ -]?\d{1,3}|ITG\d{2}|TG-\d{4}|UAT-\d{4}|REF\d{4}|CL-(?:STA|CRI|UNK)-\d{4}|TEMP\.\p{Lu}\p{L}{2,20}|Sector[A-Z]\d{2})(?![\p{L}\p{N}_]|[./-]\d)/uy
const LETTERS = new Set([...'ACDFIRSTU'].map(letter => letter.charCodeAt(0)))

/** Designations of numbered series, whether the knowledge base has them or not; `marked` are the words that may begin one. */
export function designations(text: string, marked: readonly Token[]): (Span & { readonly words: string })[] {
  const found: (Span & { readonly words: string })[] = []
  let after = 0
  for (const { start } of marked) {
    if (start < after || !LETTERS.has(text.charCodeAt(start))) continue
    SERIES.lastIndex = start
    const words = SERIES.exec(text)?.[0]
    if (words === undefined) continue
    after = start + words.length
    found.push({ start, end: after, words })
  }
  return found
}
