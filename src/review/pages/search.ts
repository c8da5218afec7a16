import { inline, type Markup, markup, shown } from '../../report/templates/markup.ts'
import { count, figure, sentenceCase } from '../../report/words.ts'
import type { SearchHit } from '../../store/store.ts'
import { changed, documentAddress, entityAddress, placeOf, queueAddress } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Page } from './frame.ts'
import { articlesFor } from './queue.ts'

/** Articles shown. */
const HITS = 30

/** Words in quotation marks stay together; the rest stand by themselves. */
export const wordsOf = (text: string): string[] =>
  [...text.matchAll(/["\u201c]([^"\u201c\u201d]{1,200})["\u201d]?|[^\s"\u201c\u201d]{1,100}/g)]
    .map(([whole, quoted]) => quoted ?? whole)
    .filter(word => /[\p{L}\p{N}]/u.test(word))

/** What the search box finds: names of the knowledge base, flags, articles with the words in their context. */
export async function searchPage(desk: Desk, text: string): Promise<Page> {
  const words = wordsOf(text)
  const place = changed(placeOf(new URLSearchParams()), { status: 'all', words: text })
  const hits = words.length === 0 ? [] : await desk.store.search(words, HITS)
  const { items } = (await desk.queue()).select(place, await articlesFor(desk, place))
  const names = new Map(desk.knowledge.candidates(text).map(({ entity }) => [entity.id, entity]))
  return {
    title: `Search: ${text}`,
    heading: 'Search',
    words: text,
    body: markup`<div class="sheet"><h2>${inline(text)}</h2>
${
  names.size === 0
    ? ''
    : markup`<section><h2>Names</h2><ul>${[...names.values()].map(
        ({ id, name, type }) =>
          markup`<li><a href="${entityAddress(id)}">${inline(name)}</a>, ${type} <code>${id}</code></li>`,
      )}</ul></section>`
}
<section><h2>Flags</h2><p>${items.length === 0 ? 'None.' : markup`<a href="${queueAddress(place)}">${sentenceCase(count(items.length, 'flag'))} with these words, or in articles with them</a>`}</p></section>
<section><h2>Articles</h2>${hits.length === 0 ? markup`<p>None has all the words.</p>` : ''}<ol class="hits">${hits.map(hit)}</ol>
${hits.length === HITS ? markup`<p>These are the best ${figure(HITS)}; more words find fewer.</p>` : ''}</section></div>`,
  }
}

/** The store marks what was found with U+0002 and U+0003. */
const hit = ({ doc, title, snippet }: SearchHit): Markup =>
  markup`<li><a href="${documentAddress(doc)}">${inline(title ?? doc)}</a><p dir="auto">${snippet
    .split(/\u0002([^\u0003]*)\u0003/)
    .map((part, index) => (index % 2 === 1 ? markup`<mark>${shown(part)}</mark>` : shown(part)))}</p></li>\n`
