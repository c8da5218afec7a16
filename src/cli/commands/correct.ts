import { EXIT, FatalError } from '../../model/errors.ts'
import { MENTION_TYPES, type MentionType } from '../../model/mention.ts'
import { correctMention, forget, recall, withdrawMention } from '../../review/correct.ts'
import { logOf } from '../log.ts'
import { knowledgeFiles, type Options } from '../spec.ts'
import { withStore } from '../store.ts'
import { byOf } from './decide.ts'

/** `errata decide mention`: what words name. Returns the exit code. */
export async function mentionCommand([words = '']: readonly string[], options: Options): Promise<number> {
  const { entity, doc, type, undo } = options
  if (undo !== true && typeof entity !== 'string')
    throw new FatalError(
      'say what the words name: --entity ID ("errata knowledge lookup"), or --entity none',
      EXIT.usage,
    )
  const where = {
    words,
    ...(typeof doc === 'string' ? { doc } : {}),
    ...(typeof type === 'string' ? { type: mentionType(type) } : {}),
  }
  const named = entity === 'none' ? null : String(entity)
  if (undo !== true && named !== null) await known(named, options)
  return withStore(options, async store => {
    if (undo === true) await withdrawMention(store, where, byOf(options))
    else await correctMention(store, { ...where, entity: named }, byOf(options))
    logOf(options).info('stored; the next run reads what it bears on again')
    return EXIT.done
  })
}

/** `errata decide forget`: an article and its tombstone. Returns the exit code. */
export const forgetCommand = ([doc = '']: readonly string[], options: Options): Promise<number> =>
  withStore(options, async store => {
    const back = options['undo'] === true
    await (back ? recall : forget)(store, doc, byOf(options))
    logOf(options).info(back ? `${doc}: the next run reads it again` : `${doc}: forgotten`)
    return EXIT.done
  })

function mentionType(given: string): MentionType {
  const found = MENTION_TYPES.find(type => type === given)
  if (!found) throw new FatalError(`--type ${given}: there are ${MENTION_TYPES.join(', ')}`, EXIT.usage)
  return found
}

/** @throws FatalError 2 for an id that the knowledge base does not have */
async function known(id: string, options: Options): Promise<void> {
  const knowledge = await (await import('../../knowledge/load.ts')).loadKnowledge(knowledgeFiles(options))
  if (!knowledge.get(id))
    throw new FatalError(
      `--entity ${id}: the knowledge base has no such entity ("errata knowledge lookup NAME")`,
      EXIT.usage,
    )
}
