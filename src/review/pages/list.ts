import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import { figure, SEVERITY_WORDS, sentenceCase } from '../../report/words.ts'
import { changed, type Place, queueAddress } from '../address.ts'
import type { Item } from '../book.ts'
import type { Desk } from '../desk.ts'
import { ORDERS } from '../order.ts'
import type { Queue } from '../queue.ts'
import type { Selection } from '../selection.ts'
import { FACETS, type Facet } from '../tally.ts'

/** Flags on a page of the list. */
export const LINES = 25
/** Choices shown of a kind; the rest is found by searching. */
const CHOICES = 30

const TITLES: Readonly<Record<Facet, string>> = {
  status: 'Standing',
  severity: 'Severity',
  run: 'First seen in',
  check: 'Check',
  entity: 'About',
  doc: 'Article',
}

/** The queue's list with its choices and counts. */
export async function list(
  { store, checks, knowledge }: Desk,
  queue: Queue,
  place: Place,
  selection: Selection,
  inHand: Item | undefined,
): Promise<Markup> {
  const { items } = selection
  const pages = Math.max(1, Math.ceil(items.length / LINES))
  const at = inHand ? items.findIndex(({ fingerprint }) => fingerprint === inHand.fingerprint) : -1
  // The page with the flag in hand, unless another is asked for.
  const page = Math.min(pages, place.page > 1 || at < 0 ? place.page : Math.floor(at / LINES) + 1)
  const lines = items.slice((page - 1) * LINES, page * LINES)
  const articles = selection.counts('doc', CHOICES).map(([doc]) => doc)
  const titles = await store.titles([...lines.map(({ doc }) => doc), ...articles, ...(place.doc ? [place.doc] : [])])
  const name = (facet: Facet, value: string): string => {
    if (facet === 'check') return checks.find(({ id }) => id === value)?.title ?? value
    if (facet === 'entity') return knowledge.get(value)?.name ?? value.slice(value.indexOf(':') + 1)
    if (facet === 'doc') return titles.get(value) ?? value
    if (facet === 'run') return Number(value) === queue.newest ? `run ${value}, the latest with any` : `run ${value}`
    return value
  }
  return markup`<section class="list" aria-labelledby="list-title"><h2 id="list-title">Queue</h2>
${chosen(place, name)}
${FACETS.map(facet => choices(place, facet, selection.counts(facet, CHOICES), name))}
<details class="choices"><summary>Order: ${place.order}</summary><ul>${ORDERS.map(
    order =>
      markup`<li><a href="${queueAddress(changed(place, { order }))}"${order === place.order ? markup` aria-current="true"` : ''}>${order}</a></li>`,
  )}</ul></details>
<ol>${lines.map(item => {
    const words = SEVERITY_WORDS[item.severity][0]
    return markup`<li><a class="${item.severity}" href="${queueAddress({ ...place, page, flag: item.fingerprint })}"${item === inHand ? markup` aria-current="true"` : ''}>${inline(item.words.slice(0, 80))} <small>${sentenceCase(words)}, ${Math.round(item.confidence)} \u00b7 ${item.status === 'open' ? '' : `${item.status} \u00b7 `}${name('check', item.check)} \u00b7 ${inline(titles.get(item.doc) ?? item.doc)}</small></a></li>\n`
  })}</ol>
${pages === 1 ? '' : paging(place, page, pages)}</section>`
}

function paging(place: Place, page: number, pages: number): Markup {
  const link = (to: number, words: string): Markup | '' =>
    to < 1 || to > pages ? '' : markup`<a href="${queueAddress(changed(place, { page: to }))}">${words}</a>`
  return markup`<nav class="steps" aria-label="Pages of the queue">${link(page - 1, 'Earlier')} <span>page ${figure(page)} of ${figure(pages)}</span> ${link(page + 1, 'Later')}</nav>`
}

/** What narrows the queue now, each with a way to take it back. */
function chosen(place: Place, name: (facet: Facet, value: string) => string): Markup {
  const given = FACETS.filter(facet => place[facet] !== undefined && facet !== 'status')
  if (given.length === 0 && place.words === undefined) return markup``
  const drop = (change: Parameters<typeof changed>[1], words: string): Markup =>
    markup`<a href="${queueAddress(changed(place, change))}" aria-label="Without ${words}">${inline(words)} \u00d7</a>`
  return markup`<p class="chosen">${given.map(facet => drop({ [facet]: undefined }, name(facet, String(place[facet]))))}${
    place.words === undefined ? '' : drop({ words: undefined }, `\u201c${place.words}\u201d`)
  }</p>`
}

function choices(
  place: Place,
  facet: Facet,
  rows: readonly (readonly [value: string, number: number])[],
  name: (facet: Facet, value: string) => string,
): Markup {
  const now = place[facet]
  const open = facet === 'status' || facet === 'severity'
  const choose = (value: string) =>
    changed(place, { [facet]: facet === 'run' ? Number(value) : value } as Parameters<typeof changed>[1])
  return markup`<details class="choices"${open ? markup` open` : ''}><summary>${TITLES[facet]}</summary><ul>${rows.map(
    ([value, number]) =>
      markup`<li><a href="${queueAddress(choose(value))}"${String(now) === value ? markup` aria-current="true"` : ''}><span>${inline(name(facet, value))}</span> <span class="number">${figure(number)}</span></a></li>`,
  )}</ul></details>`
}
