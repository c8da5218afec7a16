import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { errataIn, lines } from './errata.ts'
import { startErrata } from './errata-async.ts'
import { scratch } from './folder.ts'

const at = scratch()
const errata = (...args: string[]) => errataIn(at(), ...args)
const slip = (bank: string): string =>
  `North Korean hackers, dubbed APT38, robbed ${bank} for Pyongyang. APT33 stole much from ${bank}. North Korea denied it.\n`
/** A sum that holds, which is a note. */
const SUM = 'The 58 harbours (31 in Norway, 18 in Sweden and 9 in Finland) have shut.\n'
mkdirSync(at('in'))
writeFileSync(at('save.js'), "require('fs').writeFileSync('told.json', require('fs').readFileSync(0))\n")
writeFileSync(
  at('p.yaml'),
  `load: [in]\nreport: [jsonl]\nmetrics: m.prom\nnotify: [{ command: [${JSON.stringify(process.execPath)}, save.js] }]\n`,
)

/** What the notification of a run counts, and its summary's lines. */
function run() {
  const { status, stderr } = errata('run', 'p.yaml', '--threads', '0')
  expect([status, stderr]).toEqual([0, expect.any(String)])
  const told = JSON.parse(readFileSync(at('told.json'), 'utf8')) as Record<string, { check: string; count: number }[]>
  const counts = ['openFlags', 'newFlags', 'openNotes', 'newNotes'].map(name =>
    (told[name] ?? []).map(({ check, count }) => `${count} ${check}`).join(),
  )
  return { counts, stderr }
}

/** Runs, newest first, as the page of runs has them: flags and notes that each was the first to show. */
async function runsPage(): Promise<string[]> {
  const { child, ended } = startErrata(at(), 'review', '--port', '0')
  const address = await new Promise<string>(resolve => child.stdout?.on('data', text => resolve(String(text).trim())))
  const page = await (await fetch(`${address}runs`)).text()
  child.kill('SIGTERM')
  await ended
  const row = /<tr><td class="number">(\d+)<\/td>.*?<td class="number">(.*?)<\/td><td class="number">(.*?)<\/td>/g
  return [...page.matchAll(row)].map(([, ...cells]) => cells.map(cell => cell.replaceAll(/<[^>]*>/g, '')).join(' '))
}

const newSince = (run: number): number =>
  lines(errata('export', 'flags', '--since', String(run)).stdout).filter(({ status }) => status === 'open').length

it('notification, metrics, report, summary and the page of runs count alike: notes apart, and what has gone stays counted', async () => {
  writeFileSync(at('in', 'a.txt'), slip('a bank') + SUM)
  const first = run()
  expect(first.counts).toEqual(['1 name-drift', '1 name-drift', '1 sum-holds', '1 sum-holds'])
  expect(first.stderr).toContain('\n  open in the store: 1 flag\n')
  for (const name of ['b', 'c'])
    writeFileSync(at('in', `${name}.txt`), slip(`the bank of ${name}`) + (name === 'c' ? SUM : ''))
  const second = run()
  expect(second.counts).toEqual(['3 name-drift', '2 name-drift', '2 sum-holds', '1 sum-holds'])
  expect(newSince(1)).toBe(2)
  const metrics = readFileSync(at('m.prom'), 'utf8')
  expect(metrics).toContain('errata_new_flag_count{pipeline="p"} 2\n')
  expect(metrics).toContain('errata_new_notes{pipeline="p",check="sum-holds",severity="note"} 1\n')
  expect(metrics).not.toMatch(/^errata_(?:open|new)_flags.*sum-holds/m)
  expect(await runsPage()).toEqual(['2 2 1', '1 1 1'])
  rmSync(at('in', 'c.txt'))
  const third = run()
  expect(third.counts).toEqual(['2 name-drift', '', '1 sum-holds', ''])
  expect(third.stderr).toContain('\n  open in the store: 2 flags\n')
  expect(newSince(2)).toBe(0)
  // The second run found what it found, although its article has gone.
  expect(await runsPage()).toEqual(['3 0 0', '2 2 1', '1 1 1'])
})

it('the summary of a run with nothing new says how many flags are still open', () => {
  const [flag] = lines(errata('export', 'flags').stdout)
  const fingerprint = String(flag?.['fingerprint'])
  expect(errata('decide', fingerprint, 'dismissed').status).toBe(0)
  expect(run().stderr).toContain('\n  open in the store: 1 flag\n')
  const rule = { alias: 'APT33', reason: 'known', reviewer: 'R', at: '2026-01-02' }
  writeFileSync(at('s.json'), JSON.stringify({ version: 1, rules: [rule] }))
  const ruled = errata('run', 'p.yaml', '--threads', '0', '--suppressions', 's.json')
  expect([ruled.status, ruled.stderr]).toEqual([0, expect.not.stringContaining('open in the store')])
  expect(errata('decide', fingerprint, 'undo').status).toBe(0)
  expect(run().stderr).toContain('\n  open in the store: 2 flags\n')
})
