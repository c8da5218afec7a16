/** Hyphens that typesetting and copying put into identifiers. */
const HYPHENS = /[\u2010-\u2015_ ]/g

/**
 * CVE ids in a text; MITRE's syntax since 2014: a year, then four digits or more. Letters that look like digits are read as those
 * digits where nothing else can be meant: the check of malformed identifiers shows such an id to the reviewer, and what the
 * article says of it is still said of that flaw.
 */
export const CVE =
  /\bCVE[-\u2010-\u2015_ ]{1,2}(?:(?:19|20)[0-9]{2}[-\u2010-\u2015_][0-9]{4,19}(?![0-9])|(?:[1il]9|2[0o])[0-9oil]{2}[-\u2010-\u2015_](?=[oil]*[0-9])[0-9oil]{4,7}(?!\w))/gi

/** The id as MITRE prints it: "cve–2017 0144" with any hyphen becomes "CVE-2017-0144", "CVE-2O17-ol44" too. */
export const cveId = (words: string): string =>
  `CVE${words.slice(3).replace(HYPHENS, '-').replace(/-{2,}/g, '-').replace(/o/gi, '0').replace(/[il]/gi, '1')}`
