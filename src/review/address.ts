import { SEVERITIES } from '../model/discrepancy.ts'
import { FLAG_FILTERS } from '../store/store.ts'
import { ORDERS } from './order.ts'
import type { Filter } from './selection.ts'

/** What an address of the queue says: the filter, the page of the list, the flag in hand. */
export interface Place extends Filter {
  /** From 1. */
  readonly page: number
  readonly flag?: string
}

const among = <T extends string>(choices: readonly T[], value: string | null): T | undefined =>
  choices.find(choice => choice === value)

const whole = (value: string | null): number | undefined =>
  value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined

/** Reads an address's query; what makes no sense in it is as if it were not there. */
export function placeOf(query: URLSearchParams): Place {
  const text = (name: string): string | undefined => query.get(name) || undefined
  const values = {
    severity: among(SEVERITIES, query.get('severity')),
    check: text('check'),
    entity: text('entity'),
    doc: text('doc'),
    run: whole(query.get('run')),
    words: text('words')?.slice(0, 200),
    rule: /^[0-9a-f]{12}$/.exec(query.get('rule') ?? '')?.[0],
    flag: among([query.get('flag') ?? ''], /^[0-9a-f]{32}$/.exec(query.get('flag') ?? '')?.[0] ?? null),
  }
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  return {
    status: among(FLAG_FILTERS, query.get('status')) ?? 'open',
    order: among(ORDERS, query.get('order')) ?? 'severity',
    page: Math.max(1, whole(query.get('page')) ?? 1),
    ...(given as Omit<Partial<Place>, 'status' | 'order' | 'page'>),
  }
}

/** The query of a place, without what is as usual; empty for the start. */
export function queryOf(place: Place): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(place)) {
    const usual = (name === 'status' && value === 'open') || (name === 'order' && value === 'severity')
    if (value !== undefined && !usual && !(name === 'page' && value === 1)) query.set(name, String(value))
  }
  return query.toString()
}

/** The address of a place in the queue. */
export const queueAddress = (place: Place): string => {
  const query = queryOf(place)
  return query === '' ? '/' : `/?${query}`
}

/** A place with some choices changed; `undefined` takes one back. The list begins anew and no flag is in hand. */
export function changed(place: Place, change: { readonly [K in keyof Place]?: Place[K] | undefined }): Place {
  const { flag: _, ...rest } = { ...place, page: 1, ...change }
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...(kept as unknown as Place), ...(change.flag === undefined ? {} : { flag: change.flag }) }
}

export const documentAddress = (doc: string): string => `/document?${new URLSearchParams({ id: doc })}`
export const entityAddress = (id: string): string => `/entity?${new URLSearchParams({ id })}`
