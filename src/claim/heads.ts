/** First letters of a word that stand for it in the index of patterns: four, or as many as an expression has. */
const LENGTH = 4
const FEWEST = 2

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

/** Words too short and common to tell anything. */
const SHORT = new Set('in on at of to by an is it as or we he no so if up be us do go my me'.split(' '))

/** First letters that most sentences have, and those that most reports of attacks have: a set with one says less. */
const COMMON = new Set('the this that and was were has have had for from with its are'.split(' '))
const FREQUENT = new Set('atta brea hack cybe'.split(' '))
const weightOf = (heads: ReadonlySet<string>): number =>
  heads.size + ([...heads].some(head => COMMON.has(head)) ? 100 : [...heads].some(head => FREQUENT.has(head)) ? 30 : 0)

/** How many sets of first letters a pattern is looked up by. */
const MOST = 3

/** A group of an expression that every match holds. */
export interface Needed {
  /** The first four letters of its words (two or three where it has no more): `disc`, `foun` for "(?:discovered|found) ". */
  readonly heads: ReadonlySet<string>
  readonly source: string
}

/**
 * The groups of an expression that cannot be left out and each of whose alternatives begins with letters; of more than three,
 * the rarest.
 * @param source an expression's source, its groups written `(?:…)` or named
 */
export const neededOf = (source: string): readonly Needed[] =>
  allNeeded(source)
    .sort((a, b) => weightOf(a.heads) - weightOf(b.heads))
    .slice(0, MOST)

function allNeeded(source: string): Needed[] {
  const all: Needed[] = []
  for (let at = 0; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '[') at = source.indexOf(']', at + 1)
    else if (char === '(') {
      const end = closing(source, at)
      const named = /^\(\?<[a-z]>/.exec(source.slice(at, at + 5))?.[0].length
      const open = source.startsWith('(?:', at) ? 3 : named
      if (open && !/[?*{]/.test(source[end + 1] ?? '')) {
        const parts = alternatives(source.slice(at + open, end))
        const heads = parts.flatMap(first)
        const inside = parts.length === 1 ? allNeeded(parts[0] ?? '') : []
        if (inside.length > 0) all.push(...inside)
        else if (heads.every(head => head.length >= FEWEST && !SHORT.has(head)))
          all.push({ heads: new Set(heads), source: `(?:${parts.join('|')})` })
      }
      at = end
    }
  }
  return all
}

/** How many numbers there are for heads: few enough for the index to stay in the processor's cache. Some heads share one. */
export const HEADS = 1 << 14

const hashed = (number: number): number => Math.imul(number, 0x9e3779b1) >>> 18

/** A number for two to four lower-case letters. */
export function headNumber(head: string): number {
  let number = 0
  for (let at = 0; at < head.length; at++) number = number * 27 + head.charCodeAt(at) - 96
  return hashed(number)
}

/** Calls `take` with the numbers of the first two, three and four letters of each word. */
export function eachHead(code: string, take: (head: number) => void): void {
  let run = 0
  let number = 0
  for (let at = 0; at < code.length; at++) {
    const unit = code.charCodeAt(at)
    if (unit < 97 || unit > 122) {
      run = 0
      number = 0
    } else if (++run <= LENGTH) {
      number = number * 27 + unit - 96
      if (run >= FEWEST) take(hashed(number))
    }
  }
}
