import { inline, type Markup, markup } from '../../report/templates/markup.ts'

/** What a page says first: what has just been stored, or why it was not. */
export interface Notice {
  readonly text: string
  /** A flag whose last verdict can be taken back from here. */
  readonly undo?: string
  /** Where one comes back to after that. */
  readonly back?: string
  /** Nothing was stored. */
  readonly stop?: true
}

export function notices(notice: Notice | undefined, token: string): Markup {
  if (!notice) return markup``
  const { text, undo, back, stop } = notice
  return markup`<div class="notice${stop ? ' stop' : ''}" role="${stop ? 'alert' : 'status'}"><span>${inline(text)}</span>${
    undo === undefined
      ? ''
      : markup` <form method="post" action="/undo"><input type="hidden" name="token" value="${token}"><input type="hidden" name="flag" value="${undo}"><input type="hidden" name="back" value="${back ?? ''}"><button data-undo>Undo <kbd>z</kbd></button></form>`
  }</div>`
}
