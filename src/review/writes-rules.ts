import type { Hono } from 'hono'
import { sentenceCase } from '../report/words.ts'
import { ruleWords } from '../run/rules.ts'
import type { Rule } from '../run/suppressions.ts'
import type { Desk } from './desk.ts'
import { backAddress, field, formOf } from './form.ts'
import type { Notice } from './pages/notice.ts'

const KEYS = ['check', 'entity', 'alias', 'publisher', 'doc'] as const

/** Rules of the team's file: one more, one less. Both can be taken back. */
export function ruleWrites(app: Hono, desk: Desk): void {
  app.post('/rules/add', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    if (!desk.team) return c.text('refused: no file of the team\n', 400)
    const rule = ruleOf(form, desk.reviewer)
    const notice: Notice = {
      text: `${sentenceCase(ruleWords(rule))}: a rule of ${desk.team.file} now dismisses every such flag`,
      undo: { action: '/rules/remove', fields: { rule: desk.team.add(rule), back: form.get('back') ?? '' } },
    }
    return c.redirect(backAddress(form, desk.notices.keep(notice)), 303)
  })

  app.post('/rules/remove', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const rule = desk.team?.remove(form.get('rule') ?? '')
    if (!rule) return c.text('refused: no such rule\n', 400)
    const notice: Notice = {
      text: `${sentenceCase(ruleWords(rule))}: this rule is gone`,
      undo: { action: '/rules/add', fields: { ...rule, back: form.get('back') ?? '' } },
    }
    return c.redirect(backAddress(form, desk.notices.keep(notice)), 303)
  })
}

/** The rule of a form, by the reviewer and of today unless it is one that is put back. */
function ruleOf(form: URLSearchParams, reviewer: string): Rule {
  const keys = KEYS.flatMap(key => {
    const value = field(form, key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return {
    ...(Object.fromEntries(keys) as Partial<Rule>),
    reason: field(form, 'reason', 400) ?? '',
    reviewer: field(form, 'reviewer', 200) ?? reviewer,
    at: field(form, 'at', 10) ?? new Date().toISOString().slice(0, 10),
  }
}
