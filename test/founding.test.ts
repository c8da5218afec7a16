import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { absent, SHARED } from './shared.ts'

const ERRATA = fileURLToPath(new URL('../bin/errata.js', import.meta.url))

/** One line of `errata lint --format jsonl`. */
interface Flag {
  readonly kind: string
  readonly start: number
  readonly text: string
  readonly suggestion: string
  readonly evidence: readonly { readonly text: string }[]
  readonly knowledge: readonly { readonly entity: string; readonly fact: string }[]
}

describe.skipIf(absent('corpus/apt38-2018-10-03.txt'))('the founding article', () => {
  const output = () =>
    execFileSync(process.execPath, [ERRATA, 'lint', '--format', 'jsonl', `${SHARED}corpus/apt38-2018-10-03.txt`], {
      encoding: 'utf8',
    })

  it('has exactly three flags: APT33 where APT38 is meant', () => {
    const flags = output()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Flag)
    expect(flags.map(({ kind, start, text, suggestion }) => [kind, start, text, suggestion])).toEqual([
      ['name-drift', 1339, 'APT33', 'APT38'],
      ['name-drift', 1490, 'APT33', 'APT38'],
      ['name-drift', 1905, 'APT33', 'APT38'],
    ])
    for (const flag of flags) {
      expect(flag.evidence.map(({ text }) => text)).toContain('APT38')
      expect(flag.knowledge.map(({ fact }) => fact)).toContain('APT33 is attributed to Iran (IR)')
      expect(flag.knowledge.map(({ fact }) => fact)).toContain('APT38 is attributed to North Korea (KP)')
    }
  })

  it('gives the same bytes twice', () => {
    expect(output()).toBe(output())
  })
})
