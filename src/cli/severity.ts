import { SEVERITIES, type Severity } from '../model/discrepancy.ts'

/** Whether a severity is as grave as the threshold of `--fail-on`. */
export const atLeast = (severity: Severity, threshold: unknown): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold as Severity)
