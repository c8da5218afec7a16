/** First letters of a word that stand for it in the index of patterns. */
const LENGTH = 3

/** Where the group that opens at `open` closes. */
function closing(source: string, open: number): number {
  let depth = 0
  for (let at = open; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '[') at = source.indexOf(']', at + 1)
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return at
  }
  return source.length
}

/** The alternatives of a group's inside. */
function alternatives(inside: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < inside.length; at++) {
    const char = inside[at]
    if (char === '\\') at++
    else if (char === '[') at = inside.indexOf(']', at + 1)
    else if (char === '(') at = closing(inside, at)
    else if (char === '|') {
      parts.push(inside.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, inside.slice(from)]
}

/** How an alternative may begin: its own first letters, or those of the group it begins with. */
function first(part: string): string[] {
  const inner = part.startsWith(' ') ? part.slice(1) : part
  if (inner.startsWith('(?:')) {
    const end = closing(inner, 0)
    if (!/[?*{]/.test(inner[end + 1] ?? '')) return alternatives(inner.slice(3, end)).flatMap(first)
  }
  return [/^[a-z]*/.exec(inner)?.[0].slice(0, LENGTH) ?? '']
}

/**
 * What every match of an expression must hold: the first three letters of the words in one of its groups that cannot be left
 * out, e.g. `dis`, `fou` for "(?:discovered|found) ". Undefined when no such group begins each alternative with three letters.
 * @param source an expression's source, its groups written `(?:…)`
 */
export function headsOf(source: string): ReadonlySet<string> | undefined {
  let best: ReadonlySet<string> | undefined
  for (let at = 0; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '[') at = source.indexOf(']', at + 1)
    else if (char === '(') {
      const end = closing(source, at)
      if (source.startsWith('(?:', at) && !/[?*{]/.test(source[end + 1] ?? '')) {
        const heads = alternatives(source.slice(at + 3, end)).flatMap(first)
        if (heads.every(head => head.length === LENGTH) && (!best || heads.length < best.size)) best = new Set(heads)
      }
      at = end
    }
  }
  return best
}

/** A number for three lower-case letters. */
export const headNumber = (head: string): number => number(head.charCodeAt(0), head.charCodeAt(1), head.charCodeAt(2))

const number = (a: number, b: number, c: number): number => (a - 97) * 676 + (b - 97) * 26 + c - 97

/** How many numbers there are. */
export const HEADS = 26 ** 3

/** Calls `take` with the number of the first three letters of each word. */
export function eachHead(code: string, take: (head: number) => void): void {
  let run = 0
  for (let at = 0; at < code.length; at++) {
    const unit = code.charCodeAt(at)
    run = unit >= 97 && unit <= 122 ? run + 1 : 0
    if (run === LENGTH) take(number(code.charCodeAt(at - 2), code.charCodeAt(at - 1), unit))
  }
}
