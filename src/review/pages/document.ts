import { documentPage } from '../../report/templates/document.ts'
import { markup } from '../../report/templates/markup.ts'
import { sentenceCase } from '../../report/words.ts'
import { changed, documentAddress, queueAddress } from '../address.ts'
import { type Desk, documentOnDesk, evidenceOf } from '../desk.ts'
import { backField } from '../form.ts'
import { correctForms, namesIn } from './correct.ts'
import type { Page } from './frame.ts'
import { type Notice, notices } from './notice.ts'

/** A document's own page: the report's, with ways to judge each cause; undefined when there is no such document. */
export async function articlePage(desk: Desk, id: string, notice?: Notice): Promise<Page | undefined> {
  const queue = await desk.queue()
  const onDesk = await documentOnDesk(desk, queue, id)
  if (!onDesk) return undefined
  const { item, groups } = onDesk
  const place = changed({ page: 1, status: 'all', order: 'document' }, { doc: id })
  const title = item.doc.title ?? id
  return {
    title,
    heading: 'Article',
    whole: true,
    body: markup`${notice ? markup`<aside aria-label="What was stored">${notices(notice, desk.token)}</aside>` : ''}<div class="sheet">${documentPage(
      {
        report: { checks: desk.checks, ...(desk.db === undefined ? {} : { db: desk.db }) },
        item,
        groups,
        cited: groups
          .flatMap(({ flags }) => flags.flatMap(flag => flag.evidence.map(({ at }) => at)))
          .filter(at => at.doc === id),
        documents: await evidenceOf(desk, groups, item),
        site: { report: '/', beside: id, page: doc => (doc === id ? '' : documentAddress(doc)) },
        action: ({ flags: [flag] }) =>
          markup`<p class="steps"><a href="${queueAddress({ ...place, flag: flag.fingerprint })}">${sentenceCase(flag.status === 'open' ? 'judge it' : `${flag.status}: look again`)}</a></p>`,
      },
    )}<aside aria-label="Corrections">${correctForms({ doc: id, token: desk.token, back: backField({ doc: id }), names: namesIn(item) })}</aside></div>`,
  }
}
