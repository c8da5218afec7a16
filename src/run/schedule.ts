import { Cron } from 'croner'
import { EXIT, FatalError } from '../model/errors.ts'
import { lengthOf } from './length.ts'

/** When runs begin. */
export interface Schedule {
  /** The first moment after another at which a run begins, both in milliseconds since 1970; undefined when there is none. */
  next(after: number): number | undefined
  /** Whether a run begins at once: an interval does, a time of day waits for it. */
  readonly atOnce: boolean
}

/**
 * The schedule in some words: a length of time ("1h", counted from the beginning of the run before) or a cron expression of five
 * fields in local time ("30 2 * * *"), as crontab has it.
 * @throws FatalError 2 when the words are neither, or name no moment that will ever come
 */
export function schedule(words: string): Schedule {
  const length = lengthOf(words)
  if (length !== undefined) return { next: after => after + length, atOnce: true }
  if (words.trim().split(/\s+/).length !== 5) throw wrong(words, 'it has five fields, as "30 2 * * *"')
  let cron: Cron
  try {
    cron = new Cron(words, { paused: true, mode: '5-part' })
  } catch (error) {
    throw wrong(words, (error as Error).message.replace(/^CronPattern: /, ''))
  }
  const next = (after: number): number | undefined => cron.nextRun(new Date(after))?.getTime()
  if (next(Date.now()) === undefined) throw wrong(words, 'it never comes')
  return { next, atOnce: false }
}

const wrong = (words: string, why: string): FatalError =>
  new FatalError(`--every ${words}: neither a length of time (30m, 1h, 1d) nor a cron expression: ${why}`, EXIT.usage)
