import { type Node, parse, type Repeated } from './expression.ts'

/** First letters of a word that stand for it: eight, or as many as an expression has. */
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

/** What a piece or a sequence holds, once. */
interface Chain {
  readonly parts: readonly Part[]
  /** The room of all of it, and behind the head of the last part. */
  readonly room: Room
  readonly rest: Room
  /** Whether a word may begin where it ends. */
  readonly open: boolean
}

const NONE: Room = { any: 0, plain: 0 }
const plus = (a: Room, b: Room): Room =>
  b === NONE ? a : a === NONE ? b : { any: a.any + b.any, plain: a.plain + b.plain }
const widest = (all: readonly Room[]): Room => ({
  any: Math.max(...all.map(({ any }) => any)),
  plain: Math.max(...all.map(({ plain }) => plain)),
})

/** The room of something that stands up to so often, or not at all. */
function upTo({ any, plain }: Room, times: number): Room {
  if (times === 0 || (any === 0 && plain <= 0)) return NONE
  return { any: any * times, plain: plain > 0 ? plain * times : 0 }
}

/**
 * What every match of an expression holds, in order: words of groups and literals, and names. An expression of several
 * alternatives has none.
 */
export function skeletonOf(source: string): readonly Part[] {
  const [only, ...others] = parse(source)
  return only && others.length === 0 ? sequenceOf(only, true).parts : []
}

/** @param open whether a word may begin where the sequence does */
function sequenceOf(sequence: readonly Repeated[], open: boolean): Chain {
  const parts: Part[] = []
  let room = NONE
  let rest = NONE
  let before = open
  for (const { node, min, max } of sequence) {
    if (node.kind === 'edge') continue
    const piece = pieceOf(node, before)
    const [first, ...others] = min === 0 ? [] : piece.parts
    const again = upTo(piece.room, min === 0 ? timesOf(node, max) : timesOf(node, max) - 1)
    if (first) parts.push({ heads: first.heads, reach: plus(rest, first.reach) }, ...others)
    rest = plus(first ? piece.rest : min === 0 ? rest : plus(rest, piece.room), again)
    room = plus(min === 0 ? room : plus(room, piece.room), again)
    before = min === 0 ? before && piece.open : piece.open
  }
  return { parts, room, rest, open: before }
}

/** How often a piece counts that may stand so often in a row. Blanks never stand side by side in a code. */
const timesOf = (node: Node, max: number): number => (node.kind === 'class' ? Math.ceil(max / 2) : max)

function pieceOf(node: Node, open: boolean): Chain {
  if (node.kind === 'edge') return { parts: [], room: NONE, rest: NONE, open }
  if (node.kind === 'group') return groupOf(node, open)
  if (node.kind === 'word') {
    const tells = open && node.word.length >= FEWEST && !COMMON.has(node.word)
    return { parts: tells ? [partOf([node.word.slice(0, LENGTH)])] : [], room: NONE, rest: NONE, open: false }
  }
  const units = node.kind === 'class' ? node.units : node.unit
  if (/^[A-Z~]+$/.test(units)) return { parts: [partOf(units)], room: NONE, rest: NONE, open: true }
  const blank = node.kind === 'class' ? units.startsWith('^') !== / |\\s/.test(units) : units === ' '
  const room = units === ',' || units === '(' ? PAUSE : blank ? BLANK : NONE
  const ends = node.kind === 'unit' || (!units.startsWith('^') && !/\w/.test(units))
  return { parts: [], room, rest: room, open: ends }
}

const partOf = (heads: Iterable<string>, reach = NONE): Part => ({ heads: new Set(heads), reach })

const BLANK: Room = { any: 1, plain: 1 }
const PAUSE: Room = { any: 0, plain: Number.NEGATIVE_INFINITY }

const known = [new Map<Node, Chain>(), new Map<Node, Chain>()] as const

/** Patterns share groups: what is in one is found out once. */
function groupOf(node: Node & { readonly kind: 'group' }, open: boolean): Chain {
  const chains = known[open ? 1 : 0]
  const chain = chains.get(node) ?? oneOf(node.choices.map(choice => sequenceOf(choice, open)))
  chains.set(node, chain)
  return chain
}

/** One of several: the first part of each together, where each has one. */
function oneOf(choices: readonly Chain[]): Chain {
  const [only] = choices
  if (only && choices.length === 1) return only
  const room = widest(choices.map(choice => choice.room))
  const open = choices.every(choice => choice.open)
  const firsts = choices.flatMap(({ parts }) => parts.slice(0, 1))
  if (firsts.length < choices.length) return { parts: [], room, rest: room, open }
  const heads = firsts.flatMap(part => [...part.heads])
  return {
    parts: [partOf(heads, widest(firsts.map(({ reach }) => reach)))],
    room,
    rest: widest(choices.map(({ parts, rest }) => parts.slice(1).reduce((sum, { reach }) => plus(sum, reach), rest))),
    open,
  }
}
