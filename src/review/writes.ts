import type { Context, Hono } from 'hono'
import { VERDICTS } from '../model/decision.ts'
import { count, sentenceCase } from '../report/words.ts'
import { changed, type Place, placeOf, queryOf } from './address.ts'
import type { Item } from './book.ts'
import { decide, history, onFlag, toUndo, undo } from './decide.ts'
import type { Desk } from './desk.ts'
import { formOf } from './form.ts'
import { logText } from './log.ts'
import { framed } from './pages/frame.ts'
import type { Notice } from './pages/notice.ts'
import { articlesFor, neighbours, queuePage } from './pages/queue.ts'
import { type Step, undoFields } from './trail.ts'

/** The two ways in which a page writes: a verdict, and its undoing. Both store first and then lead on. */
export function writes(app: Hono, desk: Desk): void {
  app.post('/decide', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const verdict = VERDICTS.find(one => one === form.get('verdict'))
    const flag = form.get('flag') ?? ''
    const place = placeOf(new URLSearchParams(form.get('back') ?? ''))
    const queue = await desk.queue()
    if (verdict === undefined || !queue.items.has(flag)) return c.text('refused: no such flag or verdict\n', 400)
    const note = (form.get('note') ?? '').trim()
    const corrected = (form.get('corrected') ?? '').trim()
    const log = await history(desk.store, flag)
    const last = log.at(-1)
    if (String(log.length) !== form.get('seen') && last && last.verdict !== verdict) {
      // Somebody was quicker and said something else: both shall stand, but the second one knowingly.
      const text = `Not stored yet: ${logText(last)} while this page was open. Press again to decide otherwise.`
      const page = await queuePage(desk, { ...place, flag }, { text, stop: true }, { note, corrected })
      return c.html(framed(page), 409)
    }
    const said = { verdict, reviewer: desk.reviewer, ...(note ? { note } : {}), ...(corrected ? { corrected } : {}) }
    const others = (form.get('others') ?? '').split(' ').filter(other => queue.items.get(other)?.status === 'open')
    const selected = queue.select(place, await articlesFor(desk, place))
    const { next, before } = neighbours(selected, flag, new Set(others))
    const flags = [flag, ...others]
    const after = latest(flags.map(one => queue.items.get(one)))
    const [made] = await decide(desk.store, flags, { ...said, ...(after === undefined ? {} : { after }) })
    const words = queue.items.get(flag)?.words ?? ''
    const back = queryOf({ ...place, flag })
    const step: Step = { flag, others, at: made?.at ?? '', words, back }
    desk.trail.keep(step)
    const notice: Notice = {
      text: `${sentenceCase(verdict)}: ${quoted(words)}${inPlaces(flags.length).replace(/,$/, '')}`,
      undo: { action: '/undo', fields: undoFields(step) },
    }
    return lead(c, changed(place, { flag: next ?? before }), notice)
  })

  app.post('/undo', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const flag = form.get('flag') ?? ''
    const at = form.get('at') ?? ''
    const others = (form.get('others') ?? '').split(' ').filter(Boolean)
    const place: Place = { ...placeOf(new URLSearchParams(form.get('back') ?? '')), flag }
    const flags = [flag, ...others]
    const { items } = await desk.queue()
    if (!flags.every(one => items.has(one))) return c.text('refused: no such flag\n', 400)
    const given = (await desk.team?.read())?.decisions ?? []
    for (const one of flags) {
      const log = await history(desk.store, one)
      // Only what the page showed is taken back: somebody else may have said something since, or this page is an old one.
      if (toUndo(log, onFlag(one, given))?.at === at) continue
      // Nor does it stand between this reviewer and the steps before it.
      desk.trail.drop(flag, at)
      const last = log.at(-1)
      const text = `Nothing was taken back: this verdict is not the last one any more${last ? ` (${logText(last)})` : ''}.`
      return c.html(framed(await queuePage(desk, place, { text, stop: true })), 409)
    }
    await undo(desk.store, flags, { reviewer: desk.reviewer }, given)
    desk.trail.drop(flag, at)
    const item = (await desk.queue()).items.get(flag)
    const { last } = desk.trail
    return lead(c, place, {
      text: `Taken back: ${quoted(item?.words ?? '')}${inPlaces(flags.length)} is ${item?.status ?? 'open'} again`,
      ...(last ? { undo: { action: '/undo', fields: undoFields(last), label: `Undo ${quoted(last.words)} too` } } : {}),
    })
  })

  const lead = (c: Context, place: Place, notice: Notice): Response => {
    const query = new URLSearchParams(queryOf(place))
    query.set('notice', desk.notices.keep(notice))
    return c.redirect(`/?${query}`, 303)
  }
}

/** The latest time at which something is said of some flags elsewhere than in the store; a rule does not outrank a verdict. */
const latest = (items: readonly (Item | undefined)[]): string | undefined =>
  items
    .flatMap(item => (item?.decision && !item.rules ? [item.decision.at] : []))
    .sort()
    .at(-1)

const quoted = (words: string): string => `\u201c${words.slice(0, 80)}\u201d`
const inPlaces = (number: number): string => (number === 1 ? '' : `, in ${count(number, 'place')},`)
