import { OPENING, ROLE_OF_DIGITS, ROLE_WORDS, roleOfMark } from './roles.ts'
import { hashOf, segments } from './segments.ts'
import type { Token, Tokens } from './tokens.ts'
import { BLANK, DIGITS, LETTERS, LINE, NOTHING, STRAY, unitOf } from './units.ts'

/** Longer runs are cut: nothing that is read is longer. */
const LONGEST = 40

/** Its text is cut out when it is asked for: of most only the roles are. */
class TextToken implements Token {
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'digits' | 'mark'
  readonly spaced: boolean
  readonly line: boolean
  readonly role: number
  readonly #source: string
  #text: string | undefined

  constructor(
    source: string,
    start: number,
    end: number,
    kind: Token['kind'],
    spaced: boolean,
    line: boolean,
    role: number,
    text: string | undefined,
  ) {
    this.start = start
    this.end = end
    this.kind = kind
    this.spaced = spaced
    this.line = line
    this.role = role
    this.#source = source
    this.#text = text
  }

  get text(): string {
    this.#text ??=
      this.kind === 'word' ? small(this.#source, this.start, this.end) : this.#source.slice(this.start, this.end)
    return this.#text
  }
}

const small = (source: string, start: number, end: number): string => source.slice(start, end).toLowerCase()

/** Takes the pieces of a text in order, and keeps in mind what stands between two tokens. */
class Cutter {
  readonly list: Token[] = []
  readonly openings: number[] = []
  readonly #source: string
  #spaced = false
  #line = false

  constructor(source: string) {
    this.#source = source
  }

  word(start: number, end: number, hash: number): void {
    const known = ROLE_WORDS.find(this.#source, start, end, hash)
    this.#add(start, end, 'word', known?.value ?? 0, known?.text)
  }

  digits(start: number, end: number): void {
    this.#add(start, end, 'digits', ROLE_OF_DIGITS, undefined)
  }

  #add(start: number, end: number, kind: Token['kind'], role: number, text: string | undefined): void {
    if ((role & OPENING) !== 0) this.openings.push(this.list.length)
    this.list.push(new TextToken(this.#source, start, end, kind, this.#spaced, this.#line, role, text))
    this.#spaced = false
    this.#line = false
  }

  /** Blanks and marks, and words that other letters or digits touch: unit by unit. */
  units(from: number, to: number): void {
    for (let at = from; at < to; ) {
      const unit = unitOf(this.#source.charCodeAt(at))
      if ((unit & (BLANK | LINE | NOTHING)) !== 0) {
        at++
        this.#spaced ||= (unit & NOTHING) === 0
        this.#line ||= (unit & LINE) !== 0
      } else if ((unit & (LETTERS | STRAY)) !== 0) at = this.#run(at, to, LETTERS | STRAY)
      else if ((unit & DIGITS) !== 0) at = this.#run(at, to, DIGITS)
      else {
        const end = isPair(this.#source, at) ? at + 2 : at + 1
        const text = this.#source.slice(at, end)
        this.#add(at, end, 'mark', roleOfMark(text), text)
        at = end
      }
    }
  }

  /** Letters or digits in a row; returns where they end. */
  #run(start: number, to: number, kinds: number): number {
    let end = start + 1
    while (end < to && end - start < LONGEST && (unitOf(this.#source.charCodeAt(end)) & kinds) !== 0) end++
    if (kinds === DIGITS) this.digits(start, end)
    else this.word(start, end, hashOf(this.#source, start, end))
    return end
  }
}

/** Cuts a text into words, digit runs and marks: one pass, linear. */
export function tokenise(source: string): Tokens {
  const cutter = new Cutter(source)
  let at = 0
  for (const { start, end, hash, kinds } of segments(source)) {
    cutter.units(at, start)
    if (kinds === LETTERS && end - start <= LONGEST) cutter.word(start, end, hash)
    else if (kinds === DIGITS && end - start <= LONGEST) cutter.digits(start, end)
    else cutter.units(start, end)
    at = end
  }
  cutter.units(at, source.length)
  return { source, list: cutter.list, openings: cutter.openings }
}

/** Whether two units spell one character. */
const isPair = (source: string, at: number): boolean => (source.codePointAt(at) ?? 0) > 0xffff
