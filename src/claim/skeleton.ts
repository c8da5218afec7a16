import { type Node, parse, type Repeated } from './expression.ts'

/** First letters of a word that stand for it: four, or as many as an expression has. */
export const LENGTH = 8
const FEWEST = 2

/** Words too short and common to tell anything, and those that most sentences have. */
const COMMON = new Set(
  'in on at of to by an is it as or we he no so if up be us do go my me the this that and was were has have had for from with its are'.split(
    ' ',
  ),
)

/** Room in blanks: between marks of a pause (a comma or an opening bracket) too, and without any; -Infinity where it takes one. */
interface Room {
  readonly any: number
  readonly plain: number
}

/** Something that every match holds. */
export interface Part {
  /** First letters of words (`disc`, `foun`), capital letters of names and measures, `~` for a name that nothing knows. */
  readonly heads: ReadonlySet<string>
  /** Most blanks between the head of the part before and this one. */
  readonly reach: Room
}

/** A sequence's parts, with the room behind the last head (or in all of it), and whether a word may begin where it ends. */
interface Chain {
  readonly parts: readonly Part[]
  readonly rest: Room
  readonly open: boolean
}

const NONE: Room = { any: 0, plain: 0 }
const plus = (a: Room, b: Room): Room => ({ any: a.any + b.any, plain: a.plain + b.plain })
const widest = (all: readonly Room[]): Room => ({
  any: Math.max(...all.map(({ any }) => any)),
  plain: Math.max(...all.map(({ plain }) => plain)),
})

/**
 * What every match of an expression holds, in order: words of groups and literals, and names. An expression of several
 * alternatives has none.
 */
export function skeletonOf(source: string): readonly Part[] {
  const [only, ...others] = parse(source)
  return only && others.length === 0 ? chainOf(only, true).parts : []
}

/** Most blanks that a piece takes. Blanks never stand side by side in a code. */
function roomOf({ node, min, max }: Repeated): Room {
  if (node.kind === 'edge') return NONE
  if (node.kind === 'unit') {
    const any = node.unit === ' ' ? max : 0
    return { any, plain: node.unit === ',' || node.unit === '(' ? (min === 0 ? 0 : Number.NEGATIVE_INFINITY) : any }
  }
  if (node.kind === 'class') {
    const any = holdsBlank(node.units) ? Math.ceil(max / 2) : 0
    return { any, plain: node.units === '(' ? (min === 0 ? 0 : Number.NEGATIVE_INFINITY) : any }
  }
  const once = widest(node.choices.map(choice => choice.map(roomOf).reduce(plus, NONE)))
  const times = (blanks: number) => (blanks === 0 ? 0 : blanks * max)
  return { any: times(once.any), plain: min === 0 && once.plain < 0 ? 0 : times(once.plain) }
}

const holdsBlank = (units: string): boolean => units.startsWith('^') !== /[ ]|\s/.test(units)

function chainOf(sequence: readonly Repeated[], opened: boolean): Chain {
  const parts: Part[] = []
  let rest = NONE
  let open = opened
  const add = (heads: Iterable<string>, before: Room, behind: Room) => {
    parts.push({ heads: new Set(heads), reach: plus(rest, before) })
    rest = behind
  }
  for (let at = 0; at < sequence.length; at++) {
    const item = sequence[at]
    if (!item || item.node.kind === 'edge') continue
    const { node, min, max } = item
    if (node.kind === 'unit' && isLetter(node.unit)) {
      const word = open ? literal(sequence, at) : ''
      if (word.length >= FEWEST && !COMMON.has(word)) add([word.slice(0, LENGTH)], NONE, NONE)
      open = false
      continue
    }
    if (min === 0) {
      rest = plus(rest, roomOf(item))
      open &&= endsOpen(node, open)
      continue
    }
    if (node.kind === 'group') {
      const chains = node.choices.map(choice => chainOf(choice, open))
      const [chain] = chains
      const again = max > 1 ? roomOf({ node, min: 0, max: max - 1 }) : NONE
      if (chain && chains.length === 1) {
        const [first, ...others] = chain.parts
        if (first) parts.push({ heads: first.heads, reach: plus(rest, first.reach) }, ...others)
        rest = plus(first ? chain.rest : plus(rest, chain.rest), again)
      } else {
        const firsts = chains.map(({ parts }) => parts[0])
        if (firsts.every(part => part !== undefined))
          add(
            firsts.flatMap(({ heads }) => [...heads]),
            widest(firsts.map(({ reach }) => reach)),
            plus(widest(chains.map(behindFirst)), again),
          )
        else rest = plus(rest, roomOf(item))
      }
      open = chains.every(({ open }) => open)
      continue
    }
    const letters = node.kind === 'class' ? node.units : node.unit
    if (/^[A-Z~]+$/.test(letters)) add(letters, NONE, NONE)
    else rest = plus(rest, roomOf(item))
    open = endsOpen(node, open)
  }
  return { parts, rest, open }
}

/** Most blanks behind the head of a chain's first part. */
const behindFirst = ({ parts, rest }: Chain): Room => parts.slice(1).reduce((sum, { reach }) => plus(sum, reach), rest)

const isLetter = (unit: string): boolean => /^[a-z]$/.test(unit)

/** The letters from a place on that no match can do without. */
function literal(sequence: readonly Repeated[], from: number): string {
  let word = ''
  for (const { node, min, max } of sequence.slice(from)) {
    if (node.kind !== 'unit' || !isLetter(node.unit) || min !== 1 || max !== 1) break
    word += node.unit
  }
  return word
}

/** Whether a word may begin behind a piece. */
function endsOpen(node: Node, before: boolean): boolean {
  if (node.kind === 'edge') return before
  if (node.kind === 'unit') return !isLetter(node.unit)
  if (node.kind === 'class') return !node.units.startsWith('^') && !/[a-z]-|\\w/.test(node.units)
  return node.choices.every(choice => chainOf(choice, before).open)
}
