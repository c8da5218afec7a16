/**
 * Folds a name for comparison: case, accents, spaces, hyphens and dots do not count.
 * "APT-38", "apt 38" and "APT38" fold alike; so do "Énergie" and "energie".
 */
export function foldName(name: string): string {
  if (isPlain(name)) return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a name has ASCII characters only: most have, and need neither tables of Unicode nor a copy. */
function isPlain(name: string): boolean {
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) > 0x7f) return false
  return true
}

/** An id part made of a name: lower-case letters and digits joined by hyphens. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** A designation that numbers its series: APT38, FIN7, TA505, UNC2452, Storm-0558, UAC-0010, APT-C-36. */
const DESIGNATION = /^([A-Za-z]+(?:[- ][A-Za-z])?)[- ]?(\d{1,5})$/

/** The series and number of a designation: "APT 38" gives { series: "apt", number: "38" }. */
export function designation(name: string): { readonly series: string; readonly number: string } | undefined {
  const match = DESIGNATION.exec(name.trim())
  return match?.[1] && match[2] ? { series: foldName(match[1]), number: match[2] } : undefined
}
