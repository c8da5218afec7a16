import type { ReportDocument } from '../../report/report.ts'
import { article } from '../../report/templates/article.ts'
import { card } from '../../report/templates/card.ts'
import { inline, type Markup, markup, webLink } from '../../report/templates/markup.ts'
import { figure, sentenceCase } from '../../report/words.ts'
import { changed, documentAddress, entityAddress, type Place, queryOf, queueAddress } from '../address.ts'
import type { Item } from '../book.ts'
import { history } from '../decide.ts'
import { type Desk, documentOnDesk, evidenceOf, fixedOnDesk } from '../desk.ts'
import { backField } from '../form.ts'
import type { Queue } from '../queue.ts'
import type { Selection } from '../selection.ts'
import { correctForms, isName, namesIn } from './correct.ts'
import type { Page } from './frame.ts'
import { list } from './list.ts'
import { type Notice, notices } from './notice.ts'
import { ruleForm } from './rule-form.ts'
import { elsewhere, undoable, type VerdictParts, verdictForm } from './verdict.ts'

/** The queue with one flag in hand: its card, the article beside it, the list. */
export async function queuePage(
  desk: Desk,
  place: Place,
  notice: Notice | undefined,
  kept: Pick<VerdictParts, 'note' | 'corrected'> = {},
): Promise<Page> {
  const queue = await desk.queue()
  const selected = queue.select(place, await articlesFor(desk, place))
  const at = placeInList(selected, place)
  const item = (place.flag === undefined ? undefined : queue.items.get(place.flag)) ?? selected.items[0]
  const shown = item ? await inHand(desk, queue, place, item, selected, kept) : nothing(place)
  return {
    title: item ? `${item.words}: ${item.check}` : 'Queue',
    heading: markup`${at < 0 || !item ? '' : `${figure(at + 1)} of `}${figure(selected.items.length)} ${place.status === 'all' ? '' : `${place.status} `}${selected.items.length === 1 ? 'flag' : 'flags'}`,
    here: 'queue',
    ...(place.words === undefined ? {} : { words: place.words }),
    body: markup`${notices(notice, desk.token)}<div class="panes">${shown}${await list(desk, queue, place, selected, item)}</div>`,
  }
}

/** Documents with the filter's words, for `selectItems`. */
export async function articlesFor({ store }: Desk, { words = '' }: Place): Promise<ReadonlySet<string>> {
  const parts = words.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
  return parts.length === 0 ? new Set() : await store.documentsWith(parts)
}

const placeInList = ({ items }: Pick<Selection, 'items'>, { flag }: Place): number =>
  flag === undefined ? 0 : items.findIndex(({ fingerprint }) => fingerprint === flag)

/** The flag after this one, skipping some; the one before it at the end of the list. */
export function neighbours(
  { items }: Pick<Selection, 'items'>,
  flag: string,
  skipped: ReadonlySet<string> = new Set(),
): { readonly next?: string; readonly before?: string } {
  const at = items.findIndex(({ fingerprint }) => fingerprint === flag)
  const free = (item: Item): boolean => item.fingerprint !== flag && !skipped.has(item.fingerprint)
  const next = items.slice(at + 1).find(free)?.fingerprint
  const before = items.slice(0, Math.max(0, at)).findLast(free)?.fingerprint
  return { ...(next === undefined ? {} : { next }), ...(before === undefined ? {} : { before }) }
}

async function inHand(
  desk: Desk,
  queue: Queue,
  place: Place,
  item: Item,
  selected: Selection,
  kept: Pick<VerdictParts, 'note' | 'corrected'>,
): Promise<Markup> {
  // Where no rule has dismissed it, when it stands in several articles.
  const doc = item.docs.find(id => !item.rules?.has(id)) ?? item.doc
  const copies = item.docs.filter(id => id !== doc)
  const onDesk = await documentOnDesk(desk, queue, doc)
  const fixed = item.fixedIn === undefined ? undefined : await fixedOnDesk(desk, item.fingerprint)
  const group =
    fixed ?? onDesk?.groups.find(({ flags }) => flags.some(({ fingerprint }) => fingerprint === item.fingerprint))
  if (!onDesk || !group)
    return markup`<section class="judge"><p class="notice">This flag has just gone from the store.</p></section>`
  const { next, before } = neighbours(selected, item.fingerprint)
  const log = await history(desk.store, item.fingerprint)
  const address = (flag: string): string => queueAddress({ ...place, flag })
  const others = group.flags.filter(({ fingerprint, status }) => status === 'open' && fingerprint !== item.fingerprint)
  const form = verdictForm({
    group,
    flag: item.fingerprint,
    others: others.map(({ fingerprint }) => fingerprint),
    token: desk.token,
    back: queryOf({ ...place, flag: item.fingerprint }),
    log,
    seen: String(log.length),
    ...elsewhere(item, doc, log),
    ...(await undoable(desk, item, group, log)),
    ...kept,
  })
  const entity = desk.knowledge.get(item.subject)
  const site = { report: '/', page: (id: string) => (id === doc ? '' : documentAddress(id)) }
  return markup`<section class="judge" aria-labelledby="in-hand"><h2 id="in-hand">${desk.checks.find(({ id }) => id === item.check)?.title ?? item.check}</h2>
<p class="notice" id="news" role="status" data-every="4000"></p>
${card({
  group,
  site,
  check: desk.checks.find(({ id }) => id === item.check),
  db: desk.db,
  documents: await evidenceOf(desk, [group], onDesk.item),
  action: form,
})}
<p class="steps">${before === undefined ? '' : markup`<a rel="prev" href="${address(before)}">Previous <kbd>p</kbd></a>`} ${next === undefined ? '' : markup`<a rel="next" href="${address(next)}">Next <kbd>n</kbd></a>`}
${entity || isName(item.subject) ? markup`<a href="${entityAddress(item.subject)}">All about ${inline(entity?.name ?? item.subject.slice(item.subject.indexOf(':') + 1))}</a>` : ''}
<a href="${queueAddress(changed({ page: 1, status: 'all', order: 'document' }, { doc }))}">Flags of this article</a></p>
${copies.length === 0 ? '' : markup`<p class="log">The same words stand in ${copies.slice(0, 8).map(copy => markup`<a href="${documentAddress(copy)}">${inline(copy)}</a> `)}${copies.length > 8 ? ` and ${figure(copies.length - 8)} more` : ''}; one verdict holds for all.</p>`}
${await likeIt(desk, place, item, onDesk.item)}</section>
<section class="reading" aria-labelledby="article-title"><h2 id="article-title"><a href="${documentAddress(doc)}">${inline(onDesk.item.doc.title ?? doc)}</a>${facts(onDesk.item.doc)}</h2>
<div class="galley pane" tabindex="0" role="region" aria-label="Text of the article">
${article(
  onDesk.item,
  onDesk.groups,
  (fixed ? [] : group.flags).flatMap(flag => flag.evidence.map(({ at }) => at)).filter(at => at.doc === doc),
  id => (id === group.id ? `#${id}` : address(id.slice('flag-'.length))),
)}</div></section>`
}

/** What goes beyond this one flag: a rule for all that are like it, a correction of what was read. */
async function likeIt(desk: Desk, place: Place, item: Item, article: ReportDocument): Promise<Markup> {
  const { doc } = article
  const { token, knowledge, checks } = desk
  const back = backField({ queue: queryOf({ ...place, flag: item.fingerprint }) })
  const publisher = doc.site ?? (doc.url === undefined ? undefined : URL.parse(doc.url)?.hostname)
  const rule = ruleForm({
    item,
    doc: doc.id,
    check: checks.find(({ id }) => id === item.check)?.title ?? item.check,
    subject: knowledge.get(item.subject)?.name ?? item.subject,
    publisher,
    token,
    back,
  })
  const names = namesIn(article)
  const words = names.includes(item.words) ? { words: item.words } : {}
  return markup`${desk.team && item.status === 'open' ? rule : ''}${correctForms({ doc: doc.id, token, back, names, ...words })}`
}

const facts = ({ published, site, url }: { published?: string; site?: string; url?: string }): Markup =>
  markup`${site === undefined ? '' : markup` \u00b7 ${inline(site)}`}${published === undefined ? '' : ` \u00b7 ${published.slice(0, 10)}`}${url === undefined ? '' : markup` \u00b7 ${webLink(url, 'source')}`}`

const nothing = (place: Place): Markup =>
  markup`<section class="judge"><h2>Nothing here</h2><p class="lead">${
    place.status === 'open' && queryOf(place) === '' ? 'Every flag has been decided.' : 'No flag fits these choices.'
  }</p><p class="steps"><a href="/">${sentenceCase('all open flags')}</a> <a href="/?status=all">All flags</a></p></section>`
