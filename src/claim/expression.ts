/** A piece of a regular expression, as far as patterns use them. */
export type Node =
  /** Lower-case letters that stand side by side. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'unit'; readonly unit: string }
  /** `units` is what stands between the brackets, or the escape (`\s`). */
  | { readonly kind: 'class'; readonly units: string }
  /** One of several sequences. */
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

const EDGE: Node = { kind: 'edge' }
const LETTERS = /[a-z]+(?![?*+{])|[a-z]/y
const ESCAPED_UNIT = /^\\u[0-9a-f]{4}/i
const QUANTIFIER = /\{(\d+)(,?)(\d*)\}/y
const OPENING = /\((?:\?(?::|<[a-z]+>|=|!|<=|<!))?/y

/** Groups by their source: patterns have many in common. */
const groups = new Map<string, Node>()

/**
 * The alternatives of a regular expression's source, as sequences of pieces.
 * @throws SyntaxError for what no pattern uses: back references and property escapes
 */
export function parse(source: string): readonly (readonly Repeated[])[] {
  let sequence: Repeated[] = []
  const all = [sequence]
  for (let at = 0; at < source.length; ) {
    if (source[at] === '|') {
      sequence = []
      all.push(sequence)
      at++
      continue
    }
    const end = pieceEnd(source, at)
    const node = nodeOf(source, at, end)
    const { min, max, length } = quantifierAt(source, end)
    sequence.push({ node, min, max })
    at = end + length
  }
  return all
}

/** Where the piece ends that begins at a place, without its quantifier. */
function pieceEnd(source: string, start: number): number {
  const unit = source[start]
  if (unit === '\\') return start + (ESCAPED_UNIT.test(source.slice(start, start + 6)) ? 6 : 2)
  if (unit === '[') return source.indexOf(']', start) + 1
  if (unit !== '(') {
    LETTERS.lastIndex = start
    return start + (LETTERS.exec(source)?.[0].length ?? 1)
  }
  let depth = 0
  for (let at = start; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 92) at++
    else if (unit === 91) at = source.indexOf(']', at)
    else if (unit === 40) depth++
    else if (unit === 41 && --depth === 0) return at + 1
  }
  throw new SyntaxError(`a bracket is left open: ${source}`)
}

function nodeOf(source: string, start: number, end: number): Node {
  const unit = source.charAt(start)
  if (unit === '(') return groupOf(source.slice(start, end))
  if (unit === '[') return { kind: 'class', units: source.slice(start + 1, end - 1) }
  if (unit === '^' || unit === '$') return EDGE
  if (unit === '.') return { kind: 'class', units: '^' }
  if (unit >= 'a' && unit <= 'z') return { kind: 'word', word: source.slice(start, end) }
  if (unit !== '\\') return { kind: 'unit', unit }
  const escaped = source.slice(start, end)
  if (escaped === '\\b') return EDGE
  if (/^\\[sdw]$/i.test(escaped)) return { kind: 'class', units: escaped }
  if (end - start > 2) return { kind: 'unit', unit: String.fromCharCode(Number.parseInt(escaped.slice(2), 16)) }
  if (/\w$/.test(escaped)) throw new SyntaxError(`a pattern with ${escaped}: ${source}`)
  return { kind: 'unit', unit: escaped.slice(1) }
}

function groupOf(source: string): Node {
  const known = groups.get(source)
  if (known) return known
  OPENING.lastIndex = 0
  const [opening = '('] = OPENING.exec(source) ?? []
  const node: Node = /[=!]$/.test(opening) ? EDGE : { kind: 'group', choices: parse(source.slice(opening.length, -1)) }
  groups.set(source, node)
  return node
}

/** How often the piece before a place may stand in a row, and how long that is written. */
function quantifierAt(source: string, at: number): { min: number; max: number; length: number } {
  const sign = source[at]
  if (sign === '?' || sign === '*' || sign === '+') {
    const length = source[at + 1] === '?' ? 2 : 1
    return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY, length }
  }
  if (sign !== '{') return { min: 1, max: 1, length: 0 }
  QUANTIFIER.lastIndex = at
  const [all, least, comma, most] = QUANTIFIER.exec(source) ?? []
  if (all === undefined) throw new SyntaxError(`a brace that is no quantifier: ${source}`)
  const min = Number(least)
  const max = most ? Number(most) : comma ? Number.POSITIVE_INFINITY : min
  return { min, max, length: all.length + (source[at + all.length] === '?' ? 1 : 0) }
}
