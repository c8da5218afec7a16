import type { Context, Hono } from 'hono'
import type { MentionCorrection } from '../model/correction.ts'
import type { Entity } from '../model/entity.ts'
import { MENTION_TYPES } from '../model/mention.ts'
import { correctMention, forget, recall, withdrawMention } from './correct.ts'
import type { Desk } from './desk.ts'
import { backAddress, field, formOf } from './form.ts'
import { choicePage } from './pages/correct.ts'
import { framed, plain } from './pages/frame.ts'
import type { Notice } from './pages/notice.ts'

type Where = Pick<MentionCorrection, 'words' | 'doc' | 'type'>

/** Corrections of what was read: which entity words name, articles to forget; and the way back from both. */
export function correctionWrites(app: Hono, desk: Desk): void {
  const by = (form: URLSearchParams) => {
    const note = field(form, 'note')
    return { reviewer: desk.reviewer, ...(note === undefined ? {} : { note }) }
  }
  const lead = (c: Context, form: URLSearchParams, notice: Notice): Response =>
    c.redirect(backAddress(form, desk.notices.keep(notice)), 303)
  const refuse = (c: Context, text: string): Response | Promise<Response> =>
    c.html(framed(plain('That did not work', text)), 400)

  app.post('/corrections/mention', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const where = whereOf(form)
    if (!where) return refuse(c, 'A correction needs the words that it is about.')
    if (where.doc !== undefined && !(await isMention(desk, where.doc, where)))
      return refuse(c, `No name in this article reads \u201c${where.words}\u201d; write it exactly as it stands there.`)
    const asked = field(form, 'entity', 200)
    if (form.get('none') === null && asked === undefined)
      return refuse(c, 'Say what the words name, or that they name nothing.')
    const entities = asked === undefined || form.get('none') !== null ? [] : bearers(desk, asked)
    if (form.get('none') === null) {
      if (entities.length === 0) return refuse(c, `The knowledge base has nothing called \u201c${asked}\u201d.`)
      if (entities.length > 1) return c.html(framed(choicePage(form, entities)), 300)
    }
    const entity = entities[0]
    await correctMention(desk.store, { ...where, entity: entity?.id ?? null }, by(form))
    return lead(c, form, {
      text: `\u201c${where.words}\u201d ${entity ? `is ${entity.name}` : 'names nothing'} ${where.doc === undefined ? 'in every article' : 'here'}; the next run reads it so`,
      undo: { action: '/corrections/withdraw', fields: { ...where, back: form.get('back') ?? '' } },
    })
  })

  app.post('/corrections/withdraw', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const where = whereOf(form)
    if (!where) return refuse(c, 'A correction needs the words that it is about.')
    await withdrawMention(desk.store, where, by(form))
    return lead(c, form, {
      text: `\u201c${where.words}\u201d: the correction is taken back; the next run reads it anew`,
    })
  })

  app.post('/corrections/forget', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const doc = form.get('doc') ?? ''
    if (form.get('sure') === null) return refuse(c, 'Nothing was forgotten: the box that says you are sure was empty.')
    if (!(await desk.store.document(doc))) return refuse(c, 'The store has no such article.')
    await forget(desk.store, doc, by(form))
    return lead(c, form, {
      text: `Forgotten: ${doc}`,
      undo: { action: '/corrections/recall', fields: { doc, back: 'rules:' } },
    })
  })

  app.post('/corrections/recall', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const doc = form.get('doc') ?? ''
    await recall(desk.store, doc, by(form))
    return lead(c, form, { text: `${doc}: the next run may read it again` })
  })
}

function whereOf(form: URLSearchParams): Where | undefined {
  const words = form.get('words')?.trim()
  if (!words) return undefined
  const doc = form.get('doc') || undefined
  const type = MENTION_TYPES.find(one => one === form.get('type'))
  return { words, ...(doc === undefined ? {} : { doc }), ...(type === undefined ? {} : { type }) }
}

async function isMention({ store }: Desk, only: string, { words, type }: Where): Promise<boolean> {
  for await (const { mentions } of store.facts({ only }))
    return mentions.some(mention => mention.text === words && (type === undefined || mention.type === type))
  return false
}

/** The entity of an id; else every one that bears the name, those first whose own name it is, and these alone. */
function bearers({ knowledge }: Desk, asked: string): readonly Entity[] {
  const byId = knowledge.get(asked)
  if (byId) return [byId]
  const all = new Set(knowledge.candidates(asked).map(({ entity }) => entity))
  const own = [...all].filter(({ name }) => name.toLowerCase() === asked.toLowerCase())
  return own.length > 0 ? own : [...all]
}
