import { readFileSync } from 'node:fs'
import { writeWholeFile } from '../store/whole-file.ts'
import type { Ended } from './ended.ts'
import type { FlagCount } from './tally.ts'

type Labels = Readonly<Record<string, string>>
type Sample = readonly [labels: Labels, value: number]

/** In the text format of Prometheus a label escapes backslash, quotation mark and newline. */
const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const line = (name: string, labels: Labels, value: number): string => {
  const pairs = Object.entries(labels).map(([label, words]) => `${label}="${escaped(words)}"`)
  return `${name}{${pairs.join(',')}} ${value}\n`
}

function metric(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return ''
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${samples.map(sample => line(name, ...sample)).join('')}`
}

const seconds = (instant: string): number => Date.parse(instant) / 1000

const LAST_SUCCESS = 'errata_last_success_timestamp_seconds'

/**
 * The last run in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/), for node_exporter's
 * textfile collector. Everything is a gauge: the next run writes the file anew.
 * @param lastSuccess when a run of this pipeline last came to its end, in seconds since 1970
 */
export function metricsText(ended: Ended, lastSuccess: number | undefined): string {
  const { pipeline, version, state, exitCode, startedAt, finishedAt, summary, flags, run } = ended
  const one = (value: number, more: Labels = {}): Sample[] => [[{ pipeline, ...more }, value]]
  const byFlag = (counts: readonly FlagCount[] = []): Sample[] =>
    counts.map(({ check, severity, count }) => [{ pipeline, check, severity }, count])
  const total = (counts: readonly FlagCount[] = []): number => counts.reduce((sum, { count }) => sum + count, 0)
  const { documents: seen, removed } = summary ?? {}
  const documents = seen ? Object.entries({ ...seen, removed: removed?.count ?? 0 }) : []
  const [from, to] = [seconds(startedAt), seconds(finishedAt)]
  return [
    metric('errata_info', 'Version of errata that made this file.', one(1, { version })),
    metric('errata_run_number', 'Number of the last run.', run === undefined ? [] : one(run)),
    metric('errata_run_start_timestamp_seconds', 'When the last run began.', one(from)),
    metric('errata_run_end_timestamp_seconds', 'When the last run ended.', one(to)),
    metric('errata_run_duration_seconds', 'How long the last run took.', one(Math.round((to - from) * 1000) / 1000)),
    metric(
      'errata_run_success',
      '1 when the last run came to its end, 0 when it failed or was interrupted.',
      one(+(state === 'done')),
    ),
    metric('errata_run_exit_code', 'Exit code of the last run, as the README lists them.', one(exitCode)),
    metric(LAST_SUCCESS, 'When a run last came to its end.', lastSuccess === undefined ? [] : one(lastSuccess)),
    metric(
      'errata_documents',
      'Inputs of the last run by what became of them.',
      documents.map(([status, n]) => [{ pipeline, status }, n]),
    ),
    metric('errata_open_flags', 'Open flags of the documents that the last run saw, notes aside.', byFlag(flags?.open)),
    metric('errata_new_flags', 'Open flags that the last run found for the first time.', byFlag(flags?.fresh)),
    metric('errata_open_notes', 'Open notes of the documents that the last run saw.', byFlag(flags?.openNotes)),
    metric('errata_new_notes', 'Open notes that the last run found for the first time.', byFlag(flags?.freshNotes)),
    metric(
      'errata_new_flag_count',
      'New flags over all checks, notes aside: 0 when there is none.',
      flags ? one(total(flags.fresh)) : [],
    ),
  ].join('')
}

/**
 * Writes the metrics of a run, whole or not at all. A run that failed keeps the time of the last success from the file of before.
 * @throws FatalError 74 when the file cannot be written
 */
export function writeMetrics(file: string, ended: Ended): void {
  const success = ended.state === 'done' ? seconds(ended.finishedAt) : lastSuccessIn(file, ended.pipeline)
  writeWholeFile(file, metricsText(ended, success))
}

function lastSuccessIn(file: string, pipeline: string): number | undefined {
  const head = line(LAST_SUCCESS, { pipeline }, 0).replace(/0\n$/, '')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // There is none before the first run.
    return undefined
  }
  const found = text.split('\n').find(words => words.startsWith(head))
  return found === undefined ? undefined : Number(found.slice(head.length))
}
