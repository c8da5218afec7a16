import { FLAG_STATUSES } from '../store/store.ts'
import type { Item } from './book.ts'

/** What can be counted: each is a choice of the page's. */
export const FACETS = ['status', 'severity', 'run', 'check', 'entity', 'doc'] as const
export type Facet = (typeof FACETS)[number]

/** Facets that stay as they are, however a flag is judged. */
type Lasting = Exclude<Facet, 'status'>

type Value = string | number

/** A flag's values as numbers: counting by numbers takes a tenth of the time that counting by words takes. */
export type Numbers = Readonly<Record<Lasting, number | readonly number[]>>

/** What a flag counts under; a flag of several documents counts under each. */
export const VALUE: Readonly<Record<Facet, (item: Item) => Value | readonly string[]>> = {
  status: item => item.status,
  severity: item => item.severity,
  run: item => item.run,
  check: item => item.check,
  entity: item => item.subject,
  doc: item => (item.docs.length === 1 ? item.doc : item.docs),
}

/** Numbers the values of each facet, in the order in which they come. */
export class Numbering {
  readonly #known: Readonly<Record<Lasting, Map<Value, number>>> = {
    severity: new Map(),
    run: new Map(),
    check: new Map(),
    entity: new Map(),
    doc: new Map(),
  }

  of({ severity, run, check, subject, docs }: Pick<Item, 'severity' | 'run' | 'check' | 'subject' | 'docs'>): Numbers {
    return {
      severity: this.#number('severity', severity),
      run: this.#number('run', run),
      check: this.#number('check', check),
      entity: this.#number('entity', subject),
      doc: docs.length === 1 ? this.#number('doc', docs[0]) : docs.map(doc => this.#number('doc', doc)),
    }
  }

  #number(facet: Lasting, value: Value): number {
    const known = this.#known[facet]
    const number = known.get(value)
    if (number !== undefined) return number
    known.set(value, known.size)
    return known.size - 1
  }
}

const STATUS_NUMBER = Object.fromEntries(FLAG_STATUSES.map((status, number) => [status, number]))

const NUMBER: Readonly<Record<Facet, (item: Item) => number | readonly number[]>> = {
  status: item => STATUS_NUMBER[item.status] ?? FLAG_STATUSES.length,
  severity: item => item.numbers.severity,
  run: item => item.numbers.run,
  check: item => item.numbers.check,
  entity: item => item.numbers.entity,
  doc: item => item.numbers.doc,
}

/** How many flags have each value of a facet. */
export class Tally {
  readonly #facet: Facet
  #counts = new Int32Array(64)
  readonly #values: Value[] = []

  constructor(facet: Facet) {
    this.#facet = facet
  }

  add(item: Item, by: 1 | -1): void {
    const number = NUMBER[this.#facet](item)
    if (typeof number === 'number') this.#add(item, number, 0, by)
    else for (const [index, one] of number.entries()) this.#add(item, one, index, by)
  }

  #add(item: Item, number: number, index: number, by: 1 | -1): void {
    if (number >= this.#counts.length) {
      const larger = new Int32Array(2 ** Math.ceil(Math.log2(number + 1)))
      larger.set(this.#counts)
      this.#counts = larger
    }
    const count = (this.#counts[number] ?? 0) + by
    this.#counts[number] = count
    if (count !== 1) return
    while (this.#values.length < number) this.#values.push('')
    const value = VALUE[this.#facet](item)
    this.#values[number] = typeof value === 'object' ? (value[index] ?? '') : value
  }

  /** The values that most flags have, most first; of equal ones those that came to the store first. */
  top(most: number): (readonly [string, number])[] {
    const list: (readonly [string, number])[] = []
    for (const [number, value] of this.#values.entries()) {
      const count = this.#counts[number] ?? 0
      if (count === 0 || (list.length === most && count <= (list.at(-1)?.[1] ?? 0))) continue
      const at = list.findIndex(([, other]) => other < count)
      list.splice(at < 0 ? list.length : at, 0, [String(value), count])
      if (list.length > most) list.pop()
    }
    return list
  }
}
