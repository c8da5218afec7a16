import { SEVERITIES, type Severity } from '../../model/discrepancy.ts'
import { type FlagGroup, rank } from '../group.ts'
import type { Report } from '../report.ts'
import { figure } from '../words.ts'
import { type Markup, markup } from './markup.ts'

/** The most squares; beyond that one square stands for several articles. */
const MOST = 600
/** Squares in a row, few and many. */
const COLUMNS = { least: 8, most: 30 }
const STEP = 14

const ONE_OR_MORE: Readonly<Record<Severity, string>> = { error: 'an error', warning: 'a warning', note: 'a note' }

/** A square an article, coloured by its worst flag: how much of what was read needs a look. */
export function articles(report: Report, groups: readonly FlagGroup[], address: (group: FlagGroup) => string): Markup {
  const worst = new Map<string, Severity>()
  for (const { doc, severity, flags } of groups) {
    if (flags.every(({ status }) => status === 'fixed')) continue
    const known = worst.get(doc)
    if (known === undefined || rank(severity) < rank(known)) worst.set(doc, severity)
  }
  const total = Math.max(report.figures.documents, worst.size)
  const each = Math.max(1, Math.ceil(total / MOST))
  const of = (severity: Severity): number => [...worst.values()].filter(value => value === severity).length
  const kinds = [
    ...SEVERITIES.map(kind => ({ kind, number: of(kind), words: `with ${ONE_OR_MORE[kind]}` })),
    { kind: 'clean', number: total - worst.size, words: 'without a flag' },
  ].filter(({ number }) => number > 0)
  const squares = kinds.flatMap(({ kind, number }) => Array.from({ length: Math.ceil(number / each) }, () => kind))
  const columns = Math.min(COLUMNS.most, Math.max(COLUMNS.least, Math.ceil(Math.sqrt(squares.length * 2))))
  const width = Math.min(columns, squares.length) * STEP
  const height = Math.ceil(squares.length / columns) * STEP
  const words = kinds.map(({ number, words }) => `${figure(number)} ${words}`)
  return markup`<section class="squares"><h2>Every article by its worst flag${each > 1 ? ` (${each} to a square)` : ''}</h2>
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Articles: ${words.join(', ')}">${squares.map(
    (kind, index) =>
      markup`<rect class="${kind}" x="${(index % columns) * STEP + 1}" y="${Math.floor(index / columns) * STEP + 1}" width="${STEP - 3}" height="${STEP - 3}" rx="2"/>`,
  )}</svg>
<ul class="keys">${kinds.map(({ kind }, index) => {
    const first = groups.find(({ severity }) => severity === kind)
    return markup`<li class="key ${kind}">${first ? markup`<a href="${address(first)}">${words[index]}</a>` : words[index]}</li>`
  })}</ul></section>`
}

/** How many causes a check found, by severity, on a scale that ends at `longest`. */
export function bar(groups: readonly FlagGroup[], longest: number): Markup {
  let x = 0
  return markup`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${SEVERITIES.map(
    severity => {
      const width = (groups.filter(group => group.severity === severity).length / longest) * 100
      x += width
      return width === 0
        ? ''
        : markup`<rect class="${severity}" x="${round(x - width)}" width="${round(width)}" height="10"/>`
    },
  )}</svg>`
}

/** Places of flags that a text of `length` units still has, as ticks `tick` thousandths wide, on a line whose full width is `longest` units. */
export function strip(length: number, longest: number, groups: readonly FlagGroup[], tick = 15): Markup {
  const scale = 1000 / Math.max(1, longest)
  const flags = groups.flatMap(group => group.flags).filter(({ status }) => status !== 'fixed')
  if (flags.length === 0) return markup``
  const words = flags.map(flag => `${Math.round((100 * flag.at.start) / Math.max(1, length))} %`).join(', ')
  return markup`<svg class="strip" viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label="${`flags at ${words} of the text`}"><rect class="trough" y="9" width="${round(length * scale)}" height="6"/>${flags.map(
    flag =>
      markup`<rect class="${flag.severity}" x="${round(Math.min(1000 - tick, flag.at.start * scale))}" y="2" width="${tick}" height="20"/>`,
  )}</svg>`
}

const round = (number: number): number => Math.round(number * 10) / 10
