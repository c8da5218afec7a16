import type { Context } from 'hono'
import { documentAddress, placeOf, queueAddress } from './address.ts'
import type { Desk } from './desk.ts'
import { sameToken } from './guard.ts'

/** The fields of a form of ours; a refusal for anything else. */
export async function formOf(c: Context, { token }: Desk): Promise<URLSearchParams | Response> {
  const form = new URLSearchParams(await c.req.text())
  return sameToken(form.get('token') ?? '', token) ? form : c.text('refused: token\n', 403)
}

/** A field without the spaces around it, at most so many UTF-16 units long; undefined when there is nothing in it. */
export const field = (form: URLSearchParams, name: string, most = 4000): string | undefined =>
  (form.get(name) ?? '').trim().slice(0, most) || undefined

/** Where a form came from: a document's page, the rules, or a place in the queue. */
export type Back = { readonly doc: string } | { readonly rules: true } | { readonly queue: string }

/** How a form carries it: a field. */
export const backField = (back: Back): string =>
  'doc' in back ? `doc:${back.doc}` : 'rules' in back ? 'rules:' : `queue:${back.queue}`

/** The address that a form leads back to, made anew: nothing of the field goes into a header as it came. */
export function backAddress(form: URLSearchParams, notice?: string): string {
  const given = form.get('back') ?? ''
  const at = given.indexOf(':')
  const [kind, rest] = [given.slice(0, at), given.slice(at + 1)]
  const address =
    kind === 'doc'
      ? documentAddress(rest)
      : kind === 'rules'
        ? '/rules'
        : queueAddress(placeOf(new URLSearchParams(kind === 'queue' ? rest : given)))
  return notice === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}notice=${notice}`
}
