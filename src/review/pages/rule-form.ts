import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import type { Item } from '../book.ts'
import { hidden } from './notice.ts'

export interface RuleParts {
  readonly item: Item
  readonly doc: string
  /** In words: the check's title, the subject's name. */
  readonly check: string
  readonly subject: string
  /** The site's name or the host of the address; undefined when the article tells neither. */
  readonly publisher: string | undefined
  readonly token: string
  readonly back: string
}

/** The form that dismisses a flag and all that are like it, by a rule of the team's file. */
export function ruleForm({ item, doc, check, subject, publisher, token, back }: RuleParts): Markup {
  const choice = (name: string, value: string, words: Markup, on = false): Markup =>
    markup`<label class="line"><input type="checkbox" name="${name}" value="${value}"${on ? markup` checked` : ''}> ${words}</label>\n`
  return markup`<details class="correct"><summary>Dismiss all that are like it</summary>
<form method="post" action="/rules/add" class="fields">${hidden({ token, back })}
<fieldset><legend>A rule dismisses every open flag to which all of this applies</legend>
${choice('check', item.check, markup`the same check: ${check}`, true)}
${choice('alias', item.words, markup`the same words: \u201c${inline(item.words.slice(0, 80))}\u201d`, true)}
${choice('entity', item.subject, markup`about the same: ${inline(subject)}`)}
${publisher === undefined ? '' : choice('publisher', publisher, markup`from the same publisher: ${inline(publisher)}`)}
${choice('doc', doc, markup`in this article only`)}</fieldset>
<label>Why <input name="reason" required maxlength="400"></label>
<p><button>Dismiss by a rule</button></p></form></details>`
}
