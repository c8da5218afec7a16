import { inline, type Markup, markup, raw } from '../../report/templates/markup.ts'
import { SCRIPT } from '../script.ts'
import { STYLE } from '../style.ts'

/** A page of the review server without its frame. */
export interface Page {
  /** Of the window. */
  readonly title: string
  /** What the page is, in a few words of ours. */
  readonly heading: Markup | string
  readonly body: Markup
  /** The body brings its own heading and main part: that of a report's page. */
  readonly whole?: true
  /** Which entry of the navigation it is. */
  readonly here?: 'queue' | 'runs' | 'rules'
  /** Nobody has signed in: no way to anywhere. */
  readonly closed?: true
  /** Words in the search box. */
  readonly words?: string
}

const KEYS: readonly (readonly [string, string])[] = [
  ['c', 'confirm: it is a fault'],
  ['d', 'dismiss: it is right as it stands'],
  ['u', 'unsure'],
  ['n or j', 'next flag'],
  ['p or k', 'previous flag'],
  ['z', 'undo the last verdict; again: the one before'],
  ['e', 'write a note; Escape leaves it'],
  ['/', 'search'],
  ['?', 'this help'],
]

/** A whole page: the head, the bar with navigation and search, the help. */
export function framed({ title, heading, body, here, words, whole, closed }: Page): string {
  const current = (name: Page['here']) => (name === here ? markup` aria-current="page"` : '')
  const [top, main] = whole ? (['nav', 'div'] as const) : (['header', 'main'] as const)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')} \u00b7 errata</title>
<style>${raw(STYLE)}</style>
</head>
<body class="desk-page">
<a class="skip" href="#main">To the content</a>
<${top} class="top"${whole ? markup` aria-label="Review"` : ''}><p class="wordmark"><a href="/">errata</a></p>
${whole ? markup`<p class="here">${heading}</p>` : markup`<h1>${heading}</h1>`}
${
  closed
    ? ''
    : markup`<nav aria-label="Pages"><a href="/"${current('queue')}>Queue</a> <a href="/runs"${current('runs')}>Runs</a> <a href="/rules"${current('rules')}>Rules</a></nav>
<form class="find" role="search" action="/search"><input id="words" name="words" type="search" value="${words ?? ''}" aria-label="Words in articles and flags" placeholder="Search" maxlength="200"><button>Search</button></form>`
}
<button type="button" data-help hidden>Keys <kbd>?</kbd></button></${top}>
<${main} id="main">${body}</${main}>
<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">Keys</h2><dl>${KEYS.map(
    ([key, does]) =>
      markup`<dt>${key.split(' or ').map((one, index) => markup`${index > 0 ? ' or ' : ''}<kbd>${one}</kbd>`)}</dt><dd>${does}</dd>`,
  )}</dl><form method="dialog"><button>Close</button></form></dialog>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`.toString()
}

/** A page of one sentence. */
export const plain = (title: string, text: string): Page => ({
  title,
  heading: title,
  body: markup`<div class="sheet"><p class="lead">${inline(text)}</p><p><a href="/">To the queue</a></p></div>`,
})
