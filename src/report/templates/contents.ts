import { SEVERITIES } from '../../model/discrepancy.ts'
import { type FlagGroup, tally } from '../group.ts'
import type { Report } from '../report.ts'
import { figure, SEVERITY_WORDS, sentenceCase } from '../words.ts'
import { inline, type Markup, markup } from './markup.ts'

/** More entries than this are folded. */
const OPEN = 12

/** Where a group's card can be found, on this page or on its document's. */
export type CardAddress = (group: FlagGroup) => string

/** The three ways into a report: by severity, by check, by document. */
export function contents(
  report: Report,
  groups: readonly FlagGroup[],
  title: (doc: string) => string,
  address: CardAddress,
): Markup {
  const severities = tally(groups, group => group.severity)
  const checks = Map.groupBy(groups, group => group.check)
  const documents = Map.groupBy(
    groups.toSorted((a, b) => (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : 0)),
    group => group.doc,
  )
  const open = groups.length <= OPEN * 2
  return markup`<nav class="contents" aria-label="Contents">
<section><h2>By severity</h2><ul>
${SEVERITIES.filter(severity => severities.has(severity)).map(severity => {
  const number = severities.get(severity) ?? 0
  return markup`<li><a href="#${severity}"><span class="badge ${severity}">${sentenceCase(SEVERITY_WORDS[severity][number === 1 ? 0 : 1])}</span></a> <span class="number">${figure(number)}</span></li>`
})}
</ul></section>
<section><h2>By check</h2>
${report.checks.map(({ id, title: name }) => {
  const list = checks.get(id)
  return list === undefined
    ? ''
    : folded(
        markup`<span id="check-${id}">${name}</span>`,
        list,
        open,
        group =>
          markup`<a href="${address(group)}">${inline(group.flags[0].at.quote.exact)}</a> <span class="in">in ${inline(title(group.doc))}</span>`,
      )
})}
</section>
<section><h2>By document</h2>
${[...documents].map(([doc, list]) =>
  folded(
    inline(title(doc)),
    list,
    open && documents.size <= OPEN,
    group =>
      markup`<a href="${address(group)}">${inline(group.flags[0].at.quote.exact)}</a> <span class="in">${group.check}</span>`,
  ),
)}
</section>
</nav>`
}

function folded(
  head: Markup,
  groups: readonly FlagGroup[],
  open: boolean,
  entry: (group: FlagGroup) => Markup,
): Markup {
  return markup`<details${open ? ' open' : ''}><summary>${head} <span class="number">${figure(groups.length)}</span></summary><ul>${groups.map(
    group => markup`<li>${entry(group)}</li>`,
  )}</ul></details>`
}
