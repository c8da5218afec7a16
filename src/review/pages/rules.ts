import { type Correction, holding } from '../../model/correction.ts'
import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import { figure } from '../../report/words.ts'
import { ruleId } from '../../run/rules.ts'
import type { Rule } from '../../run/suppressions.ts'
import { changed, documentAddress, entityAddress, placeOf, queueAddress } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Page } from './frame.ts'
import { hidden, type Notice, notices } from './notice.ts'

/** What holds for more than one flag: the rules of the team's file, and what reviewers corrected; each can be taken back. */
export async function rulesPage(desk: Desk, notice: Notice | undefined): Promise<Page> {
  const corrections = holding(await desk.store.corrections())
  return {
    title: 'Rules and corrections',
    heading: 'Rules and corrections',
    here: 'rules',
    body: markup`${notices(notice, desk.token)}<div class="sheet">${await rules(desk)}
<section><h2>Corrections</h2>${
      corrections.length === 0
        ? markup`<p>Nothing that was read has been corrected.</p>`
        : table(
            'Corrections',
            ['what', 'by', 'on', 'why', ''],
            corrections.map(correction => correctionRow(desk, correction)),
          )
    }
${await ofTeam(desk)}</section></div>`,
  }
}

async function rules(desk: Desk): Promise<Markup> {
  const { team, token } = desk
  if (!team)
    return markup`<section><h2>Rules</h2><p>Rules stand in the team\u2019s file. Start <code>errata review --suppressions errata-suppressions.json</code> to see and keep them here.</p></section>`
  const { rules: all } = await team.read()
  const dismissed = new Map<string, number>()
  for (const item of (await desk.queue()).items.values())
    for (const id of new Set([...(item.rules?.values() ?? [])].map(ruleId)))
      dismissed.set(id, (dismissed.get(id) ?? 0) + 1)
  const row = (rule: Rule): Markup => {
    const id = ruleId(rule)
    const number = dismissed.get(id) ?? 0
    const place = changed(placeOf(new URLSearchParams()), { status: 'all', rule: id })
    return markup`<tr><td>${keysOf(desk, rule)}</td><td>${inline(rule.reason)}</td><td>${inline(rule.reviewer)}</td><td>${rule.at}</td><td class="number">${number === 0 ? '0' : markup`<a href="${queueAddress(place)}">${figure(number)}</a>`}</td><td>${takeBack('/rules/remove', { token, rule: id, back: 'rules:' }, rule.reason)}</td></tr>\n`
  }
  return markup`<section><h2>Rules</h2><p>Each dismisses every open flag to which all of it applies. They stand in <code>${inline(team.file)}</code>; to take one back takes its line out of the file.</p>
${all.length === 0 ? markup`<p>There is none. The card of a flag can make one.</p>` : table('Rules', ['dismisses', 'why', 'by', 'on', 'flags', ''], all.map(row))}</section>`
}

/** "Check name-drift; about APT33; from example.com". */
function keysOf({ checks, knowledge }: Desk, { check, entity, alias, publisher, doc }: Rule): Markup {
  const parts = [
    check && markup`${checks.find(({ id }) => id === check)?.title ?? check} (<code>${check}</code>)`,
    alias && markup`the words \u201c${inline(alias)}\u201d`,
    entity && markup`about <a href="${entityAddress(entity)}">${inline(knowledge.get(entity)?.name ?? entity)}</a>`,
    publisher && markup`from ${inline(publisher)}`,
    doc && markup`in ${inline(doc)}`,
  ].filter(part => part !== undefined && part !== '')
  return markup`${parts.map((part, index) => markup`${index > 0 ? '; ' : ''}${part}`)}`
}

function correctionRow({ token, knowledge }: Desk, correction: Correction): Markup {
  const { reviewer, at, note = '' } = correction
  const fields: Record<string, string> = { token, back: 'rules:', doc: correction.doc ?? '' }
  if (correction.kind === 'mention') Object.assign(fields, { words: correction.words, type: correction.type ?? '' })
  const action = correction.kind === 'document' ? '/corrections/recall' : '/corrections/withdraw'
  return markup`<tr><td>${correctionWords(knowledge, correction)}</td><td>${inline(reviewer)}</td><td>${at.slice(0, 10)}</td><td>${inline(note)}</td><td>${takeBack(action, fields, correction.kind === 'document' ? correction.doc : correction.words)}</td></tr>\n`
}

function correctionWords(knowledge: Desk['knowledge'], correction: Correction): Markup {
  if (correction.kind === 'document') return markup`forgotten: ${inline(correction.doc)}`
  const { words, entity, doc, type } = correction
  const is =
    entity === null
      ? 'names nothing'
      : markup`is <a href="${entityAddress(entity)}">${inline(knowledge.get(entity)?.name ?? entity)}</a>`
  return markup`\u201c${inline(words)}\u201d${type === undefined ? '' : ` as ${type}`} ${is}, ${doc === undefined ? 'everywhere' : markup`in <a href="${documentAddress(doc)}">${inline(doc)}</a>`}`
}

/** Corrections of the team's file that the store does not have by itself. */
async function ofTeam({ team, knowledge }: Desk): Promise<Markup | ''> {
  const all = holding((await team?.read())?.corrections ?? [])
  if (!team || all.length === 0) return ''
  return markup`<p>In <code>${inline(team.file)}</code>, to be taken back there:</p><ul>${all.map(one => markup`<li>${correctionWords(knowledge, one)}, by ${inline(one.reviewer)}</li>\n`)}</ul>`
}

const takeBack = (action: string, fields: Readonly<Record<string, string>>, what: string): Markup =>
  markup`<form method="post" action="${action}">${hidden(fields)}<button aria-label="${`Take back: ${what}`}">Take back</button></form>`

const table = (name: string, heads: readonly string[], rows: readonly Markup[]): Markup =>
  markup`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><thead><tr>${heads.map(head =>
    head === '' ? markup`<td></td>` : markup`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`
