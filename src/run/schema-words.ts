import type { z } from 'zod'
import { nearest, possible } from './nearest.ts'
import { expectedOf, keysOf, kindOf, partsAt, type Schema, valueAt } from './schema-parts.ts'

/** A fault of a value, in plain words. */
export interface Fault {
  readonly path: readonly string[]
  readonly words: string
  /** The path ends with a key that is wrong itself. */
  readonly ofKey?: true
}

/**
 * What zod finds wrong with a value, each fault with what was given and what is possible. Values are shown only where a few words
 * can be chosen from, and numbers: what is typed elsewhere may be a secret.
 */
export function faultsOf(schema: z.ZodType, error: z.ZodError, given: unknown): readonly Fault[] {
  const all = error.issues.flatMap(issue => faults(schema as unknown as Schema, issue, given, []))
  // A key that is missing because another one is a slip for it is told of once.
  const meant = new Set(
    all.flatMap(({ path, instead }) => (instead ? [[...path.slice(0, -1), instead].join('\n')] : [])),
  )
  return all.filter(({ path, missing }) => !(missing && meant.has(path.join('\n'))))
}

/** A fault while others are still looked at. */
interface Found extends Fault {
  /** The key that was probably meant. */
  readonly instead?: string | undefined
  readonly missing?: boolean
}

function faults(schema: Schema, issue: z.core.$ZodIssue, given: unknown, above: readonly string[]): Found[] {
  const own = issue.path.map(String)
  const path = [...above, ...own]
  const value = valueAt(given, own)
  const there = partsAt([schema], own)
  const keys = keysOf(there)
  const one = (words: string): Found[] => [{ path, words }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...path, key],
        words: `unknown key${possible(key, keys)}`,
        ofKey: true,
        instead: nearest(key, keys),
      }))
    case 'invalid_union': {
      const chosen = optionFor(value, there, issue)
      if (chosen) return chosen.issues.flatMap(inner => faults(chosen.option, inner, value, path))
      return one(isOwn(issue) ? issue.message : `${kindOf(value)}${expectedOf(there)}`)
    }
    case 'invalid_type':
      if (isOwn(issue)) return one(issue.message)
      if (issue.expected === 'int' && typeof value === 'number') return one(`is ${value}, must be a whole number`)
      return [{ path, words: `${kindOf(value)}${expectedOf(there)}`, missing: value === undefined }]
    case 'invalid_value': {
      const words = issue.values.map(String)
      const near = typeof value === 'string' ? nearest(value, words) : undefined
      const said = ['string', 'number', 'boolean'].includes(typeof value) ? `is ${shown(value)}` : kindOf(value)
      const must = words.length === 1 ? `must be ${words[0]}` : `must be one of ${words.join(', ')}`
      return one(`${said}, ${must}${near === undefined ? '' : `; did you mean ${near}?`}`)
    }
    case 'too_small':
      return one(
        issue.origin === 'string' || issue.origin === 'array'
          ? 'must not be empty'
          : `is ${shown(value)}, must be at least ${issue.minimum}`,
      )
    case 'too_big':
      return one(
        issue.origin === 'string' || issue.origin === 'array'
          ? `must not have more than ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`
          : `is ${shown(value)}, must be at most ${issue.maximum}`,
      )
    case 'invalid_key':
      return one(issue.issues[0]?.message ?? issue.message)
    case 'invalid_format':
      return one(INSTANTS[issue.format] ?? issue.message)
    default:
      return one(issue.message)
  }
}

const INSTANTS: Readonly<Record<string, string>> = {
  datetime: 'must be an instant such as 2026-01-02T09:30:00Z',
  date: 'must be a day such as 2026-01-02',
}

const MOST = 60
const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? `\u201c${value}\u201d` : String(value)
  return text.length > MOST ? `${text.slice(0, MOST)}\u2026` : text
}

/** Whether the words of an issue are the schema's own and not zod's. */
const isOwn = ({ message }: { readonly message: string }): boolean => !/^Invalid (?:input|discriminator)/.test(message)

/** The alternative of a union that was probably meant: the one with most of the given keys, or with keys near to them. */
function optionFor(
  value: unknown,
  options: readonly Schema[],
  issue: z.core.$ZodIssueInvalidUnion,
): { readonly option: Schema; readonly issues: readonly z.core.$ZodIssue[] } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if (issue.errors.length !== options.length) return undefined
  const given = Object.keys(value)
  const likeness = (option: Schema): number => {
    const keys = keysOf([option])
    return given.reduce(
      (sum, key) => sum + (keys.includes(key) ? 2 : keys.length > 0 && nearest(key, keys) !== undefined ? 1 : 0),
      0,
    )
  }
  const [best] = options
    .map((option, index) => ({ option, issues: issue.errors[index] ?? [], likeness: likeness(option) }))
    .sort((a, b) => b.likeness - a.likeness)
  return best && best.likeness > 0 ? best : undefined
}
