import { SEVERITIES, type Severity } from '../model/discrepancy.ts'
import type { Options } from './spec.ts'

/** Whether a severity is as grave as the threshold of `--fail-on`. */
export const atLeast = (severity: Severity, threshold: unknown): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold as Severity)

/** Whether notes are shown: `--notes`, or `--fail-on note`, because what fails a command must be seen. */
export const showsNotes = (options: Options): boolean => options['notes'] === true || options['failOn'] === 'note'
