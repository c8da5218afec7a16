import type { Entity } from '../../model/entity.ts'
import { MENTION_TYPES } from '../../model/mention.ts'
import type { ReportDocument } from '../../report/report.ts'
import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import { entityAddress } from '../address.ts'
import type { Page } from './frame.ts'
import { hidden } from './notice.ts'

/** What the forms of an article need. */
export interface CorrectParts {
  readonly doc: string
  readonly token: string
  /** `backField`: where they lead back to. */
  readonly back: string
  /** Names of the article, each once, to choose from. */
  readonly names: readonly string[]
  /** The words that are asked about first. */
  readonly words?: string
}

/** Names offered to choose from; others can be written. */
const NAMES = 300

/** The names of an article that a correction can be about, each once. */
export const namesIn = ({ mentions }: ReportDocument): string[] => [
  ...new Set(mentions.filter(({ type }) => !FIGURES.has(type)).map(({ text }) => text)),
]

/** Types that name nothing. */
const FIGURES: ReadonlySet<string> = new Set(['money', 'count', 'percent', 'date', 'duration'])

/** Whether a flag's subject is a name that no entry of the knowledge base bears (`organization:bank ltd`), and not a figure. */
export function isName(subject: string): boolean {
  const type = subject.slice(0, Math.max(0, subject.indexOf(':')))
  return MENTION_TYPES.some(one => one === type) && !FIGURES.has(type)
}

/** The forms that correct what was read of an article: what words name, and whether it shall be kept at all. */
export function correctForms({ doc, token, back, names, words = '' }: CorrectParts): Markup {
  return markup`<details class="correct"><summary>Correct what was read</summary>
<form method="post" action="/corrections/mention" class="fields">${hidden({ token, back })}
<label>These words, exactly as they stand <input name="words" required maxlength="400" list="names" value="${words}"></label>
<datalist id="names">${names.slice(0, NAMES).map(name => markup`<option value="${name}"></option>`)}</datalist>
<label>name this (a name or an id of the knowledge base) <input name="entity" maxlength="200"></label>
<label class="line"><input type="checkbox" name="none" value="yes"> or they name nothing here</label>
<label>only where they were taken for <select name="type"><option value="">anything</option>${MENTION_TYPES.map(type => markup`<option>${type}</option>`)}</select></label>
<fieldset><legend>Where</legend><label class="line"><input type="radio" name="doc" value="${doc}" checked> in this article</label> <label class="line"><input type="radio" name="doc" value=""> in every article</label></fieldset>
<label>Why <input name="note" maxlength="400"></label>
<p><button>Correct</button></p></form>
<form method="post" action="/corrections/forget" class="fields">${hidden({ token, back: 'queue:', doc })}
<p>To forget an article takes its text, facts and raw bytes out of the store; no later run brings it back, under this name or another.</p>
<label>Why <input name="note" maxlength="400"></label>
<label class="line"><input type="checkbox" name="sure" value="yes" required> I am sure</label>
<p><button>Forget this article</button></p></form>
</details>`
}

/** Several entities bear the name: each is a button of the same form. */
export function choicePage(form: URLSearchParams, entities: readonly Entity[]): Page {
  const kept = ['token', 'back', 'words', 'doc', 'type', 'note']
  const fields = Object.fromEntries(kept.map(name => [name, form.get(name) ?? '']))
  return {
    title: 'Which one?',
    heading: 'Which one?',
    body: markup`<div class="sheet"><p class="lead">Several entities are called \u201c${inline(form.get('entity') ?? '')}\u201d.</p>
<form method="post" action="/corrections/mention">${hidden(fields)}<ul>${entities.map(
      ({ id, name, type }) =>
        markup`<li><button name="entity" value="${id}">${inline(name)}</button> ${type} <a href="${entityAddress(id)}"><code>${id}</code></a></li>`,
    )}</ul></form></div>`,
  }
}
