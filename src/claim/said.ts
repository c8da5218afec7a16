import type { Claim } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { select } from '../model/span.ts'
import type { Sentence } from './encode.ts'
import type { Speech } from './voices.ts'

/** Fewest words that say something. */
const FEWEST = 4
/** Longest saying that is kept whole, in UTF-16 units. */
const LONGEST = 1000

/** White space and marks around what was said. */
const AROUND = /^[\s,.;:"\u201c\u201d\u2018\u2014-]+|[\s,.;:"\u201c\u201d\u2019\u2014-]+$/g

/** Gives back the closing mark of a quotation inside the words. */
function balanced(words: string): string {
  const curly = words.lastIndexOf('\u201c') > words.lastIndexOf('\u201d')
  const marks = words.split('"').length - 1
  return curly ? `${words}\u201d` : marks % 2 === 1 && !words.startsWith('"') ? `${words}"` : words
}

/** A speaker's first words, left behind a closed quotation or at the end: "…," Kunz; …, the; …, experts at. */
const REMAINS =
  /(?<=[,.?!]["\u201d])\s+[^"\u201c\u201d]{1,70}$|,?\s+(?:the|a|an|but|and)$|,\s(?:which|(?:\p{Ll}[\p{Ll}-]{0,20}\s){1,4}(?:at|from|with|for)(?:\sthe)?)$/iu
/** Words that begin no statement of their own. */
const FRAGMENT =
  /^(?:in|on|at|to|with|instead|since|despite|by|for|from|during|after|before|but|and|or|as|of|which|who|when|while|was|is|were|are)\b/i
/** The end of a clause that a speaker only goes on with: "fixed the bug that Google reported". */
const RELATIVE = /[^,]\s(?:that|which|whom|what)$/i
/** Fewest words of a part that begins so. */
const FULL = 9

/** What somebody says in a sentence, quoted or reported, as claims of the predicate `said`. */
export function* sayings(doc: Document, { code, offset, start, end }: Sentence, speech: Speech): Generator<Claim> {
  const { voice, key, earlier, carried } = speech
  if (!key || code.endsWith('?')) return
  const parts = voice ? voice.parts : carried ? ([[0, code.length]] as const) : []
  for (const [from, to] of parts) {
    const begin = from === 0 && earlier ? earlier.start : offset(from)
    const raw = doc.text
      .slice(begin, offset(to))
      .trim()
      .replace(/^that\s/, '')
    const words = balanced(raw.replace(REMAINS, '').replace(AROUND, ''))
    const count = words.split(/\s+/).length
    if (RELATIVE.test(raw)) continue
    if (words.split(')').length > words.split('(').length) continue
    if (words.length > LONGEST || count < (FRAGMENT.test(words) ? FULL : FEWEST)) continue
    yield {
      subject: key,
      predicate: 'said',
      object: { words },
      stance: voice?.denies ? 'denied' : 'asserted',
      at: select(doc, { start: Math.min(begin, start), end }),
    }
  }
}
