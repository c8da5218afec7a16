import type { MentionType } from '../../model/mention.ts'
import type { Selector } from '../../model/span.ts'
import { type FlagGroup, tally } from '../group.ts'
import type { Report, ReportDocument } from '../report.ts'
import { count, figure, sentenceCase } from '../words.ts'
import type { Site } from './address.ts'
import { article, FAMILIES } from './article.ts'
import { card } from './card.ts'
import { inline, type Markup, markup, shown, webLink } from './markup.ts'
import { datum, marking, wordmark } from './page.ts'
import { strip } from './picture.ts'
import { copiesOf, revisedBody } from './revised.ts'

export interface DocumentParts {
  readonly report: Pick<Report, 'tlp' | 'checks' | 'db'>
  readonly item: ReportDocument
  /** Causes in this document. */
  readonly groups: readonly FlagGroup[]
  /** Places in it that flags cite as evidence, here or in other documents. */
  readonly cited: readonly Selector[]
  readonly documents: ReadonlyMap<string, ReportDocument>
  readonly site: Site
  /** What stands at the end of a card where it can be judged. */
  readonly action?: (group: FlagGroup) => Markup
}

/** A document's own page: the article with everything marked, and its cards beside it. */
export function documentPage({ report, item, groups, cited, documents, site, action }: DocumentParts): Markup {
  const { doc, mentions } = item
  const types = tally(mentions, ({ type }) => type)
  return markup`<header class="front document">
${marking(report.tlp)}${wordmark(site.report)}
<h1>${inline(doc.title ?? doc.id)}</h1>
<dl class="figures words">
${datum('document', doc.id)}
${doc.site === undefined ? '' : datum('publisher', doc.site)}
${doc.author === undefined ? '' : datum('author', doc.author)}
${doc.published === undefined ? '' : datum('published', doc.publishedFrom === undefined ? doc.published : `${doc.published} (${doc.publishedFrom})`)}
${datum('language', doc.language)}
${datum('characters', figure(doc.text.length))}
</dl>
${doc.url === undefined ? '' : markup`<p class="address">${webLink(doc.url)}</p>`}
${doc.notes.map(note => markup`<p class="address">${inline(sentenceCase(note))}</p>`)}
${item.copies ? copiesOf(item.copies, doc.id, site.page) : ''}${groups.length === 0 ? '' : strip(doc.text.length, doc.text.length, groups, 5)}
${legend(types, groups.length > 0, cited.length > 0)}
</header>
<main class="desk">
<section class="galley" aria-label="Article">
${article(item, groups, cited)}
${dropped(item)}${(item.revised ?? []).map(revision => markup`<details class="dropped" open><summary>Changed by its publisher</summary>${revisedBody(revision)}</details>`)}
</section>
<section class="cards" aria-label="Flags"><h2>${groups.length === 0 ? 'No flags in this article' : sentenceCase(count(groups.length, 'cause for doubt', 'causes for doubt'))}</h2>
${groups.map(group =>
  card({
    group,
    site,
    documents,
    db: report.db,
    check: report.checks.find(({ id }) => id === group.check),
    ...(action ? { action: action(group) } : {}),
  }),
)}
</section>
</main>`
}

/** What the underlines mean, with how many there are of each. */
function legend(types: ReadonlyMap<string, number>, flagged: boolean, cited: boolean): Markup {
  const total = (family: readonly MentionType[]): number =>
    family.reduce((sum, type) => sum + (types.get(type) ?? 0), 0)
  return markup`<ul class="legend" aria-label="Legend">
${flagged ? markup`<li><mark class="wrong error">flagged words</mark></li>` : ''}
${cited ? markup`<li><span class="cited">cited as evidence</span></li>` : ''}
${Object.entries(FAMILIES).map(([name, family], index) =>
  total(family) === 0
    ? ''
    : markup`<li><span class="mention family-${index}">${name}</span> ${figure(total(family))}</li>`,
)}
</ul>`
}

/** What the reader left out of the text, on request. */
function dropped({ doc, dropped: texts }: ReportDocument): Markup {
  if (doc.dropped.length === 0) return markup``
  return markup`<details class="dropped"><summary>${sentenceCase(count(doc.dropped.length, 'block'))} of the source left out of the text</summary><ul>
${doc.dropped.map(
  ({ start, end, reason }, index) =>
    markup`<li><span class="label">${reason}</span> characters ${figure(start)}\u2013${figure(end)} of the source${
      texts?.[index] === undefined ? '' : markup`<blockquote dir="auto">${shown(texts[index])}</blockquote>`
    }</li>`,
)}
</ul></details>`
}
