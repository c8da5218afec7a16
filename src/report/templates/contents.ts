import type { FlagGroup } from '../group.ts'
import type { Report } from '../report.ts'
import { figure } from '../words.ts'
import { inline, type Markup, markup } from './markup.ts'
import { articles, bar, strip } from './picture.ts'

/** Rows shown at once of the documents; further ones are folded, without a picture. */
const ROWS = 16

/** Fewer causes than this do not fill a bar. */
const FULL = 4

/** Where a group's card can be found, on this page or on its document's. */
export type CardAddress = (group: FlagGroup) => string

/** What the front says of a document that flags touch. */
export interface Touched {
  readonly title: string
  /** Of its text, in UTF-16 units. */
  readonly length: number
}

/**
 * The run in pictures that are also the ways in: every article by its worst flag, what each check found, and where in the
 * articles the flags stand.
 */
export function contents(
  report: Report,
  groups: readonly FlagGroup[],
  touched: ReadonlyMap<string, Touched>,
  address: CardAddress,
): Markup {
  if (report.figures.documents === 0) return markup``
  const squares = articles(report, groups, address)
  if (groups.length === 0) return markup`<section class="contents" aria-label="Articles">${squares}</section>`
  return markup`<nav class="contents" aria-label="Contents">
${squares}
${byCheck(report, groups, touched, address)}
${byDocument(groups, touched, address)}
</nav>`
}

function byCheck(
  { checks }: Report,
  groups: readonly FlagGroup[],
  touched: ReadonlyMap<string, Touched>,
  address: CardAddress,
): Markup {
  const found = [...Map.groupBy(groups, group => group.check)].sort((a, b) => b[1].length - a[1].length)
  const longest = Math.max(FULL, found[0]?.[1].length ?? 0)
  return markup`<section><h2>Causes by check</h2><ul class="rows">
${found.map(([id, list]) =>
  row(
    markup`${checks.find(check => check.id === id)?.title ?? id}`,
    bar(list, longest),
    list,
    address,
    ({ doc }) => markup`in ${inline(touched.get(doc)?.title ?? doc)}`,
  ),
)}
</ul></section>`
}

function byDocument(groups: readonly FlagGroup[], touched: ReadonlyMap<string, Touched>, address: CardAddress): Markup {
  const found = [...Map.groupBy(groups, group => group.doc)]
  const longest = Math.max(1, ...found.slice(0, ROWS).map(([doc]) => touched.get(doc)?.length ?? 1))
  const rows = found.map(([doc, list], index) => {
    const { title, length } = touched.get(doc) ?? { title: doc, length: 1 }
    const picture = index < ROWS ? strip(length, longest, list) : markup``
    return row(inline(title), picture, list, address, ({ check }) => markup`${check}`)
  })
  const rest = rows.slice(ROWS)
  return markup`<section><h2>Causes by article, and where in it</h2><ul class="rows">${rows.slice(0, ROWS)}</ul>${
    rest.length === 0
      ? ''
      : markup`<details><summary>${figure(rest.length)} more ${rest.length === 1 ? 'article' : 'articles'}</summary><ul class="rows">${rest}</ul></details>`
  }</section>`
}

/** One check or article: a link to its card, or with several its cards folded. */
function row(
  title: Markup,
  picture: Markup,
  groups: readonly FlagGroup[],
  address: CardAddress,
  where: (group: FlagGroup) => Markup,
): Markup {
  const [only] = groups
  if (groups.length === 1 && only)
    return markup`<li><p class="row"><a href="${address(only)}">${title}</a>${picture}<span class="number">1</span></p></li>\n`
  return markup`<li><details><summary class="row"><span>${title}</span>${picture}<span class="number">${figure(groups.length)}</span></summary><ul>${groups.map(
    group =>
      markup`<li><a href="${address(group)}">${inline(group.flags[0].at.quote.exact)}</a> <span class="in">${where(group)}</span></li>`,
  )}</ul></details></li>\n`
}
