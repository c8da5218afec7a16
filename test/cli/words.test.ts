import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errataIn, lines } from './errata.ts'
import { scratch } from './folder.ts'

const at = scratch()
const errata = (...args: string[]) => errataIn(at(), ...args)
writeFileSync(
  at('f.txt'),
  'Nearly two thirds (16 percent) of users paid.\n\nThe 58 harbours (31 in Norway, 19 in Sweden and 9 in Finland)\nhave shut.\n',
)

describe('what a person reads', () => {
  it('lint names the figures that its notes are about', () => {
    const { stdout } = errata('lint', '--format', 'text', 'f.txt')
    expect(stdout).toContain('\u201cNearly two thirds\u201d is nearly 66.7 percent, not 16.')
    expect(stdout).toContain('the same share in figures: \u201c16\u201d\n')
    for (const [part, number] of [
      ['1', '31'],
      ['2', '19'],
      ['3', '9'],
    ])
      expect(stdout).toContain(`  part ${part}: \u201c${number}\u201d\n`)
  })

  it('explain keeps what stands around the words on one line', () => {
    expect(errata('run', 'f.txt', '--threads', '0').status).toBe(0)
    for (const { fingerprint } of lines(errata('export', 'flags').stdout)) {
      const { stdout } = errata('explain', String(fingerprint))
      const snippets = stdout.split('\n').filter(line => line.startsWith('  \u2026'))
      expect(snippets.length).toBeGreaterThan(1)
      for (const snippet of snippets) expect(snippet).toMatch(/\[.+\].*\u2026$/)
    }
  })

  it('--help lists the formats, which plugins may add to', () => {
    for (const command of ['export', 'report', 'run'])
      expect(errata(command, '--help').stdout.replaceAll(/\s+/g, ' ')).toContain(
        'html, md, txt, jsonl, csv, sarif, stix, webannotation, or what a plugin brings',
      )
  })

  it('a run whose metrics cannot be written says so once', () => {
    mkdirSync(at('m.prom'))
    writeFileSync(at('file'), '')
    writeFileSync(at('p.yaml'), 'load: [f.txt]\nreport: [jsonl]\nmetrics: file/m.prom\n')
    const unable = errata('run', 'p.yaml')
    expect(unable.status).toBe(74)
    expect(unable.stderr.match(/cannot be written|cannot be made/g)).toHaveLength(1)
    writeFileSync(at('p.yaml'), 'load: [f.txt]\nreport: [jsonl]\nmetrics: m.prom\n')
    const late = errata('run', 'p.yaml', '--threads', '0')
    expect([late.status, late.stderr.match(/m\.prom: cannot be written/g)]).toEqual([0, expect.any(Array)])
    expect(late.stderr.match(/m\.prom/g)).toHaveLength(1)
  })
})
