import type { Evidence } from '../../model/discrepancy.ts'
import type { FlagGroup } from '../group.ts'
import type { Report, ReportDocument, ReportFlag } from '../report.ts'
import { count, estimate, figure, SEVERITY_WORDS, sentenceCase } from '../words.ts'
import { anchorOf, type Site } from './address.ts'
import { inline, type Markup, markup, shown } from './markup.ts'
import { quotation } from './passage.ts'

/** Evidence passages that a card shows at once; the rest is folded. */
const SHOWN = 3

/** A group with the documents that its places lie in. */
export interface CardParts {
  readonly group: FlagGroup
  readonly site: Site
  readonly check: Report['checks'][number] | undefined
  /** The documents of its places and evidence, as far as they are still there. */
  readonly documents: ReadonlyMap<string, ReportDocument>
}

/** Everything a reviewer needs to judge one cause: both sides, the facts, the suggestion. */
export function card({ group, site, check, documents }: CardParts): Markup {
  const [first] = group.flags
  const doc = documents.get(group.doc)?.doc
  const [claim, rest] = headline(first.message)
  const others = [...new Set(group.flags.map(flag => flag.message))].slice(1)
  return markup`
<article class="card ${group.severity}" id="${group.id}" aria-labelledby="${group.id}-title">
<header>
<p class="meta"><span class="badge ${group.severity}">${sentenceCase(SEVERITY_WORDS[group.severity][0])}</span>
<span class="sure" title="ICD 203 words of estimative probability">${estimate(group.confidence)}<span class="bar" aria-hidden="true">${gauge(group.confidence)}</span>${group.confidence}\u202f/\u202f100</span>
${standing(first)}<span class="source">${inline(doc?.title ?? group.doc)}</span></p>
<h3 id="${group.id}-title">${inline(claim)}</h3>
${rest === '' ? '' : markup`<p class="reason">${inline(rest)}</p>`}
${others.map(message => markup`<p class="reason">${inline(message)}</p>`)}
${suggestions(group)}
</header>
<div class="sides">
<section class="side"><h4>${group.flags.length === 1 ? 'The passage' : `The ${count(group.flags.length, 'passage')}`}</h4>
${group.flags.map(
  flag =>
    markup`${quotation(
      doc,
      flag.at,
      'wrong',
      group.flags.map(({ at }) => at),
    )}${where(site, flag.at, group.doc)}`,
)}
</section>
${evidence(group, site, documents)}
</div>
${knowledge(group)}
<details class="about"><summary>About this flag</summary>
${check ? markup`<p><strong>${check.title}.</strong> ${check.why}</p>` : ''}
<p>To judge it from a shell: ${group.flags.map(flag => markup`<code>errata decide ${flag.fingerprint} confirmed</code> `)}</p>
</details>
</article>`
}

/** The first sentence of a long message is its headline. */
function headline(message: string): readonly [string, string] {
  if (message.length <= 110) return [message, '']
  const end = /[\p{Ll}\d\u201d\u2019)%]{2}[.!?]\s(?=[\p{Lu}\u201c\d])/u.exec(message)
  return end ? [message.slice(0, end.index + 3), message.slice(end.index + 4)] : [message, '']
}

/** Ten steps of confidence as an inline picture. */
function gauge(confidence: number): Markup {
  return markup`<svg viewBox="0 0 50 6" width="50" height="6"><rect class="trough" width="50" height="6" rx="3"/><rect class="level" width="${confidence / 2}" height="6" rx="3"/></svg>`
}

/** What reviewers have said, and what changed, where there is something to say. */
function standing({ status, decision, state }: ReportFlag): Markup {
  return markup`${state === undefined || state === 'unchanged' ? '' : markup`<span class="badge state">${state === 'absent' ? 'gone' : state}</span>\n`}${
    status === 'open' ? '' : markup`<span class="badge state">${status}</span>\n`
  }${decision?.note === undefined ? '' : markup`<span>${inline(decision.note)}</span>\n`}`
}

function suggestions({ flags }: FlagGroup): Markup {
  const changes = new Map<string, ReportFlag[]>()
  for (const flag of flags) {
    if (flag.suggestion === undefined) continue
    const key = JSON.stringify([flag.at.quote.exact, flag.suggestion])
    changes.set(key, [...(changes.get(key) ?? []), flag])
  }
  return markup`${[...changes.values()].map(list => {
    const [flag] = list
    if (flag?.suggestion === undefined) return ''
    return markup`<p class="fix"><span class="label">Suggestion</span> <del>${inline(flag.at.quote.exact)}</del> <span aria-hidden="true">\u2192</span> <ins>${inline(flag.suggestion)}</ins>${
      list.length > 1 ? ` in ${count(list.length, 'place')}` : ''
    }</p>`
  })}`
}

/** Evidence with one note and role, in the order of first appearance, each place once. */
function evidence({ flags, doc }: FlagGroup, site: Site, documents: CardParts['documents']): Markup {
  const notes = new Map<string, Evidence[]>()
  const seen = new Set<string>()
  for (const item of flags.flatMap(flag => flag.evidence)) {
    const place = JSON.stringify([item.at.doc, item.at.start, item.at.end, item.role])
    if (seen.has(place)) continue
    seen.add(place)
    const key = JSON.stringify([item.role, item.note])
    notes.set(key, [...(notes.get(key) ?? []), item])
  }
  if (notes.size === 0) return markup``
  return markup`<section class="side"><h4>What it rests on</h4>
${[...notes.values()].map(items => {
  const quotes = items.map(
    ({ at, role }) =>
      markup`${quotation(documents.get(at.doc)?.doc, at, role)}${where(site, at, doc, documents.get(at.doc))}`,
  )
  const [first] = items
  return markup`<p class="note">${first?.role === 'against' ? 'Against the flag: ' : ''}${inline(sentenceCase(first?.note ?? ''))}</p>
${quotes.slice(0, SHOWN)}${
  quotes.length > SHOWN
    ? markup`<details><summary>${sentenceCase(count(quotes.length - SHOWN, 'more passage'))}</summary>${quotes.slice(SHOWN)}</details>`
    : ''
}`
})}
</section>`
}

/** Where a passage stands: its document when it is another one, its first character, a link to the page. */
function where(site: Site, at: Evidence['at'], home: string, from?: ReportDocument): Markup {
  const page = site.page(at.doc)
  const words = markup`${at.doc === home ? '' : markup`${inline(from?.doc.title ?? at.doc)}, `}character ${figure(at.start)}`
  return markup`<p class="where">${page === undefined ? words : markup`<a href="${page}#${anchorOf(at)}">${words}</a>`}</p>`
}

function knowledge({ flags }: FlagGroup): Markup {
  const facts = new Map<string, { readonly fact: string; readonly version: string; readonly sources: Set<string> }>()
  for (const { entity, fact, source, version } of flags.flatMap(flag => flag.knowledge)) {
    const key = JSON.stringify([entity, fact, version])
    const row = facts.get(key) ?? { fact, version, sources: new Set<string>() }
    facts.set(key, row)
    row.sources.add(source)
  }
  if (facts.size === 0) return markup``
  return markup`<section class="facts"><h4>From the knowledge base</h4><ul>
${[...facts.values()].map(
  ({ fact, version, sources }) =>
    markup`<li>${shown(fact)} <cite>${[...sources].map((source, index) => markup`${index > 0 ? '; ' : ''}${inline(source)}`)} \u00b7 knowledge ${version}</cite></li>`,
)}
</ul></section>`
}
