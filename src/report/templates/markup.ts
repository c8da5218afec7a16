import { html, raw } from 'hono/html'
import { codeOf, splitUnseen } from '../characters.ts'

/** Escaped markup. Everything put into a `markup` template is escaped unless it is markup itself. */
export type Markup = ReturnType<typeof raw>

/** hono's auto-escaping template, for values that are at hand: a promise among them is a programming error. */
export function markup(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  const made = html(strings, ...values)
  if (made instanceof Promise) throw new TypeError('a template got a promise')
  return made
}

export { raw }

/** Text from outside: escaped, with characters that do not show (bidi controls …) as small labels. */
export const shown = (text: string): readonly (string | Markup)[] =>
  splitUnseen(text).map((part, index) =>
    index % 2 === 0 ? part : markup`<span class="unseen" title="invisible character">${codeOf(part)}</span>`,
  )

/** Text from outside within a line of ours: whatever its direction, it leaves the words around it alone. */
export const inline = (text: string): Markup => markup`<bdi>${shown(text)}</bdi>`

/** A link to the web, or just the words: only http and https are links, and they tell nobody where one came from. */
export function webLink(address: string, words: string = address): Markup {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url && /^https?:$/.test(url.protocol)
    ? markup`<a href="${url.href}" rel="noreferrer noopener external">${inline(words)}</a>`
    : inline(words)
}
