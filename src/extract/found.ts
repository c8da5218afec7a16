import { indexAt, type Span } from '../model/span.ts'

/** A name as one of an extractor's finders sees it. */
export interface Found extends Span {
  readonly canonical: string
  /** `Entity.id`, where the words name an entry of the knowledge base. */
  readonly entity?: string
}

/** What stands before or after a word that is part of a longer name or a product of that name. */
const GLUED_BEFORE = /[\p{L}\p{N}][/\\._@=-]$|[@#/\\=]$|\\_$/u
const GLUED_AFTER = /^(?:[/\\_@=][\p{L}\p{N}]|\.(?:[a-z]{2,4})\b)/u

/** Whether the words at a span are glued to others: part of a host name, a path, a handle or an identifier. */
export function glued(text: string, start: number, end: number): boolean {
  return GLUED_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || GLUED_AFTER.test(text.slice(end, end + 6))
}

/** "Russian-speaking", "Iran-linked", "IRS-themed": the compound is one word and names what its first part names. */
const COMPOUND =
  /^[-\u2010\u2011](?:speaking|languages?|linked|based|aligned|backed|nexus|sponsored|state|affiliated|related|themed|branded|owned|provided|born|made|run|led|wide|focused|funded|supported|origin|registered|headquartered|controlled|originating|allied|friendly|occupied|bound|centric|associated|attributed)\b/i

/** Length of what makes a compound of the name that ends at `end`: 7 for "-linked", 0 for none. */
export const compound = (text: string, end: number): number => COMPOUND.exec(text.slice(end, end + 16))?.[0].length ?? 0

/** Whether one of the names, sorted by start, begins at a place. */
export const isStart = (names: readonly Span[], start: number): boolean => names[indexAt(names, start)]?.start === start

/** Length of an article that the knowledge base counts to a name ("the Kremlin"). */
export const article = (text: string, start: number): number => (/^the\s/i.test(text.slice(start, start + 4)) ? 4 : 0)
