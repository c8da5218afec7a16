import type { Severity } from '../model/discrepancy.ts'

/** A fault of an identifier: where, what the words are, why they cannot be, and what may be meant. */
export interface Fault {
  readonly start: number
  readonly words: string
  readonly why: string
  readonly suggestion?: string
  readonly confidence: number
  readonly severity?: Severity
}

/** What an identifier must look like, and who says so: the fact that a flag rests on. */
export const RULES = {
  cve: {
    fact: 'A CVE id is CVE, a year from 1999 on, and four or more digits',
    source: 'CVE Program, CVE ID syntax of 2014',
  },
  technique: {
    fact: 'An ATT&CK technique is T and four digits; a sub-technique adds a dot and three',
    source: 'MITRE ATT&CK',
  },
  address: { fact: 'The four numbers of an IPv4 address lie between 0 and 255', source: 'RFC 791' },
  digest: {
    fact: 'A digest has a fixed length: MD5 32 hexadecimal digits, SHA-1 40, SHA-256 64, SHA-512 128',
    source: 'RFC 1321, FIPS 180-4',
  },
  bracket: { fact: 'A defanged address brackets each dot on both sides', source: 'custom of the field' },
  score: { fact: 'A CVSS score lies between 0 and 10', source: 'FIRST, CVSS 2.0 to 4.0' },
} as const
