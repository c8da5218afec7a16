import { randomBytes } from 'node:crypto'
import { inline, type Markup, markup } from '../../report/templates/markup.ts'

/** What a page says first: what has just been stored, or why it was not. */
export interface Notice {
  readonly text: string
  /** The form that takes back what was done: where it goes, and its fields. */
  readonly undo?: {
    readonly action: string
    readonly fields: Readonly<Record<string, string>>
    /** What the button says, when it is not simply `Undo`. */
    readonly label?: string
  }
  /** Nothing was stored. */
  readonly stop?: true
}

/** Hidden fields of a form. */
export const hidden = (fields: Readonly<Record<string, string>>): Markup =>
  markup`${Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}`

export function notices(notice: Notice | undefined, token: string): Markup {
  if (!notice) return markup``
  const { text, undo, stop } = notice
  return markup`<div class="notice${stop ? ' stop' : ''}" role="${stop ? 'alert' : 'status'}"><span>${inline(text)}</span>${
    undo === undefined
      ? ''
      : markup` <form method="post" action="${undo.action}">${hidden({ token, ...undo.fields })}<button data-undo>${inline(undo.label ?? 'Undo')} <kbd>z</kbd></button></form>`
  }</div>`
}

/** Notices kept for the page that a form leads to. */
const KEPT = 200

/** Hands a notice from a form to the page that it leads to, through a name in the address. */
export class Notices {
  readonly #kept = new Map<string, Notice>()

  keep(notice: Notice): string {
    const name = randomBytes(9).toString('base64url')
    this.#kept.set(name, notice)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest)
    return name
  }

  get = (name: string | null): Notice | undefined => (name === null ? undefined : this.#kept.get(name))
}
