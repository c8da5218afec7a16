import { type Mention, mention } from '../model/mention.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'
import { listedOrganizations } from './organization-listed.ts'
import { shapedOrganizations } from './organization-shaped.ts'
import { shortOrganizations } from './organization-short.ts'

/** Organisations: listed names, names by their shape ("Ministry of X", "X University"), and their short forms later on. */
export const organization: Extractor<'organization'> = {
  id: 'organization',
  finds: ['organization'],
  *extract(context: ExtractContext): Generator<Mention<'organization'>> {
    const listed = listedOrganizations(context)
    const shaped = shapedOrganizations(context)
    for (const { start, end, canonical, entity } of [
      ...listed,
      ...shaped,
      ...shortOrganizations(context, listed, shaped),
    ])
      yield mention(context.doc, 'organization', 'organization', start, end, { canonical }, entity)
  },
}
