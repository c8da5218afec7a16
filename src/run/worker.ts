import { workerData } from 'node:worker_threads'
import { loadKnowledge } from '../knowledge/load.ts'
import type { Source } from '../model/document.ts'
import { type Work, type WorkOptions, work } from './work.ts'

const options = workerData as WorkOptions
const knowledge = await loadKnowledge(options.knowledge)

/** Thread entry: loads the knowledge once, then takes one source after the other. */
export const analyseSource = (source: Source): Promise<Work> => work(source, knowledge, options)
