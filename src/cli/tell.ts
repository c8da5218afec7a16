import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import type { Ended } from '../run/ended.ts'
import { writeMetrics } from '../run/metrics.ts'
import type { Pipeline } from '../run/pipeline.ts'
import { makeFolder } from '../store/folder.ts'
import type { Log } from './log.ts'

/** Whether anything tells of a run what only the store can say. */
export const isTold = ({ metrics, notify }: Pipeline): boolean => metrics !== undefined || notify.length > 0

/** Makes the folder of metrics, so that a run finds out before its work that it cannot write there. @throws FatalError 74 */
export function prepareMetrics({ metrics }: Pipeline): void {
  if (metrics === undefined) return
  try {
    makeFolder(dirname(metrics))
    accessSync(dirname(metrics), constants.W_OK)
  } catch (error) {
    throw new FatalError(`${metrics}: cannot be written: ${systemReason(error)}`, EXIT.storage, { cause: error })
  }
}

/** Writes the metrics and tells everybody whom the pipeline names. What fails of it is a warning: the run is what it is. */
export async function tellEnded({ metrics, notify }: Pipeline, ended: Ended, log: Log): Promise<void> {
  const about = { stage: 'notify', ...(ended.run === undefined ? {} : { run: ended.run }) } as const
  try {
    if (metrics !== undefined) writeMetrics(metrics, ended)
  } catch (error) {
    if (!(error instanceof FatalError)) throw error
    log.warn(error.message, about)
  }
  if (notify.length === 0) return
  const { notifyAll } = await import('../run/notify.ts')
  await notifyAll(notify, ended, (who, reason) => log.warn(`${who}: ${reason}`, about))
}
