import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { addressFaults, bracketFaults, mayHoldAddress } from './address-faults.ts'
import { digestFaults, mayHoldDigest } from './digest-faults.ts'
import { type Fault, RULES } from './identifier-fault.ts'
import { NONE } from './once.ts'
import { mayHoldScore, scoreFaults } from './score-faults.ts'
import { joinsNumbers, signsOf } from './signs.ts'

/** First year of the CVE list, and how far ahead of the article's year numbers are handed out. */
const CVE_FIRST = 1999
const CVE_AHEAD = 1

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

/** The letters of CVE in another order before such a number. */
function* scrambled(text: string): Generator<Fault> {
  for (const { 0: words, index: start } of text.matchAll(/\b(?:CEV|VCE|EVC|ECV|VEC)-(?:19|20)\d\d-\d{4,7}\b/g))
    yield {
      start,
      words,
      why: 'has the letters of CVE in another order',
      confidence: 92,
      suggestion: `CVE${words.slice(3)}`,
    }
}

/** ATT&CK techniques are T and four digits, sub-techniques add a dot and three: read only in articles that name ATT&CK. */
function* techniques(text: string): Generator<Fault> {
  if (!/ATT&(?:amp;)?CK|\bMITRE\b|attack\.mitre\.org/.test(text)) return
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

/** Faults by kind of identifier, in order; most articles hold nothing that looks like one. */
function faults(text: string, published: string | undefined): readonly (readonly [keyof typeof RULES, Fault])[] {
  const found: [keyof typeof RULES, Fault][] = []
  const take = (kind: keyof typeof RULES, some: Iterable<Fault>): void => {
    for (const fault of some) found.push([kind, fault])
  }
  if (text.includes('CVE')) take('cve', cves(text, published))
  if (joinsNumbers(text, '-')) take('cve', scrambled(text))
  if (text.includes('T1')) take('technique', techniques(text))
  if (mayHoldAddress(text)) take('address', addressFaults(text))
  if (mayHoldDigest(text)) take('digest', digestFaults(text))
  if (signsOf(text).squares) take('bracket', bracketFaults(text))
  if (mayHoldScore(text)) take('score', scoreFaults(text))
  return found
}

function findings({ doc, knowledge, select }: CheckContext): readonly Finding[] {
  const found = faults(doc.text, doc.published)
  return found.length === 0
    ? NONE
    : found.map(([kind, { start, words, why, confidence, severity, suggestion }]) => ({
        confidence,
        at: select({ start, end: start + words.length }),
        subject: `identifier:${words.toLowerCase()}`,
        message: `\u201c${words}\u201d ${why}.`,
        ...(severity === undefined ? {} : { severity }),
        ...(suggestion === undefined ? {} : { suggestion }),
        evidence: [],
        knowledge: [{ entity: kind, ...RULES[kind], version: knowledge.version }],
      }))
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
      'The flaw got a CVSS base score of [[98]].',
      'The dropper is d41d8cd98f00b204e9800998ecf8427e. Look for [[d41d8cd98f00b204e9800998ecf8472e]].',
      'The flaw is [[CEV-2018-15982]].',
      'Digests: d41d8cd98f00b204e9800998ecf8427e, [[d41d8cd98f00b204e980g998ecf8427e]]',
    ],
    clean: [
      'CVE-2017-0144, CVE 2017-0145 and CVE\u20112018\u201115981 were fixed; CVE-2018-XXXX is pending.',
      'Version 10.0.17134.300 of the server runs on 10.0.0.1 and 8.8.8[.]8.',
      'It uses ATT&CK techniques T1566.001 and T1059. The sample (MD5: d41d8cd98f00b204e9800998ecf8427e) calls example[.]com.',
    ],
  },
  run: findings,
}
