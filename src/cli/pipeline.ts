import { existsSync } from 'node:fs'
import { EXIT, FatalError } from '../model/errors.ts'
import { DEFAULTS, type Pipeline } from '../run/pipeline.ts'
import { checkInputs } from '../run/sources.ts'
import { logOf } from './log.ts'
import { checkFormats, pluginsOf } from './plugins.ts'
import { knowledgeFiles, type Options } from './spec.ts'
import { teamGiven } from './team.ts'

/** What runs when the command line names nothing. */
const USUAL = 'pipelines/folder.yaml'

/**
 * The pipeline of a command line: a file, or inputs in the place of those of pipelines/folder.yaml; options outrank both.
 * @throws FatalError 2 when there is nothing to run, a pipeline is wrong, or a path is missing
 */
export async function pipelineOf(args: readonly string[], options: Options): Promise<Pipeline> {
  const [first] = args
  if (first === undefined) {
    if (existsSync(USUAL)) return pipelineOf([USUAL], options)
    throw new FatalError(
      `nothing to run: name a pipeline (.yaml), files or folders; there is no ${USUAL} here`,
      EXIT.usage,
    )
  }
  const files = args.filter(arg => /\.ya?ml$/i.test(arg))
  if (files.length > 0 && args.length > 1)
    throw new FatalError(`${files[0]}: a pipeline runs by itself, without further inputs`, EXIT.usage)
  // zod and yaml are loaded for pipeline files only: a nightly run with nothing new should cost nothing.
  const pipeline =
    files.length > 0 ? await (await import('../run/pipeline-file.ts')).readPipeline(first) : { ...DEFAULTS, load: args }
  const [file] = files
  for (const [index, input] of pipeline.load.entries()) await placed(file, index, () => checkInputs([input]))
  const knowledge = [...pipeline.knowledge, ...knowledgeFiles(options)]
  // Here, because a worker's complaint about them would come late and from far away.
  if (knowledge.length > 0) await (await import('../knowledge/load.ts')).loadKnowledge(knowledge)
  const plugins = [...pipeline.plugins, ...(await pluginsOf(options))]
  if (plugins.length > 0) await (await import('../run/parts.ts')).partsWith(plugins)
  if (Array.isArray(options['format'])) await checkFormats(options['format'].map(String), plugins)
  const { db, published, format, metrics, suppressions } = options
  const team = typeof suppressions === 'string' ? suppressions : pipeline.suppressions
  // A wrong file stops the run before it begins.
  await teamGiven(team, plugins, logOf(options))
  return {
    ...pipeline,
    knowledge,
    plugins,
    ...(typeof db === 'string' ? { store: db } : {}),
    ...(typeof metrics === 'string' ? { metrics } : {}),
    ...(typeof published === 'string' ? { published } : {}),
    ...(team === undefined ? {} : { suppressions: team }),
    ...(Array.isArray(format) ? { report: format as string[] } : {}),
  }
}

/** Does something with an input; what is wrong with it is told with its place in the pipeline file, if it has one. */
async function placed(file: string | undefined, nth: number, use: () => void): Promise<void> {
  try {
    use()
  } catch (error) {
    if (file === undefined || !(error instanceof FatalError)) throw error
    const { placeOfInput } = await import('../run/pipeline-file.ts')
    throw new FatalError(`${placeOfInput(file, nth)}: ${error.message}`, error.exitCode, { cause: error })
  }
}
