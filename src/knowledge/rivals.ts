import { readFileSync } from 'node:fs'
import { FatalError } from '../model/errors.ts'
import type { Span } from '../model/span.ts'
import { segmentEnd } from '../normalise/segments.ts'
import { Gazetteer } from './gazetteer.ts'

const FILE = new URL('../../corpus/knowledge/rivals.txt', import.meta.url)

/** A name of the table in a text. */
export interface RivalHit extends Span {
  readonly name: string
  /** The fields in which the name has rivals. */
  readonly fields: readonly string[]
}

interface Table {
  /** The names of each field. */
  readonly members: ReadonlyMap<string, readonly string[]>
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly gazetteer: Gazetteer<string>
  /** First words of the names. */
  readonly openings: ReadonlySet<string>
}

let table: Table | undefined

/** @throws FatalError (2) when the table is missing or a line is not "field: name, name". */
function load(): Table {
  const fields = new Map<string, string[]>()
  const gazetteer = new Gazetteer<string>()
  const members = new Map<string, readonly string[]>()
  let text: string
  try {
    text = readFileSync(FILE, 'utf8')
  } catch (error) {
    throw new FatalError(`table of rivals ${FILE.pathname}: ${(error as Error).message}`, 2, { cause: error })
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue
    const [field, list] = line.split(': ')
    if (!field || !list) throw new FatalError(`table of rivals, line ${index + 1}: not "field: name, name": ${line}`, 2)
    members.set(field, list.split(', '))
    for (const name of list.split(', ')) {
      const known = fields.get(name)
      if (known) known.push(field)
      else {
        fields.set(name, [field])
        gazetteer.add(name, name)
      }
    }
  }
  const openings = new Set([...fields.keys()].map(name => name.slice(0, segmentEnd(name, 0))))
  return { members, fields, gazetteer, openings }
}

/** Whether a text has one of the words: most headlines have none, and need no search. */
function opens(text: string, words: ReadonlySet<string>): boolean {
  for (let at = 0; at < text.length; ) {
    const end = segmentEnd(text, at)
    if (end > at && words.has(text.slice(at, end))) return true
    at = end + 1
  }
  return false
}

/** The names of a text that have rivals, as written in the table; linear, sorted by start. */
export function rivalNames(text: string): RivalHit[] {
  table ??= load()
  const { fields, gazetteer, openings } = table
  const hits: RivalHit[] = []
  if (!opens(text, openings)) return hits
  gazetteer.scan(
    text,
    (name, words, start, end) => name.length === end - start && words.startsWith(name, start),
    (start, end) => {
      const name = text.slice(start, end)
      hits.push({ start, end, name, fields: fields.get(name) ?? [] })
    },
  )
  return hits
}

/**
 * Whether a text holds the letters of a rival of one of the names that is not among them itself, and of one of the two so many
 * times: told without looking for all names.
 */
export function namesRival(text: string, named: readonly RivalHit[], times: number): boolean {
  table ??= load()
  const names = new Set(named.map(({ name }) => name))
  const checked = new Set<string>()
  for (const { name, fields } of named) {
    if (checked.has(name)) continue
    checked.add(name)
    const least = occurs(text, name, times) ? 1 : times
    for (const field of fields)
      for (const rival of table.members.get(field) ?? [])
        if (!names.has(rival) && occurs(text, rival, least)) return true
  }
  return false
}

/** Whether a text holds the letters of a name so many times. */
function occurs(text: string, name: string, times: number): boolean {
  let at = -1
  for (let count = 0; count < times; count++) {
    at = text.indexOf(name, at + 1)
    if (at < 0) return false
  }
  return true
}
