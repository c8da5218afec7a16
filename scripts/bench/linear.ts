// Whether the work on a text that repeats one thing grows in step with its length, whatever the thing.

import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sourceOf } from '../../src/load/source.ts'
import { InputError } from '../../src/model/errors.ts'
import type { Knowledge } from '../../src/model/stage.ts'
import { analyse, read } from '../../src/run/analyse.ts'

/** What stands in front, so that it is English, dated and has something to check. */
const OPENING =
  'Hackers of APT38 from North Korea stole $5 million from Acme Bank in Chile on 3 May 2017, the police said. '

const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
const SIGNS = [
  ...'\t\n\r\u00a0\u00ad\u200b\u202e\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac\u00a3\u00a5\u20bf\u0301\u00e9\u0416\u4e2d',
]
const PAIRS = [
  '1,',
  '1.',
  '1/',
  '1-',
  '1:',
  '1%',
  '$1',
  'A.',
  'a.',
  'a-',
  'a_',
  'a@',
  '](',
  '[a',
  '<a',
  '</',
  '&a',
  '&#',
  '{"',
  '\n\n',
  '\n- ',
  '\n> ',
  '\n1. ',
  '\n| ',
  '\n# ',
  '| - ',
  '```',
  '\n```\n',
  'hxxp://',
  'http://a/',
  'www.',
  'C:\\',
  '/a',
  "a'",
  'a\u2019',
  '"a',
  '\u201ca ',
  '(a ',
  'a) ',
  '(A) ',
  'A ',
  'Aa ',
  'Aa Bb ',
  'CVE-',
  'CVE-2017-1 ',
  'APT',
  'APT1 ',
  'APT 1 and ',
  'UNC',
  'TA5',
  'of the ',
  'and ',
  ', ',
  '- ',
  'said ',
  '\u201ca,\u201d said ',
  'Mr. ',
  'Dr. A. ',
  'Kim Lee, ',
  'U.S. ',
  'A.B.',
]

/** Words that some grammar, list or pattern of errata names: each may begin something. */
export function grammarWords(): string[] {
  const src = fileURLToPath(new URL('../../src/', import.meta.url))
  const words = new Set<string>()
  for (const file of globSync('{normalise,extract,check,claim,read,link,knowledge}/*.ts', { cwd: src }))
    for (const line of readFileSync(`${src}${file}`, 'utf8').split('\n'))
      if (!/^\s*(?:\*|\/\/|\/\*|import|export \{)/.test(line))
        for (const [literal] of line.matchAll(/'[^']*'|\/[^/]+\/[a-z]*|`[^`]*`/g))
          for (const [word] of literal.matchAll(/[A-Za-z]{2,}/g)) words.add(word)
  return [...words].sort()
}

/** Everything that is repeated: signs with and without neighbours, pairs, and the grammars' words in usual company. */
export function units(words: readonly string[]): string[] {
  const signs = [...ASCII, ...SIGNS].flatMap(sign => [
    sign,
    `${sign} `,
    `${sign}a `,
    `a${sign}`,
    `${sign}1 `,
    `Aa${sign}`,
  ])
  const inCompany = words.flatMap(word => {
    const title = word.charAt(0).toUpperCase() + word.slice(1)
    return [`${word} `, `5 ${word} `, `${word} of `, `${title} `, `Kim ${word} Lee `, `${word}, `]
  })
  return [...new Set([...signs, ...PAIRS, ...PAIRS.map(pair => `${pair} x `), ...inCompany])]
}

export type Kind = 'txt' | 'md' | 'html'
const MEDIA = { txt: 'text/plain', md: 'text/markdown', html: 'text/html' } as const

/** Milliseconds of this thread's processor time to take a unit, repeated to a length, from bytes to flags; undefined when it is refused. */
export async function cost(
  unit: string,
  length: number,
  kind: Kind,
  knowledge: Knowledge,
): Promise<number | undefined> {
  const body = OPENING + unit.repeat(Math.ceil(length / unit.length))
  const text = kind === 'html' ? `<title>Acme</title><p>${body}` : body
  const before = process.threadCpuUsage()
  try {
    const about = { path: `a.${kind}`, mediaType: MEDIA[kind], hints: { published: '2018-10-03' } }
    const source = sourceOf(Buffer.from(text), about)
    analyse({ ...(await read(source)), language: 'en' }, knowledge)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return undefined
  }
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
