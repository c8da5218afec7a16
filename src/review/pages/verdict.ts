import type { FlagGroup } from '../../report/group.ts'
import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import { count } from '../../report/words.ts'
import type { Line } from '../log.ts'
import { logText } from '../log.ts'

export interface VerdictParts {
  readonly group: FlagGroup
  /** The flag in hand. */
  readonly flag: string
  /** The flags of the same cause that are still open, the one in hand aside. */
  readonly others: readonly string[]
  readonly token: string
  /** Query of the place in the queue that one comes back to. */
  readonly back: string
  /** What has been said of the flag, oldest first. */
  readonly log: readonly Line[]
  /** How many lines the log had: somebody else's verdict shows by it. */
  readonly seen: string
  /** What dismisses it or holds from elsewhere, in words. */
  readonly elsewhere?: Markup | string
  /** A later decision stands elsewhere: there is nothing of the log to take back. */
  readonly outranked?: boolean
  /** Kept from a form that was not stored. */
  readonly note?: string
  readonly corrected?: string
}

/** The form of a card: three verdicts, a note, what should stand there; and the log with its undo. */
export function verdictForm(parts: VerdictParts): Markup {
  const { group, flag, others, token, back, log, seen, note, corrected, elsewhere, outranked } = parts
  const hidden = markup`<input type="hidden" name="token" value="${token}"><input type="hidden" name="flag" value="${flag}"><input type="hidden" name="back" value="${back}">`
  const suggestion = group.flags.find(({ fingerprint }) => fingerprint === flag)?.suggestion
  return markup`${elsewhere === undefined ? '' : markup`<p class="notice"><span>${elsewhere}</span></p>`}<form class="verdict" method="post" action="/decide">${hidden}<input type="hidden" name="seen" value="${seen}">
<p class="buttons"><button name="verdict" value="confirmed">Confirm <kbd>c</kbd></button>
<button name="verdict" value="dismissed">Dismiss <kbd>d</kbd></button>
<button name="verdict" value="unsure">Unsure <kbd>u</kbd></button></p>
${
  others.length === 0
    ? ''
    : markup`<p class="also"><label><input type="checkbox" name="others" value="${others.join(' ')}" checked> and ${count(others.length, 'other open place')} of this cause</label></p>`
}
<details${note || corrected ? markup` open` : ''}><summary>Note or correction <kbd>e</kbd></summary><div class="fields">
<label>Note <textarea id="note" name="note" maxlength="4000">${note ?? ''}</textarea></label>
<label>What should stand there <input name="corrected" maxlength="400" value="${corrected ?? ''}"${suggestion === undefined ? '' : markup` placeholder="${suggestion}"`}></label></div></details>
</form>
${
  log.length === 0
    ? ''
    : markup`${outranked ? '' : markup`<form method="post" action="/undo" class="steps">${hidden}<button data-undo>Undo the last verdict <kbd>z</kbd></button></form>`}
<details class="log"><summary>${count(log.length, 'entry', 'entries')} in the log</summary><ol>${log.map(line => markup`<li>${inline(logText(line))}</li>`)}</ol></details>`
}`
}
