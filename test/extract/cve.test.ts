import { expect, it } from 'vitest'
import { cve } from '../../src/extract/cve.ts'
import { found } from './context.ts'

it('finds CVE ids with any hyphen and prints them as MITRE does', () => {
  expect(
    found(
      cve,
      'CVE-2017-0144, cve\u20112018\u20111002105 and CVE 2014-0160; not CVE-17-1, XCVE-2017-0144 or CVE-2017.',
    ),
  ).toEqual([
    ['cve', 'CVE-2017-0144', { id: 'CVE-2017-0144' }],
    ['cve', 'cve\u20112018\u20111002105', { id: 'CVE-2018-1002105' }],
    ['cve', 'CVE 2014-0160', { id: 'CVE-2014-0160' }],
  ])
})
