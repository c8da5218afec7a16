import type { FlagGroup } from '../../report/group.ts'
import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import { count } from '../../report/words.ts'
import type { Item } from '../book.ts'
import { onFlag, saidWith, toUndo } from '../decide.ts'
import type { Desk } from '../desk.ts'
import type { Line } from '../log.ts'
import { logText } from '../log.ts'
import { type Step, undoFields } from '../trail.ts'
import { hidden } from './notice.ts'

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
  /** What can be taken back: the instant of its lines, and the flags beside this one that it was said of. */
  readonly undo?: { readonly at: string; readonly others: readonly string[] }
  /** Kept from a form that was not stored. */
  readonly note?: string
  readonly corrected?: string
}

/** The form of a card: three verdicts, a note, what should stand there; and the log with its undo. */
export function verdictForm(parts: VerdictParts): Markup {
  const { group, flag, others, token, back, log, seen, note, corrected, elsewhere, undo } = parts
  const suggestion = group.flags.find(({ fingerprint }) => fingerprint === flag)?.suggestion
  return markup`${elsewhere === undefined ? '' : markup`<p class="notice"><span>${elsewhere}</span></p>`}<form class="verdict" method="post" action="/decide">${hidden({ token, flag, back, seen })}
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
    : markup`${undo ? takeBack({ ...undo, flag, back }, token) : ''}
<details class="log"><summary>${count(log.length, 'entry', 'entries')} in the log</summary><ol>${log.map(line => markup`<li>${inline(logText(line))}</li>`)}</ol></details>`
}`
}

/** The form that takes the last verdict back, on every place that it was given on at once. */
const takeBack = (step: Omit<Step, 'words'>, token: string): Markup =>
  markup`<form method="post" action="/undo" class="steps">${hidden({ token, ...undoFields(step) })}<button data-undo>Undo the last verdict${
    step.others.length === 0 ? '' : `, on ${count(step.others.length + 1, 'place')}`
  } <kbd>z</kbd></button></form>`

/** Why a flag is not open though nobody has decided on it here: a rule, the team's file, its publisher. */
export function elsewhere(item: Item, doc: string, log: readonly Line[]): Pick<VerdictParts, 'elsewhere'> {
  const { fixedIn, decision, rules } = item
  if (fixedIn !== undefined) return { elsewhere: `Fixed: the text that run ${fixedIn} read has these words no more.` }
  const rule = rules?.get(doc)
  if (rule)
    return {
      elsewhere: markup`Dismissed by a rule of ${inline(rule.reviewer)}, ${rule.at}: ${inline(rule.reason)}. <a href="/rules">Rules</a>`,
    }
  if (decision && !log.some(({ at }) => at === decision.at))
    return { elsewhere: markup`In the team\u2019s file: ${inline(logText(decision))}` }
  return {}
}

/** The last verdict on the flag that an undo takes back, with the other places of the card that it was given on. */
export async function undoable(
  { store, team }: Desk,
  { fingerprint }: Item,
  { flags }: FlagGroup,
  log: readonly Line[],
): Promise<Pick<VerdictParts, 'undo'>> {
  const given = (await team?.read())?.decisions ?? []
  const last = toUndo(log, onFlag(fingerprint, given))
  if (!last) return {}
  const others = flags.map(flag => flag.fingerprint).filter(other => other !== fingerprint)
  return { undo: { at: last.at, others: await saidWith(store, last, others, given) } }
}
