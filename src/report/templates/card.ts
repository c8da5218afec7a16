import { commandLine } from '../command.ts'
import type { FlagGroup } from '../group.ts'
import type { Report, ReportDocument, ReportFlag } from '../report.ts'
import { count, estimate, SEVERITY_WORDS, sentenceCase } from '../words.ts'
import type { Site } from './address.ts'
import { type Place, sides } from './exhibit.ts'
import { inline, type Markup, markup, shown } from './markup.ts'

/** A group with the documents that its places lie in. */
export interface CardParts {
  readonly group: FlagGroup
  readonly site: Site
  readonly check: Report['checks'][number] | undefined
  /** The documents of its places and evidence, as far as they are still there. */
  readonly documents: ReadonlyMap<string, ReportDocument>
  /** The database that commands must name (`Report.db`). */
  readonly db: string | undefined
  /** What stands at its end where it can be judged: a form. */
  readonly action?: Markup
}

/** Everything a reviewer needs to judge one cause: both sides, the facts, the suggestion. */
export function card({ group, site, check, documents, db, action }: CardParts): Markup {
  const [first] = group.flags
  const [claim, rest] = headline(first.message)
  const evidence = evidencePlaces(group)
  const side = sides({
    wrong: group.flags.map(({ at, message }) => ({
      at,
      tone: 'wrong',
      ...(message === first.message ? {} : { note: message }),
    })),
    evidence,
    home: group.doc,
    site,
    documents,
  })
  return markup`
<article class="card ${group.severity}" id="${group.id}" aria-labelledby="${group.id}-title">
<header>
<p class="meta"><span class="badge ${group.severity}">${sentenceCase(SEVERITY_WORDS[group.severity][0])}</span>
<span class="sure" title="ICD 203 words of estimative probability">${estimate(group.confidence)}<span class="bar" aria-hidden="true">${gauge(group.confidence)}</span>${group.confidence}\u202f/\u202f100</span>
${standing(first)}${group.doc === site.beside ? '' : markup`<span class="source">${sourceOf(group.doc, site, documents)}</span>`}</p>
<h3 id="${group.id}-title">${inline(claim)}</h3>
${rest === '' ? '' : markup`<p class="reason">${inline(rest)}</p>`}
${suggestions(group)}
</header>
<div class="sides">
<section class="side"><h4>${group.flags.length === 1 ? 'The words in question' : `The words in question, in ${count(group.flags.length, 'place')}`}</h4>
${side.wrong}
${side.short && evidence.length > 0 ? '' : knowledge(group)}
</section>
${
  evidence.length === 0
    ? ''
    : markup`<section class="side">
${evidence.some(({ tone }) => tone === 'for') ? markup`<h4>What speaks against it</h4>${side.for}` : ''}
${evidence.some(({ tone }) => tone === 'against') ? markup`<h4>What could clear it</h4>${side.against}` : ''}
${side.short ? knowledge(group) : ''}
</section>`
}
</div>${action ?? ''}
<details class="about"><summary>About this flag</summary>
${check ? markup`<p><strong>${check.title}.</strong> ${check.why}</p>` : ''}
<p>To judge it from a shell: <code>${commandLine(`decide ${first.fingerprint} confirmed${group.flags.length > 1 ? ' --cause' : ''}`, db)}</code>${
    group.flags.length > 1
      ? markup`; each place by itself, without <code>--cause</code>: ${group.flags.map(flag => markup`<code>${flag.fingerprint}</code> `)}`
      : ''
  }</p>
</details>
</article>`
}

/** The article that the flag is in, linked to its page. */
function sourceOf(id: string, site: Site, documents: CardParts['documents']): Markup {
  const page = site.page(id)
  const title = inline(documents.get(id)?.doc.title ?? id)
  return page === undefined ? title : markup`<a href="${page}">${title}</a>`
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
function standing({ status, decision, reopened, state }: ReportFlag): Markup {
  return markup`${state === undefined || state === 'unchanged' ? '' : markup`<span class="badge state">${state === 'absent' ? 'gone' : state}</span>\n`}${
    status === 'open' ? '' : markup`<span class="badge state">${status}</span>\n`
  }${decision?.note === undefined ? '' : markup`<span>${inline(decision.note)}</span>\n`}${
    reopened === undefined ? '' : markup`<span class="badge state">re-opened</span> <span>${inline(reopened)}</span>\n`
  }`
}

function suggestions({ flags }: FlagGroup): Markup {
  const changes = new Map<string, ReportFlag[]>()
  for (const flag of flags) {
    if (flag.suggestion === undefined) continue
    const key = JSON.stringify([flag.at.quote.exact, flag.suggestion])
    changes.set(key, [...(changes.get(key) ?? []), flag])
  }
  const corrected = flags.flatMap(({ at, decision }) =>
    decision?.corrected === undefined ? [] : [{ at, by: decision.reviewer, text: decision.corrected }],
  )
  return markup`${corrected.map(({ at, by, text }) => markup`<p class="fix"><span class="label">${inline(by)}</span> <del>${inline(at.quote.exact)}</del> <span aria-hidden="true">\u2192</span> <ins>${inline(text)}</ins></p>`)}${[
    ...changes.values(),
  ].map(list => {
    const [flag] = list
    if (flag?.suggestion === undefined) return ''
    return markup`<p class="fix"><span class="label">Suggestion</span> <del>${inline(flag.at.quote.exact)}</del> <span aria-hidden="true">\u2192</span> <ins>${inline(flag.suggestion)}</ins>${
      list.length > 1 ? ` in ${count(list.length, 'place')}` : ''
    }</p>`
  })}`
}

/** Every place of evidence once. */
function evidencePlaces({ flags }: FlagGroup): Place[] {
  const places = new Map<string, Place>()
  for (const { at, role, note } of flags.flatMap(flag => flag.evidence))
    places.set(JSON.stringify([role, note, at.doc, at.start, at.end]), { at, tone: role, note })
  return [...places.values()]
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
  return markup`<div class="facts"><h4>From the knowledge base</h4><ul>
${[...facts.values()].map(
  ({ fact, version, sources }) =>
    markup`<li>${shown(fact)} <cite>${[...sources].map((source, index) => markup`${index > 0 ? '; ' : ''}${inline(source)}`)} \u00b7 knowledge ${version}</cite></li>`,
)}
</ul></div>`
}
