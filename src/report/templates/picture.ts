import { SEVERITIES, type Severity } from '../../model/discrepancy.ts'
import { type FlagGroup, rank } from '../group.ts'
import type { Report } from '../report.ts'
import { count, figure, SEVERITY_WORDS } from '../words.ts'
import { type Markup, markup } from './markup.ts'

/** Squares in a row, and the most squares; beyond that one square stands for several articles. */
const ROW = 36
const MOST = 720
const STEP = 14

/** A square an article, coloured by its worst flag: how much of what was read needs a look. */
export function articles(report: Report, groups: readonly FlagGroup[]): Markup {
  const worst = new Map<string, Severity>()
  for (const { doc, severity } of groups) {
    const known = worst.get(doc)
    if (known === undefined || rank(severity) < rank(known)) worst.set(doc, severity)
  }
  const total = report.figures.documents
  const each = Math.max(1, Math.ceil(total / MOST))
  const by = SEVERITIES.map(severity => [...worst.values()].filter(value => value === severity).length)
  const clean = total - worst.size
  const kinds = [...SEVERITIES.map((severity, index) => [severity, by[index] ?? 0] as const), ['clean', clean] as const]
  const squares = kinds.flatMap(([kind, articles]) => Array.from({ length: Math.ceil(articles / each) }, () => kind))
  const columns = Math.min(ROW, Math.max(12, Math.ceil(Math.sqrt(squares.length * 3))))
  const rows = Math.max(1, Math.ceil(squares.length / columns))
  const words = kinds
    .filter(([, articles]) => articles > 0)
    .map(
      ([kind, articles]) =>
        `${figure(articles)} ${kind === 'clean' ? 'without a flag' : `with ${SEVERITY_WORDS[kind][1]}`}`,
    )
  return markup`<figure class="picture">
<svg viewBox="0 0 ${columns * STEP} ${rows * STEP}" width="${columns * STEP}" height="${rows * STEP}" role="img" aria-label="${`${count(total, 'article')}: ${words.join(', ')}`}">
${squares.map((kind, index) => markup`<rect class="${kind}" x="${(index % columns) * STEP + 1}" y="${Math.floor(index / columns) * STEP + 1}" width="${STEP - 3}" height="${STEP - 3}" rx="2"/>`)}
</svg>
<figcaption>${figure(total)} ${total === 1 ? 'article' : 'articles'}${each > 1 ? `, ${each} to a square` : ''}: ${kinds
    .filter(([, articles]) => articles > 0)
    .map(
      ([kind], index) => markup`${index > 0 ? ', ' : ''}<span class="key ${kind}">${words[index] ?? ''}</span>`,
    )}</figcaption>
</figure>`
}

/** Bars: how many causes each check found, by severity. */
export function bars(report: Report, groups: readonly FlagGroup[]): Markup {
  const found = report.checks
    .map(({ id, title }) => ({ id, title, groups: groups.filter(group => group.check === id) }))
    .filter(check => check.groups.length > 0)
    .sort((a, b) => b.groups.length - a.groups.length)
  if (found.length === 0) return markup``
  const longest = found[0]?.groups.length ?? 1
  return markup`<figure class="picture">
<table class="bars"><caption>Causes by check</caption><tbody>
${found.map(({ id, groups: list }) => {
  const parts = SEVERITIES.map(
    severity => [severity, list.filter(group => group.severity === severity).length] as const,
  )
  let x = 0
  return markup`<tr><th scope="row"><a href="#check-${id}">${id}</a></th><td class="number">${figure(list.length)}</td><td><svg viewBox="0 0 200 12" width="200" height="12" aria-hidden="true">${parts.map(
    ([severity, number]) => {
      const width = (number / longest) * 200
      x += width
      return number === 0
        ? ''
        : markup`<rect class="${severity}" x="${round(x - width)}" width="${round(width)}" height="12"/>`
    },
  )}</svg></td></tr>`
})}
</tbody></table>
</figure>`
}

const round = (number: number): number => Math.round(number * 10) / 10
