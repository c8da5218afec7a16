import type { Claim } from '../../model/claim.ts'
import type { Entity } from '../../model/entity.ts'
import { tally } from '../../report/group.ts'
import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import { count, figure, sentenceCase } from '../../report/words.ts'
import type { Naming } from '../../store/review.ts'
import { changed, documentAddress, entityAddress, placeOf, queueAddress } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Page } from './frame.ts'
import { timeLine } from './plots.ts'

/** Documents looked into for one entity, in the order of their ids. */
const DOCUMENTS = 200

/** All about an entity: names and who uses them, what sources and articles say, where they disagree. */
export async function entityPage(desk: Desk, id: string): Promise<Page | undefined> {
  const entity = desk.knowledge.get(id)
  const documents = await desk.store.naming(id, DOCUMENTS)
  const claims = await desk.store.claimsOn(id, DOCUMENTS)
  const queue = await desk.queue()
  const flags = queue.about(id)
  if (!entity && documents.length === 0 && claims.length === 0 && flags.length === 0) return undefined
  const name = entity?.name ?? id.slice(id.indexOf(':') + 1)
  const place = changed(placeOf(new URLSearchParams()), { status: 'all', entity: id })
  return {
    title: name,
    heading: sentenceCase(entity?.type ?? 'not in the knowledge base'),
    body: markup`<div class="sheet"><h2>${inline(name)}</h2><p><code>${inline(id)}</code>${entity ? Object.entries(entity.ids).map(([source, own]) => markup` \u00b7 ${source} <code>${inline(own)}</code>`) : ''}</p>
<section><h2>Disagreements</h2><p>${
      flags.length === 0
        ? 'No flag is about it.'
        : markup`<a href="${queueAddress(place)}">${sentenceCase(count(flags.length, 'flag'))} about it</a>, of which ${figure(flags.filter(({ status }) => status === 'open').length)} open`
    }</p></section>
${entity ? known(desk, entity) : ''}
${said(claims, desk)}
${named(documents)}</div>`,
  }
}

/** What the knowledge base has: names by who uses them, statements by who says so. */
function known({ knowledge }: Desk, { names, facts }: Entity): Markup {
  const source = (id: string): string => knowledge.sourceRef(id)
  const value = (text: string): Markup => {
    const other = knowledge.get(text)
    return other ? markup`<a href="${entityAddress(text)}">${inline(other.name)}</a>` : inline(text)
  }
  return markup`<section><h2>Names</h2><div class="scroll" tabindex="0" role="region" aria-label="Names"><table><thead><tr><th scope="col">name</th><th scope="col">used by</th><th scope="col">listed in</th></tr></thead><tbody>${names.map(
    ({ text, by, sources }) =>
      markup`<tr><td>${inline(text)}</td><td>${by === undefined ? '' : inline(by)}</td><td>${sources.map(source).join('; ')}</td></tr>\n`,
  )}</tbody></table></div></section>
${
  facts.length === 0
    ? ''
    : markup`<section><h2>What sources say</h2><div class="scroll" tabindex="0" role="region" aria-label="What sources say"><table><thead><tr><th scope="col">what</th><th scope="col">value</th><th scope="col">who says so</th></tr></thead><tbody>${facts.map(
        fact =>
          markup`<tr><td>${fact.predicate}</td><td>${value(fact.value)}</td><td>${source(fact.source)}${fact.confidence === undefined ? '' : `, ${fact.confidence} / 100`}${fact.basis === undefined ? '' : `, ${fact.basis}`}</td></tr>\n`,
      )}</tbody></table></div></section>`
}`
}

/** What articles say, with a time line of what is dated. */
function said(claims: readonly Claim[], { knowledge }: Desk): Markup {
  if (claims.length === 0) return markup``
  const object = ({ object: what }: Claim): Markup => {
    if ('words' in what) return inline(what.words)
    if ('type' in what) return inline(what.text)
    return markup`<a href="${entityAddress(what.entity)}">${inline(knowledge.get(what.entity)?.name ?? what.entity)}</a>`
  }
  return markup`<section><h2>What articles say</h2>${timeLine(claims)}
<div class="scroll" tabindex="0" role="region" aria-label="What articles say"><table><thead><tr><th scope="col">claim</th><th scope="col">value</th><th scope="col">how</th><th scope="col">when</th><th scope="col">where it stands</th></tr></thead><tbody>${claims.map(
    claim =>
      markup`<tr><td>${claim.predicate}</td><td>${object(claim)}</td><td>${claim.stance}${claim.speaker === undefined ? '' : markup`, says ${inline(knowledge.get(claim.speaker)?.name ?? claim.speaker)}`}</td><td>${claim.time?.timex ?? ''}</td><td><a href="${documentAddress(claim.at.doc)}">${inline(claim.at.quote.exact.slice(0, 160))}</a></td></tr>\n`,
  )}</tbody></table></div></section>`
}

function named(documents: readonly Naming[]): Markup {
  if (documents.length === 0) return markup`<section><h2>Articles</h2><p>No article names it.</p></section>`
  const words = tally(
    documents.flatMap(({ names }) => Object.keys(names)),
    name => name,
  )
  return markup`<section><h2>Articles that name it</h2><p>${sentenceCase(count(documents.length, 'article'))}${documents.length === DOCUMENTS ? ' (the first)' : ''}, as ${[
    ...words,
  ]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([name, number], index) => markup`${index > 0 ? ', ' : ''}${inline(name)} (${figure(number)})`)}.</p>
<ul>${documents.map(({ doc, title, names }) => markup`<li><a href="${documentAddress(doc)}">${inline(title ?? doc)}</a> ${figure(Object.values(names).reduce((sum, n) => sum + n, 0))}\u00d7</li>\n`)}</ul></section>`
}
