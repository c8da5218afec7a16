import type { Span } from '../model/span.ts'

/** A name as one of an extractor's finders sees it. */
export interface Found extends Span {
  readonly canonical: string
  /** `Entity.id`, where the words name an entry of the knowledge base. */
  readonly entity?: string
}

/** What stands before or after a word that is part of a longer name or a product of that name. */
const GLUED_BEFORE = /[\p{L}\p{N}][/\\._@=-]$|[@#/\\=]$/u
const GLUED_AFTER = /^(?:[/\\_@=][\p{L}\p{N}]|\.(?:[a-z]{2,4})\b)/u

/** Whether the words at a span are glued to others: part of a host name, a path, a handle or an identifier. */
export function glued(text: string, start: number, end: number): boolean {
  return GLUED_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || GLUED_AFTER.test(text.slice(end, end + 6))
}
