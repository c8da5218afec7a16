import { SEVERITIES, type Severity } from '../../model/discrepancy.ts'
import { type FlagGroup, rank } from '../group.ts'
import type { Report } from '../report.ts'
import { figure, SEVERITY_WORDS } from '../words.ts'
import { pageName, type Site } from './address.ts'
import { inline, type Markup, markup } from './markup.ts'

/** Squares in a row, and the most squares; beyond that one square stands for several articles. */
const ROW = 36
const MOST = 720
const STEP = 14
/** Below this many articles squares say nothing that the strips do not. */
const FEW = 8
/** Articles whose flags are shown in place. */
const STRIPS = 8

/** The run in pictures: all articles, what each check found, and where in the articles the flags stand. */
export function picture(
  report: Report,
  groups: readonly FlagGroup[],
  touched: ReadonlyMap<string, { readonly title: string; readonly length: number }>,
  site: Site,
): Markup {
  if (report.figures.documents === 0) return markup``
  const squares = report.figures.documents >= FEW || groups.length === 0 ? articles(report, groups) : markup``
  return markup`<div class="pictures"><div>${squares}${bars(report, groups)}</div>${strips(groups, touched, site)}</div>`
}

/** A square an article, coloured by its worst flag: how much of what was read needs a look. */
function articles(report: Report, groups: readonly FlagGroup[]): Markup {
  const worst = new Map<string, Severity>()
  for (const { doc, severity } of groups) {
    const known = worst.get(doc)
    if (known === undefined || rank(severity) < rank(known)) worst.set(doc, severity)
  }
  const total = report.figures.documents
  const each = Math.max(1, Math.ceil(total / MOST))
  const of = (severity: Severity): number => [...worst.values()].filter(value => value === severity).length
  const kinds = [
    ...SEVERITIES.map(severity => ({
      kind: severity,
      number: of(severity),
      words: `with ${SEVERITY_WORDS[severity][1]}`,
    })),
    { kind: 'clean', number: total - worst.size, words: 'without a flag' },
  ].filter(({ number }) => number > 0)
  const squares = kinds.flatMap(({ kind, number }) => Array.from({ length: Math.ceil(number / each) }, () => kind))
  const columns = Math.min(ROW, Math.max(10, Math.ceil(Math.sqrt(squares.length * 3))), squares.length)
  const rows = Math.ceil(squares.length / columns)
  const unit = each > 1 ? ` (${each} to a square)` : ''
  return markup`<figure class="picture">
<figcaption>Every article by its worst flag${unit}</figcaption>
<svg viewBox="0 0 ${columns * STEP} ${rows * STEP}" width="${columns * STEP}" height="${rows * STEP}" role="img" aria-label="${kinds.map(({ number, words }) => `${figure(number)} articles ${words}`).join(', ')}">${squares.map(
    (kind, index) =>
      markup`<rect class="${kind}" x="${(index % columns) * STEP + 1}" y="${Math.floor(index / columns) * STEP + 1}" width="${STEP - 3}" height="${STEP - 3}" rx="2"/>`,
  )}</svg>
<p class="keys">${kinds.map(({ kind, number, words }) => markup`<span class="key ${kind}">${figure(number)} ${words}</span> `)}</p>
</figure>`
}

/** Bars: how many causes each check found, by severity; with one check there is nothing to compare. */
function bars(report: Report, groups: readonly FlagGroup[]): Markup {
  const byCheck = Map.groupBy(groups, group => group.check)
  const found = report.checks
    .flatMap(({ id, title }) => ({ id, title, list: byCheck.get(id) ?? [] }))
    .filter(({ list }) => list.length > 0)
    .sort((a, b) => b.list.length - a.list.length)
  if (found.length < 2) return markup``
  const longest = found[0]?.list.length ?? 1
  const bar = (list: readonly FlagGroup[]): Markup => {
    let x = 0
    return markup`<svg viewBox="0 0 150 10" width="150" height="10" aria-hidden="true">${SEVERITIES.map(severity => {
      const width = (list.filter(group => group.severity === severity).length / longest) * 150
      x += width
      return width === 0
        ? ''
        : markup`<rect class="${severity}" x="${round(x - width)}" width="${round(width)}" height="10"/>`
    })}</svg>`
  }
  return markup`<figure class="picture"><table class="rows"><caption>Causes by check</caption><tbody>
${found.map(
  ({ id, title, list }) =>
    markup`<tr><th scope="row"><a href="#check-${id}">${title}</a></th><td>${bar(list)}</td><td class="number">${figure(list.length)}</td></tr>`,
)}
</tbody></table></figure>`
}

/** The articles with the weightiest flags, each a line as long as its text, with a tick where a flag stands. */
function strips(
  groups: readonly FlagGroup[],
  touched: ReadonlyMap<string, { readonly title: string; readonly length: number }>,
  site: Site,
): Markup {
  const byDocument = [...Map.groupBy(groups, group => group.doc)].filter(([doc]) => touched.has(doc))
  const rows = byDocument.slice(0, STRIPS)
  if (rows.length === 0) return markup``
  const longest = Math.max(...rows.map(([doc]) => touched.get(doc)?.length ?? 1))
  return markup`<figure class="picture wide"><table class="rows"><caption>Where in the articles the flags stand${
    byDocument.length > STRIPS ? `: the weightiest ${STRIPS} of ${figure(byDocument.length)}` : ''
  }</caption><tbody>
${rows.map(([doc, list]) => {
  const { title, length } = touched.get(doc) ?? { title: doc, length: 1 }
  const page = site.page(doc) ?? `#${pageName(doc)}`
  return markup`<tr><th scope="row"><a href="${page}">${inline(title)}</a></th><td>${strip(length, longest, list)}</td></tr>`
})}
</tbody></table></figure>`
}

/** Places in a text of `length` units as ticks on a line whose full width stands for `longest` units. */
export function strip(length: number, longest: number, groups: readonly FlagGroup[]): Markup {
  const scale = 1000 / Math.max(1, longest)
  const flags = groups.flatMap(group => group.flags)
  const words = flags.map(flag => `${Math.round((100 * flag.at.start) / Math.max(1, length))} %`).join(', ')
  return markup`<svg class="strip" viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label="${`flags at ${words} of the text`}"><rect class="trough" y="9" width="${round(length * scale)}" height="6"/>${flags.map(
    flag =>
      markup`<rect class="${flag.severity}" x="${round(Math.min(994, flag.at.start * scale))}" y="2" width="6" height="20"/>`,
  )}</svg>`
}

const round = (number: number): number => Math.round(number * 10) / 10
