import type { Document } from '../model/document.ts'
import { oneLine, visible } from './characters.ts'

/** SGR codes of ECMA-48: bold, and bright black, which terminals show as grey. */
const BOLD = '1'
const GREY = '90'
/** Longest piece of what stands outside the article, in UTF-16 units: menus and lists of headlines say little. */
const OUTSIDE = 160

/**
 * A document for people: what it says of itself, its text, and in between what the reader left out, each with its reason;
 * grey on a terminal with colours, behind a bar without.
 * @param words the words of `doc.dropped`, one by one
 */
export function pageText(doc: Document, words: readonly string[], colour: boolean): string {
  const ink = (code: string, text: string): string => (colour && text ? `\u001b[${code}m${text}\u001b[0m` : text)
  const facts = [
    doc.author,
    doc.site,
    doc.published && `${doc.published} (${doc.publishedFrom ?? 'stated'})`,
    doc.language,
    doc.url,
  ]
  const head = [ink(BOLD, oneLine(doc.title ?? doc.id)), ink(GREY, oneLine(facts.filter(Boolean).join(' · ')))]
  const notes = doc.notes.map(note => ink(GREY, `note: ${oneLine(note)}`))
  const parts: string[] = [...head, ...notes, '']
  let at = 0
  let segment = 0
  doc.dropped.forEach(({ start, reason }, index) => {
    while (segment < doc.map.length && (doc.map[segment + 1] ?? 0) < start) segment += 3
    const here = segment < doc.map.length ? (doc.map[segment] ?? 0) : doc.text.length
    if (here > at) parts.push(visible(doc.text.slice(at, here)).trim())
    at = Math.max(at, here)
    parts.push(left(words[index] ?? '', reason, text => ink(GREY, text)))
  })
  if (at < doc.text.length) parts.push(visible(doc.text.slice(at)).trim())
  return `${parts.join('\n')}\n`
}

function left(words: string, reason: string, grey: (text: string) => string): string {
  const whole = oneLine(words)
  const short = reason.startsWith('outside') && whole.length > OUTSIDE ? `${whole.slice(0, OUTSIDE)}…` : whole
  return grey(`  | ${reason}: ${short}`)
}
