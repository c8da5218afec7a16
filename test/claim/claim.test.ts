import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { predicateOf } from '../../src/knowledge/predicates.ts'
import { absent, SHARED } from '../shared.ts'
import { claimsOf, linesOf } from './sample.ts'

describe('claims', () => {
  it('takes a hedged figure with its speaker', async () => {
    const [claim] = await claimsOf(
      "Careful estimates place APT38's haul at over a hundred million dollars, Mandiant reported.",
    )
    expect(claim).toMatchObject({
      subject: 'actor/apt38',
      predicate: 'stole',
      object: { type: 'money', value: { amount: 100_000_000, currency: 'USD', min: 100_000_000, exclusive: true } },
      stance: 'hedged',
      speaker: 'organization/mandiant',
    })
  })

  it('takes a denial as one by who denies', async () => {
    expect(await linesOf('China has repeatedly denied responsibility for the Equifax breach.')).toEqual([
      'country/cn responsible-for Equifax (denied, says country/cn)',
      'organization/equifax suffered breach (asserted)',
    ])
  })

  it('takes two counts and their span of time from one sentence', async () => {
    const claims = await claimsOf(
      'Iranian hackers have breached at least 16 banks in 11 countries over the last four years, officials said.',
    )
    expect(
      claims.map(({ subject, predicate, object, time }) => [
        subject,
        predicate,
        'type' in object && object.value,
        time?.from,
      ]),
    ).toEqual([
      ['actor:iranianhackers', 'victims-count', { number: 16, min: 16, of: 'banks' }, '2020-05-16'],
      ['actor:iranianhackers', 'countries-count', { number: 11, of: 'countries' }, '2020-05-16'],
    ])
  })

  it('takes groups: names, country, targets as a list', async () => {
    expect(
      await linesOf(
        'APT28 is linked to Russia. The group targeted banks in Germany, France and Spain. APT28, also known as Sofacy, deployed Zebrocy.',
      ),
    ).toEqual([
      'actor/apt28 attributed-to Russia (asserted)',
      'actor/apt28 targets Germany (asserted)',
      'actor/apt28 targets France (asserted)',
      'actor/apt28 targets Spain (asserted)',
      'actor/apt28 targets banks (asserted)',
      'actor/apt28 alias-of Sofacy (asserted)',
      'actor/apt28 uses Zebrocy (asserted)',
    ])
  })

  it('takes ransoms, fines, losses and records', async () => {
    expect(
      await linesOf(
        'Google was hit by a ransomware attack on 3 May 2024. The company paid a ransom of $2 million to the attackers. ' +
          'The ICO fined TalkTalk £400,000. WannaCry demands $300 in bitcoin to unlock files. ' +
          'The breach at Equifax exposed the records of 147 million people and cost Equifax $1.4 billion.',
      ),
    ).toEqual(
      expect.arrayContaining([
        'organization/google suffered a ransomware attack (asserted)',
        'organization/google occurred-on 3 May 2024 (asserted)',
        'organization/google ransom-paid $2 million (asserted)',
        'organization/talktalk fine £400,000 (asserted)',
        'malware/wannacry ransom-demanded $300 (asserted)',
        'organization/equifax records-exposed 147 million (asserted)',
        'organization/equifax loss $1.4 billion (asserted)',
      ]),
    )
  })

  it('takes flaws: score, maker, finder, patch', async () => {
    expect(
      await linesOf(
        'CVE-2024-1234 affects Cisco and has a CVSS score of 9.8. Microsoft patched CVE-2024-1111 on 14 May 2024. CVE-2024-1111 was discovered by Kaspersky.',
      ),
    ).toEqual([
      'cve:cve20241234 severity-score 9.8 (asserted)',
      'cve:cve20241234 affects Cisco (asserted)',
      'organization/microsoft patched-on 14 May 2024 (asserted)',
      'cve:cve20241111 fixed-by Microsoft (asserted)',
      'cve:cve20241111 discovered-by Kaspersky (asserted)',
    ])
  })

  it('takes what things are, once, and what firms found, fixed and released', async () => {
    expect(
      await linesOf(
        'The WannaCry ransomware spread. The WannaCry ransomware stopped. Kaspersky found a critical flaw in Windows. ' +
          'Microsoft fixed the critical flaw. Microsoft has released an emergency patch for Windows.',
      ),
    ).toEqual([
      'malware/wannacry is-a ransomware (asserted)',
      'organization/kaspersky found a critical flaw in Windows (asserted)',
      'organization/microsoft fixed the critical flaw (asserted)',
      'organization/microsoft released an emergency patch for Windows (asserted)',
    ])
  })

  it('takes people: age, post, arrest, sentence', async () => {
    expect(
      await linesOf(
        'Kevin Mitnick, 31, was arrested in Raleigh. Kevin Mitnick was sentenced to five years in prison. The FBI charged Kevin Mitnick.',
      ),
    ).toEqual([
      'person:kevinmitnick arrested Raleigh (asserted)',
      'person:kevinmitnick aged 31 (asserted)',
      'person:kevinmitnick sentenced five years (asserted)',
      'person:kevinmitnick charged FBI (asserted)',
    ])
    expect(await linesOf('The flaw may be old, said Kevin Mandia, chief executive of FireEye.')).toEqual([
      'organization/fireeye employs Kevin Mandia (asserted)',
    ])
  })

  it('gives each claim its stance', async () => {
    expect(
      await linesOf(
        'LockBit may have stolen $5 million. LockBit did not steal $6 million. LockBit allegedly stole $7 million. LockBit plans to steal $8 million.',
      ),
    ).toEqual([
      'malware/lockbit stole $5 million (hedged)',
      'malware/lockbit stole $6 million (denied)',
      'malware/lockbit stole $7 million (alleged)',
      'malware/lockbit stole $8 million (planned)',
    ])
  })

  it('takes what somebody is told to do as planned', async () => {
    expect(await linesOf('The thieves keep demanding Apple pay them a ransom of $75,000.')).toEqual([
      'organization/apple ransom-demanded $75,000 (asserted)',
      'organization/apple ransom-paid $75,000 (planned)',
    ])
  })

  it('takes no claim from questions, conditions and subjects that are not clear', async () => {
    expect(await linesOf('Did APT28 target Germany?')).toEqual([])
    expect(await linesOf('If APT28 targets Germany, it will fail.')).toEqual([])
    expect(await linesOf('Microsoft and Google met in Paris. The company was fined $5 million.')).toEqual([])
    expect(await linesOf('A hospital in Mumbai was hit by a ransomware attack.')).toEqual([])
  })

  it('points at the sentence, and keeps to the catalogue', async () => {
    const claims = await claimsOf(
      'The weather was fine. APT28 is linked to Russia. “It rains,” said Kevin Mandia, chief executive of FireEye.',
    )
    expect(claims[0]?.at).toMatchObject({ start: 22, quote: { exact: 'APT28 is linked to Russia.' } })
    expect(claims.map(({ predicate }) => predicate)).toEqual(['attributed-to', 'employs'])
    for (const { predicate, object } of claims)
      expect(predicateOf(predicate).object).toContain(
        'type' in object ? object.type : 'words' in object ? 'words' : object.entity.split('/')[0],
      )
  })

  it('stays linear on long runs', async () => {
    const took = async (text: string) => {
      const start = performance.now()
      await claimsOf(text)
      return performance.now() - start
    }
    await took('warm up')
    for (const piece of ['a ', 'Google, ', 'x" ', 'said ', 'the company '])
      expect(await took(piece.repeat(4000))).toBeLessThan(2000)
  })
})

describe.skipIf(absent('corpus/apt38-2018-10-03.txt'))('claims of the founding article', () => {
  const lines = async () => linesOf(readFileSync(`${SHARED}corpus/apt38-2018-10-03.txt`, 'utf8'))

  it('has its figures, its denial and its distinction', async () => {
    const firm = 'says organization/fireeye'
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'actor:northkoreanhackers victims-count 16 (asserted)',
        'actor:northkoreanhackers countries-count 11 (asserted)',
        `actor/apt38 active-since February 2014 (asserted, ${firm})`,
        `actor/apt38 stole millions of dollars (asserted, ${firm})`,
        `actor/apt33 stole a hundred million dollars (hedged, ${firm})`,
        'country/kp responsible-for Sony (denied, says country/kp)',
      ]),
    )
    expect((await lines()).filter(line => line.includes('distinct-from'))).toHaveLength(2)
  })
})
