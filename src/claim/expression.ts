/** A piece of a regular expression, as far as patterns use them. */
export type Node =
  | { readonly kind: 'unit'; readonly unit: string }
  /** `units` is what stands between the brackets, or the escape (`\s`). */
  | { readonly kind: 'class'; readonly units: string }
  /** One of several sequences, each a choice of its own. */
  | { readonly kind: 'group'; readonly choices: readonly (readonly Repeated[])[] }
  /** What takes no room: looks around, edges of words and lines. */
  | { readonly kind: 'edge' }

/** A piece and how often it may stand in a row. */
export interface Repeated {
  readonly node: Node
  readonly min: number
  /** Infinity without a bound. */
  readonly max: number
}

const ESCAPED_UNIT = /^\\u([0-9a-f]{4})/i
const QUANTIFIER = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/
const OPENING = /^\((\?(?::|<[a-z]+>|=|!|<=|<!))?/

/**
 * The alternatives of a regular expression's source, as sequences of pieces. Linear.
 * @throws SyntaxError for what no pattern uses: back references and property escapes
 */
export function parse(source: string): readonly (readonly Repeated[])[] {
  let at = 0
  const alternatives = (): Repeated[][] => {
    const all: Repeated[][] = [[]]
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        all.push([])
        at++
      } else all.at(-1)?.push(repeated(node()))
    }
    return all
  }
  const repeated = (node: Node): Repeated => {
    const [all, sign, least, comma, most] = QUANTIFIER.exec(source.slice(at, at + 12)) ?? []
    if (all === undefined) return { node, min: 1, max: 1 }
    at += all.length
    if (sign) return { node, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY }
    const min = Number(least)
    return { node, min, max: most ? Number(most) : comma ? Number.POSITIVE_INFINITY : min }
  }
  const node = (): Node => {
    const unit = source.charAt(at)
    if (unit === '(') return group()
    if (unit === '[') {
      const end = source.indexOf(']', at + 1)
      const units = source.slice(at + 1, end)
      at = end + 1
      return { kind: 'class', units }
    }
    if (unit === '\\') return escaped()
    at++
    return unit === '^' || unit === '$'
      ? { kind: 'edge' }
      : unit === '.'
        ? { kind: 'class', units: '^' }
        : { kind: 'unit', unit }
  }
  const escaped = (): Node => {
    const [coded, digits] = ESCAPED_UNIT.exec(source.slice(at, at + 6)) ?? []
    const unit = source.charAt(at + 1)
    at += coded?.length ?? 2
    if (digits) return { kind: 'unit', unit: String.fromCharCode(Number.parseInt(digits, 16)) }
    if (unit === 'b') return { kind: 'edge' }
    if (/[sdw]/i.test(unit)) return { kind: 'class', units: `\\${unit}` }
    if (/\w/.test(unit)) throw new SyntaxError(`a pattern with \\${unit}: ${source}`)
    return { kind: 'unit', unit }
  }
  const group = (): Node => {
    const [opening, kind = ''] = OPENING.exec(source.slice(at, at + 8)) ?? ['(']
    at += opening.length
    const choices = alternatives()
    at++
    return kind.endsWith('=') || kind.endsWith('!') ? { kind: 'edge' } : { kind: 'group', choices }
  }
  return alternatives()
}
