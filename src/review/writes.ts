import type { Hono } from 'hono'
import { VERDICTS } from '../model/decision.ts'
import { changed, placeOf, queueAddress } from './address.ts'
import { decide, history, undo } from './decide.ts'
import type { Desk } from './desk.ts'
import { formOf } from './form.ts'
import { logText } from './log.ts'
import { framed } from './pages/frame.ts'
import { articlesFor, neighbours, queuePage } from './pages/queue.ts'

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
    for (const fingerprint of [flag, ...others]) {
      const item = queue.items.get(fingerprint)
      const after = item?.rules ? undefined : item?.decision?.at
      await decide(desk.store, fingerprint, { ...said, ...(after === undefined ? {} : { after }) })
    }
    const query = new URLSearchParams(queueAddress(changed(place, { flag: next ?? before })).slice(2))
    query.set('said', flag)
    return c.redirect(`/?${query}`, 303)
  })

  app.post('/undo', async c => {
    const form = await formOf(c, desk)
    if (form instanceof Response) return form
    const flag = form.get('flag') ?? ''
    const place = placeOf(new URLSearchParams(form.get('back') ?? ''))
    if (!(await desk.queue()).items.has(flag)) return c.text('refused: no such flag\n', 400)
    const given = ((await desk.team?.read())?.decisions ?? []).filter(({ fingerprint }) => fingerprint === flag)
    if ((await history(desk.store, flag)).length > 0) await undo(desk.store, flag, { reviewer: desk.reviewer }, given)
    return c.redirect(queueAddress({ ...place, flag }), 303)
  })
}
