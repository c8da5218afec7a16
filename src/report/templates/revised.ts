import type { CopyGroup, Revised, Wording } from '../../model/change.ts'
import { commandLine } from '../command.ts'
import { count, figure, list, sentenceCase } from '../words.ts'
import { inline, type Markup, markup, shown } from './markup.ts'

/** Articles shown at once; the rest is counted. */
const SHOWN = 200
/** Sentences of one article shown at once. */
const SENTENCES = 12

/** Where an article's page is and what it is called. */
export interface Naming {
  readonly page: (doc: string) => string | undefined
  readonly title: (doc: string) => string
  /** The database that commands must name (`Report.db`). */
  readonly db: string | undefined
}

/** The part of the report on what publishers changed in articles that had been read before. */
export function revisedPart(revised: readonly Revised[], naming: Naming): Markup {
  if (revised.length === 0) return markup``
  return markup`<section class="part" id="revised"><h2>Changed by their publishers (${figure(revised.length)})</h2>
${revised.slice(0, SHOWN).map(item => markup`<article class="card note"><header><h3>${named(item.doc, naming)}</h3></header>${revisedBody(item)}</article>`)}
${revised.length > SHOWN ? markup`<p>${figure(revised.length - SHOWN)} more in <code>${commandLine('export changes', naming.db)}</code>.</p>` : ''}
</section>`
}

/** What changed between two revisions: both wordings of each sentence under one another, with all that differs marked. */
export function revisedBody({ said, since, announced, title, published, changes }: Revised): Markup {
  const pair = (what: string, before: Markup, after: Markup): Markup =>
    markup`<div class="exhibit"><p class="note">${what}</p><blockquote><span class="label">${day(said)}</span> ${before}</blockquote><blockquote><span class="label">since ${day(since)}</span> ${after}</blockquote></div>`
  const sentences = [...Map.groupBy(changes, ({ before: { at, offset } }) => at.start - offset).values()]
  return markup`<p class="reason">Errata read it on ${day(said)}, and with other words since ${day(since)}, ${announced ? 'with a notice by the publisher' : 'without a notice by the publisher'}.</p>
${title ? pair('The headline', markup`<mark>${shown(title.before)}</mark>`, markup`<mark>${shown(title.after)}</mark>`) : ''}
${published ? pair('The date of publication', markup`<mark>${published.before}</mark>`, markup`<mark>${published.after}</mark>`) : ''}
${sentences
  .slice(0, SENTENCES)
  .map(all =>
    pair(
      sentenceCase(list([...new Set(all.map(({ type }) => type))])),
      wording(all.map(({ before }) => before)),
      wording(all.map(({ after }) => after)),
    ),
  )}
${sentences.length > SENTENCES ? markup`<p>${sentenceCase(count(sentences.length - SENTENCES, 'more sentence'))}.</p>` : ''}`
}

/** The part of the report on articles that are copies of one another. */
export function copiesPart(groups: readonly CopyGroup[], naming: Naming): Markup {
  if (groups.length === 0) return markup``
  const number = groups.reduce((sum, { copies }) => sum + copies.length, 0)
  return markup`<section class="plain" id="copies"><h2>Copies</h2><details><summary>${sentenceCase(count(number, 'article'))} in almost the words of another: each group counts as one source</summary><ul>
${groups.slice(0, SHOWN).map(({ doc, copies }) => markup`<li>${named(doc, naming)}<ul>${copies.map(copy => markup`<li>${named(copy.doc, naming)} ${percent(copy.likeness)} alike</li>`)}</ul></li>`)}
${groups.length > SHOWN ? markup`<li>${figure(groups.length - SHOWN)} more in <code>${commandLine('export copies', naming.db)}</code></li>` : ''}
</ul></details></section>`
}

/** On a document's own page: its copies. */
export const copiesOf = ({ doc, copies }: CopyGroup, own: string, page: Naming['page']): Markup => {
  const others = [doc, ...copies.map(copy => copy.doc)].filter(id => id !== own)
  const naming = { page, title: (id: string) => id }
  return markup`<p class="address">${own === doc ? 'Read first here; copies' : 'A copy; the same text'}: ${others.map((id, index) => markup`${index > 0 ? ', ' : ''}${named(id, naming)}`)}. They count as one source.</p>`
}

/** An instant's day, as ISO 8601 writes it. */
const day = (instant: string): string => instant.slice(0, 10)

const percent = (share: number): string => `${Math.round(share * 100)}\u202f%`

function named(doc: string, { page, title }: Omit<Naming, 'db'>): Markup {
  const address = page(doc)
  return address === undefined ? inline(title(doc)) : markup`<a href="${address}">${inline(title(doc))}</a>`
}

/** A sentence with the words that changed in it marked. */
function wording(all: readonly Wording[]): Markup {
  let done = 0
  const parts: unknown[] = []
  const sentence = all[0]?.sentence ?? ''
  for (const { at, offset } of all.toSorted((a, b) => a.offset - b.offset)) {
    const end = offset + at.quote.exact.length
    parts.push(shown(sentence.slice(done, offset)), markup`<mark>${shown(sentence.slice(offset, end))}</mark>`)
    done = end
  }
  return markup`<bdi>${parts}${shown(sentence.slice(done))}</bdi>`
}
