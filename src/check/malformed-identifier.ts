import type { Finding, Severity } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'

/** First year of the CVE list, and how far ahead of the article's year numbers are handed out. */
const CVE_FIRST = 1999
const CVE_AHEAD = 1

/** Lengths of hexadecimal digests. */
const DIGESTS: Readonly<Record<string, number>> = { MD5: 32, SHA1: 40, SHA256: 64, SHA512: 128 }

/** A fault: where, what the words are, why they cannot be, and what may be meant. */
interface Fault {
  readonly start: number
  readonly words: string
  readonly why: string
  readonly suggestion?: string
  readonly confidence: number
  readonly severity?: Severity
}

/** What an identifier must look like, and who says so: the fact that a flag rests on. */
const RULES = {
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
} as const

/** Letters read for digits. */
const digits = (text: string): string => text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')

/** CVE identifiers that cannot be; other dashes, spaces and a missing first hyphen are style. */
function* cves(text: string, published: string | undefined): Generator<Fault> {
  const last = Number((published ?? '9998').slice(0, 4)) + CVE_AHEAD
  for (const match of text.matchAll(
    /\bCVE[-\u2010-\u2015 ]([0-9OolI]{3,12})(?:[-\u2010-\u2015]([0-9OolI]{1,8}))?(?![\w*#]|[-\u2010-\u2015][\w*#])/g,
  )) {
    const [words, one = '', two] = match
    if (!/\d/.test(one)) continue
    const fault = (why: string, confidence: number, suggestion?: string): Fault => ({
      start: match.index,
      words,
      why,
      confidence,
      ...(suggestion === undefined ? {} : { suggestion }),
    })
    const year = Number(digits(one).slice(0, 4))
    const inRange = year >= CVE_FIRST && year <= last
    if (two === undefined) {
      if (one.length >= 8 && inRange)
        yield fault('has no hyphen after the year', 90, `CVE-${digits(one).slice(0, 4)}-${digits(one).slice(4)}`)
    } else if (/[OolI]/.test(one + two))
      yield fault('has a letter among its digits', 95, `CVE-${digits(one)}-${digits(two)}`)
    else if (one.length !== 4) yield fault('has no year of four digits', 90)
    else if (!inRange)
      yield fault(`has the year ${one}, ${year < CVE_FIRST ? 'before the list began' : 'after this article'}`, 88)
    else if (two.length < 4) yield fault('has fewer than four digits after the year', 85)
  }
}

/** ATT&CK techniques are T and four digits, sub-techniques add a dot and three: read only in articles that name ATT&CK. */
function* techniques(text: string): Generator<Fault> {
  if (!/ATT&(?:amp;)?CK/.test(text)) return
  for (const match of text.matchAll(/\bT(1\d{2}|1\d{4}|1[\dOlI]{3})(\.\d{1,4})?\b(?![.:/-]\d)/g)) {
    const [words, number = '', sub = ''] = match
    const before = text.charAt(match.index - 1)
    if (/[-_./=]/.test(before)) continue
    if (/^\d{4}$/.test(number) && (sub === '' || /^\.\d{3}$/.test(sub))) continue
    yield {
      start: match.index,
      words,
      why:
        sub !== '' && !/^\.\d{3}$/.test(sub)
          ? 'has no three digits after the dot'
          : 'is no ATT&CK technique: they are T and four digits',
      confidence: 80,
    }
  }
}

/** IPv4 addresses with a number above 255; version numbers look alike, so brackets or a word must say that it is an address. */
function* addresses(text: string): Generator<Fault> {
  for (const match of text.matchAll(/(?<![\w.[\]-])\d{1,3}(?:\[?\.\]?\d{1,3}){3}(?![\w-]|\[?\.\]?\d)/g)) {
    const words = match[0]
    const parts = words.split(/\[?\.\]?/)
    const wrong = parts.find(part => Number(part) > 255)
    if (!wrong || Math.max(...parts.map(Number)) > 999) continue
    const around = text.slice(Math.max(0, match.index - 40), match.index)
    if (!words.includes('[') && !/\b(?:IP|IPs|address(?:es)?|server|host|C2|C&C)\b[^.\n]{0,20}$/i.test(around)) continue
    yield { start: match.index, words, why: `has ${wrong}, and the numbers of an address end at 255`, confidence: 90 }
  }
}

/** Digests whose length is not that of the named kind, nor of any other. */
function* digests(text: string): Generator<Fault> {
  for (const match of text.matchAll(
    /\b(MD5|SHA-?1|SHA-?256|SHA-?512)\b[ :=(\u2013-]{1,4}([0-9A-Fa-f]{24,140})(?![0-9A-Za-z])/g,
  )) {
    const kind = (match[1] ?? '').replace('-', '').toUpperCase()
    const value = match[2] ?? ''
    const wanted = DIGESTS[kind]
    if (wanted === undefined || value.length === wanted) continue
    yield {
      start: match.index + match[0].length - value.length,
      words: value,
      why: `has ${value.length} digits, and a ${match[1]} digest has ${wanted}`,
      confidence: 90,
    }
  }
}

/** Defanged addresses with a bracket that is not closed or not opened: many writers' habit, so a note. */
function* brackets(text: string): Generator<Fault> {
  if (!text.includes('[.') && !text.includes('.]')) return
  for (const match of text.matchAll(
    /\b[a-z0-9][a-z0-9-]{1,40}(?:\[\.(?=[a-z]{2,10}\b(?!\]))|(?<!\[)\.\](?=[a-z]{2,10}\b))[a-z]{2,10}/gi,
  ))
    yield {
      start: match.index,
      words: match[0],
      why: 'has a bracket without its partner',
      confidence: 60,
      severity: 'note',
    }
}

function* findings({ doc, knowledge, select }: CheckContext): Generator<Finding> {
  const { text, published } = doc
  const faults: Readonly<Record<keyof typeof RULES, Iterable<Fault>>> = {
    cve: cves(text, published),
    technique: techniques(text),
    address: addresses(text),
    digest: digests(text),
    bracket: brackets(text),
  }
  for (const kind of Object.keys(RULES) as (keyof typeof RULES)[])
    for (const fault of faults[kind])
      yield {
        confidence: fault.confidence,
        at: select({ start: fault.start, end: fault.start + fault.words.length }),
        subject: `identifier:${fault.words.toLowerCase()}`,
        message: `\u201c${fault.words}\u201d ${fault.why}.`,
        ...(fault.severity === undefined ? {} : { severity: fault.severity }),
        ...(fault.suggestion === undefined ? {} : { suggestion: fault.suggestion }),
        evidence: [],
        knowledge: [{ entity: kind, ...RULES[kind], version: knowledge.version }],
      }
}

/** An identifier cannot be what it looks like. */
export const malformedIdentifier: Check = {
  id: 'malformed-identifier',
  severity: 'error',
  anyLanguage: true,
  title: 'An identifier cannot be what it looks like',
  why:
    'Catches CVE and ATT&CK numbers, addresses and digests that no such identifier can have: letters for digits, missing digits, a year after ' +
    'the article, numbers above 255. Wrong when the article shows a malformed one on purpose, or the words are no identifier.',
  examples: {
    flagged: [
      'The flaw is known as [[CVE-2O17-0144]].',
      'Patch [[CVE-20172345]] at once, and [[CVE-2017-144]] too.',
      'Published: 2018-05-01\n\nThe flaw is [[CVE-2081-0144]].',
      'It uses MITRE ATT&CK technique [[T15666]] first, then T1566.001.',
      'It calls its server at [[192.168.1.300]] by night.',
      'The sample (MD5: [[d41d8cd98f00b204e9800998ecf8427]]) is new.',
      'It calls [[example[.com]] at night.',
    ],
    clean: [
      'CVE-2017-0144, CVE 2017-0145 and CVE\u20112018\u201115981 were fixed; CVE-2018-XXXX is pending.',
      'Version 10.0.17134.300 of the server runs on 10.0.0.1 and 8.8.8[.]8.',
      'It uses ATT&CK techniques T1566.001 and T1059. The sample (MD5: d41d8cd98f00b204e9800998ecf8427e) calls example[.]com.',
    ],
  },
  run: findings,
}
