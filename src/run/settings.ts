import type { Check } from '../model/stage.ts'
import type { Parts } from './parts.ts'
import type { Pipeline } from './pipeline.ts'

/** The checks that a pipeline leaves on, with its severities. */
export const checksOf = ({ checks }: Pick<Parts, 'checks'>, settings: Pipeline['checks']): Check[] =>
  checks.flatMap(check => {
    const setting = settings[check.id] ?? check.severity
    return setting === 'off' ? [] : [{ ...check, severity: setting }]
  })
