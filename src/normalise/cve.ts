/** Hyphens that typesetting and copying put into identifiers. */
const HYPHENS = /[\u2010-\u2015_ ]/g

/** CVE ids in a text; MITRE's syntax since 2014: a year, then four digits or more. */
export const CVE = /\bCVE[-\u2010-\u2015_ ]{1,2}(?:19|20)[0-9]{2}[-\u2010-\u2015_][0-9]{4,19}(?![0-9])/gi

/** The id as MITRE prints it: "cve–2017 0144" with any hyphen becomes "CVE-2017-0144". */
export const cveId = (words: string): string => words.toUpperCase().replace(HYPHENS, '-').replace(/-{2,}/g, '-')
