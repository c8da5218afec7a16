import { createHash } from 'node:crypto'
import type { Tlp } from '../report.ts'
import { inline, type Markup, markup, raw } from './markup.ts'
import { STYLE } from './style.ts'

/**
 * What a report page may do: show itself. No script, no request; the one style sheet is named by its hash
 * (contract.md: "html").
 */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`

/** Everything of a page before its own content. */
export function pageHead(title: string): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${inlineText(title)}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
`
}

/** The marking that says who may see the page; nothing when none is set. */
export const marking = (tlp: Tlp | undefined): Markup =>
  tlp === undefined ? markup`` : markup`<p class="tlp tlp-${tlp.replace('+', '-')}">TLP:${tlp.toUpperCase()}</p>`

/** Everything of a page after its own content. */
export function pageFoot(version: string, knowledge: string): Markup {
  return markup`<footer><p>Made by errata ${version} with knowledge base ${knowledge}. errata suggests; people decide. Places count characters as UTF-16 code units from 0.</p></footer>
</body>
</html>
`
}

/** A title is text only: what does not show is left to `inline` elsewhere. */
const inlineText = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')

/** The wordmark, with the wavy line of its marks; on a document's page it leads back to the report. */
export const wordmark = (href?: string): Markup =>
  markup`<p class="wordmark">${href === undefined ? 'errata' : markup`<a href="${href}">errata</a>`}</p>`

/** A term and its value, for the line of facts under a title. */
export const datum = (term: string, value: string): Markup =>
  markup`<div><dt>${term}</dt><dd>${inline(value)}</dd></div>`
