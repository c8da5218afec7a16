import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULTS } from '../../src/run/pipeline.ts'
import { type RunOptions, runPipeline } from '../../src/run/run.ts'
import { writeReport } from '../../src/run/write-report.ts'
import { openStore } from '../../src/store/open.ts'
import { scratch } from '../cli/folder.ts'

const at = scratch()
/** Lines that are no documents: each is named in the report, which is so written in several pieces. */
const BAD = 3000
const document = { doc: 'a', text: 'Hackers of APT38 robbed a bank in Chile.' }
writeFileSync(at('a.jsonl'), `${JSON.stringify(document)}\n${'0\n'.repeat(BAD)}`)
const shown = { notes: false, status: 'open', checks: {}, knowledge: [] } as const

describe('a run that is stopped while it writes its report', () => {
  it('leaves no half of a file, keeps what it read, and the next one writes it', async () => {
    const store = openStore(at('x.sqlite'), at('backup'))
    const run = async (stopAfter?: number) => {
      const stop = new AbortController()
      const options: RunOptions = {
        threads: 0,
        full: false,
        retrySkipped: false,
        signal: stop.signal,
        onInput: () => undefined,
        async report(stored) {
          // A signal comes when the event loop has its turn, as those of the system do.
          if (stopAfter !== undefined) setTimeout(() => stop.abort(), stopAfter)
          return writeReport(stored, ['jsonl', 'md'], at('out'), shown, stop.signal)
        },
      }
      return runPipeline({ ...DEFAULTS, load: [at('a.jsonl')] }, store, options)
    }
    const stopped = await run(0)
    expect([stopped.state, stopped.summary.report, stopped.summary.documents.parsed]).toEqual([
      'interrupted',
      undefined,
      1,
    ])
    expect(existsSync(at('out', 'report.md'))).toBe(false)
    expect(existsSync(at('out')) ? readdirSync(at('out')).filter(name => name.endsWith('.tmp')) : []).toEqual([])
    const whole = await run()
    expect([whole.state, whole.summary.documents]).toEqual(['done', { parsed: 0, unchanged: 1, skipped: BAD }])
    expect(readFileSync(at('out', 'report.md'), 'utf8').match(/not a JSON object/g)).toHaveLength(BAD)
    await store.close()
  })
})
