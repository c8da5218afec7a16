import { workerData } from 'node:worker_threads'
import { loadKnowledge } from '../knowledge/load.ts'
import type { Source } from '../model/document.ts'
import { partsWith } from './parts.ts'
import { type Work, type WorkOptions, work } from './work.ts'

const options = workerData as WorkOptions
const [knowledge, parts] = await Promise.all([loadKnowledge(options.knowledge), partsWith(options.plugins)])

/** Thread entry: loads the knowledge and the plugins once, then takes one source after the other. */
export const analyseSource = (source: Source): Promise<Work> => work(source, knowledge, parts, options)
