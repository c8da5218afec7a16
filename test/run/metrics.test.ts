import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ended } from '../../src/run/ended.ts'
import { metricsText, writeMetrics } from '../../src/run/metrics.ts'
import { emptySummary } from '../../src/run/summary.ts'
import { scratch } from '../cli/folder.ts'
import { ENDED } from './ended.ts'

const at = scratch()
const ended: Ended = {
  ...ENDED,
  summary: { ...emptySummary(), documents: { parsed: 2, unchanged: 40, skipped: 1 } },
}

/** Every sample of a text in Prometheus's format, by its name and labels; a line that is none fails. */
function samples(text: string): Map<string, number> {
  const found = new Map<string, number>()
  let known = ''
  for (const line of text.trimEnd().split('\n')) {
    const about = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line)
    if (about) {
      if (about[1] === 'TYPE') expect(about[3]).toBe('gauge')
      known = about[2] ?? ''
      continue
    }
    const match = /^([a-z_]+)(\{(?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*\}) (-?[0-9.e+]+)$/.exec(line)
    expect(match?.[1], line).toBe(known)
    found.set(`${match?.[1]}${match?.[2]}`, Number(match?.[3]))
  }
  return found
}

describe('metrics', () => {
  it('say of the last run what Prometheus can read', () => {
    expect(Object.fromEntries(samples(metricsText(ended, 1782873060.5)))).toEqual({
      'errata_info{pipeline="nightly",version="0.1.0"}': 1,
      'errata_run_number{pipeline="nightly"}': 7,
      'errata_run_start_timestamp_seconds{pipeline="nightly"}': 1782873000,
      'errata_run_end_timestamp_seconds{pipeline="nightly"}': 1782873060.5,
      'errata_run_duration_seconds{pipeline="nightly"}': 60.5,
      'errata_run_success{pipeline="nightly"}': 1,
      'errata_run_exit_code{pipeline="nightly"}': 3,
      'errata_last_success_timestamp_seconds{pipeline="nightly"}': 1782873060.5,
      'errata_documents{pipeline="nightly",status="parsed"}': 2,
      'errata_documents{pipeline="nightly",status="unchanged"}': 40,
      'errata_documents{pipeline="nightly",status="skipped"}': 1,
      'errata_documents{pipeline="nightly",status="removed"}': 0,
      'errata_open_flags{pipeline="nightly",check="name-drift",severity="error"}': 3,
      'errata_new_flags{pipeline="nightly",check="name-drift",severity="error"}': 1,
      'errata_new_flag_count{pipeline="nightly"}': 1,
    })
  })

  it('escape what stands in labels', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), pipeline => {
        const [, words = ''] = /pipeline="((?:[^"\\]|\\.)*)"/.exec(metricsText({ ...ended, pipeline }, 1)) ?? []
        expect(words).not.toContain('\n')
        expect(words.replace(/\\(.)/g, (_, unit) => (unit === 'n' ? '\n' : unit))).toBe(pipeline)
      }),
    )
    samples(metricsText({ ...ended, pipeline: 'a"b\\c\nd' }, 1))
  })

  it('keep the last success when a run fails, and are written whole', () => {
    const file = at('errata.prom')
    const success = 'errata_last_success_timestamp_seconds{pipeline="nightly"}'
    const { run: _, summary: __, flags: ___, ...rest } = ended
    const failed: Ended = { ...rest, state: 'failed', exitCode: 74, finishedAt: '2026-07-02T02:30:01.000Z' }
    const written = () => samples(readFileSync(file, 'utf8'))
    writeMetrics(file, failed)
    expect(written().has(success)).toBe(false)
    writeMetrics(file, ended)
    expect(written().get(success)).toBe(1782873060.5)
    writeMetrics(file, failed)
    writeMetrics(file, failed)
    expect([written().get(success), written().get('errata_run_success{pipeline="nightly"}')]).toEqual([1782873060.5, 0])
    expect(readdirSync(at())).toEqual(['errata.prom'])
    writeFileSync(at('file'), '')
    expect(() => writeMetrics(at('file', 'x.prom'), ended)).toThrow(/x\.prom: cannot be written/)
  })
})
