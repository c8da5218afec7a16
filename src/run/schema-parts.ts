/** What is read of a schema: its kind and its parts (zod's `_zod.def`). */
export interface Schema {
  readonly _zod: {
    readonly def: {
      readonly type: string
      readonly shape?: Readonly<Record<string, Schema>>
      readonly element?: Schema
      readonly valueType?: Schema
      readonly innerType?: Schema
      readonly format?: string
      readonly options?: readonly Schema[]
      /** Of a literal. */
      readonly values?: readonly unknown[]
      readonly entries?: Readonly<Record<string, unknown>>
    }
  }
}

/** What was given at a path; undefined where there is nothing. */
export function valueAt(given: unknown, path: readonly string[]): unknown {
  let value = given
  for (const key of path)
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  return value
}

/** The schema without what only wraps it; of a union all that it can be. */
function unwrapped(schema: Schema): readonly Schema[] {
  const { innerType, options } = schema._zod.def
  if (options) return options.flatMap(unwrapped)
  return innerType ? unwrapped(innerType) : [schema]
}

/** What can stand at a path below some schemas. */
export function partsAt(schemas: readonly Schema[], path: readonly string[]): readonly Schema[] {
  const [key, ...rest] = path
  const all = schemas.flatMap(unwrapped)
  if (key === undefined) return all
  const below = all.flatMap(({ _zod: { def } }) => {
    const part = def.shape ? def.shape[key] : (def.element ?? def.valueType)
    return part ? [part] : []
  })
  return partsAt(below, rest)
}

/** The keys that some schemas know. */
export const keysOf = (schemas: readonly Schema[]): string[] => [
  ...new Set(schemas.flatMap(({ _zod: { def } }) => Object.keys(def.shape ?? {}))),
]

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
}

/** "is a list", "is missing": what was given. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'is missing'
  if (value === null) return 'is empty'
  if (Number.isNaN(value)) return 'is no number'
  if (Array.isArray(value)) return 'is a list'
  return typeof value === 'object' ? 'has keys' : `is ${KINDS[typeof value] ?? typeof value}`
}

/** ", must be text or a list": what can stand there. */
export function expectedOf(schemas: readonly Schema[]): string {
  const kinds = schemas.map(({ _zod: { def } }) => {
    const words = def.values ?? (def.entries && Object.values(def.entries))
    if (words) return words.join(' or ')
    if (def.format === 'safeint') return 'a whole number'
    if (!def.shape) return def.type === 'record' ? 'keys and values' : (KINDS[def.type] ?? '')
    const keys = Object.keys(def.shape)
    return keys.length === 1 ? `{ ${keys[0]}: \u2026 }` : `keys and values (${keys.join(', ')})`
  })
  const known = [...new Set(kinds)].filter(kind => kind !== '')
  return known.length === 0 ? '' : `, must be ${known.join(' or ')}`
}
