import type { TextMapBuilder } from '../model/text-map.ts'

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y
const SOFT_BREAK = /[ \t]{0,200}\r?\n[ \t>]{0,200}/y
const ESCAPABLE = /[!-/:-@[-`{-~]/

/**
 * Adds a Markdown text node: its value, each character with its place in `raw`, where backslash escapes, character
 * references and the prefixes of further lines stand for less. A line end within a paragraph becomes a space. Linear.
 * @param start the node's range in `raw`
 * @returns false when value and raw do not go together; nothing was added then
 */
export function align(builder: TextMapBuilder, value: string, raw: string, start: number, end: number): boolean {
  const pieces = piecesOf(value, raw, start, end)
  for (const piece of pieces ?? []) {
    if (piece.verbatim) builder.verbatim(piece.text, piece.start)
    else builder.standsFor(piece.text, piece.start, piece.end)
  }
  return pieces !== undefined
}

interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly verbatim: boolean
}

function piecesOf(value: string, raw: string, start: number, end: number): Piece[] | undefined {
  const pieces: Piece[] = []
  let from = start // where the run of verbatim characters that is under way began
  let at = start
  let read = 0
  const stand = (text: string, units: number, length: number): void => {
    if (at > from) pieces.push({ text: raw.slice(from, at), start: from, end: at, verbatim: true })
    pieces.push({ text, start: at, end: at + length, verbatim: false })
    at += length
    from = at
    read += units
  }
  while (read < value.length) {
    const special = specialAt(value, read, raw, at)
    if (special) stand(special.text, special.units, special.length)
    else if (raw[at] === value[read]) {
      at++
      read++
    } else return undefined
    if (at > end) return undefined
  }
  if (at > from) pieces.push({ text: raw.slice(from, at), start: from, end: at, verbatim: true })
  return pieces
}

/**
 * An escape, a reference or a line break at a place: the text it gives, the units of the value and of the raw source it
 * takes.
 */
function specialAt(value: string, read: number, raw: string, at: number) {
  const want = value[read] ?? ''
  if (want === '\n') {
    SOFT_BREAK.lastIndex = at
    const length = SOFT_BREAK.exec(raw)?.[0].length
    return length === undefined ? undefined : { text: ' ', units: 1, length }
  }
  const char = raw[at]
  if (
    char === '\\' &&
    ESCAPABLE.test(want) &&
    raw[at + 1] === want &&
    !(want === '\\' && value[read + 1] === '\\' && raw[at + 2] !== '\\')
  )
    return { text: want, units: 1, length: 2 }
  if (char !== '&') return undefined
  REFERENCE.lastIndex = at
  const reference = REFERENCE.exec(raw)?.[0]
  if (reference === undefined || value.startsWith(reference, read)) return undefined
  // A reference gives one or two units: two when the first is half a pair, or when only that goes on with what follows.
  const pair = /[\ud800-\udbff]/.test(want)
  const units = pair ? 2 : 1
  return { text: value.slice(read, read + units), units, length: reference.length }
}
