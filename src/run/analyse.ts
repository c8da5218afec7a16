import { anchored } from '../check/publication-date.ts'
import { runChecks } from '../check/run-checks.ts'
import { claims } from '../claim/claim.ts'
import { blank, masks } from '../extract/mask.ts'
import { resolve } from '../extract/resolve.ts'
import { link } from '../link/link.ts'
import type { MentionCorrection } from '../model/correction.ts'
import { type Document, isEnglish, type Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { LIMITS, type Limits, limit } from '../model/limits.ts'
import type { Mention } from '../model/mention.ts'
import type { Analysis, Check, Knowledge } from '../model/stage.ts'
import { corrector } from './correct.ts'
import { BUILTIN, type Parts } from './parts.ts'

/** Source to document. @throws InputError when no reader can take it, or it breaks a limit */
export async function read(
  source: Source,
  { readers }: Pick<Parts, 'readers'> = BUILTIN,
  limits = LIMITS,
): Promise<Document> {
  limit('bytes', source.bytes.length, limits)
  const reader = readers.find(candidate => candidate.mediaTypes.includes(source.mediaType))
  if (!reader) throw new InputError(`no reader takes ${source.mediaType}`)
  const doc = await (await reader.load()).read(source, limits)
  // No text has more words than units.
  if (doc.text.length > limits.tokens) limit('tokens', tokensIn(doc.text), limits)
  if (doc.text.length > MAX_WORD && longestWord(doc.text) > MAX_WORD)
    throw new InputError(`too large: more than ${MAX_WORD} characters without a blank`)
  return doc
}

/** Words, figures and marks of a text, as every grammar counts them: letters and digits run on, marks do not. */
function tokensIn(text: string): number {
  let count = 0
  let before = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const mark = unit < 48 || (unit > 57 && unit < 65) || (unit > 90 && unit < 97) || (unit > 122 && unit < 128)
    if (unit > 32 && (mark || !before)) count++
    before = !mark
  }
  return count
}

/** V8 keeps a step for each unit that a repetition takes, some for several: from 4 million units on it runs out of stack. */
const MAX_WORD = 1_000_000

/** Most units in a row that are no blanks and no control characters. */
function longestWord(text: string): number {
  let longest = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text.charCodeAt(at) > 32) continue
    longest = Math.max(longest, at - start)
    start = at + 1
  }
  return longest
}

/** The text in which names and numbers are read: `doc.text`, same length, with addresses and code blanked out. */
const readable = (doc: Document): string => blank(doc.text, masks(doc))

/** How mentions are found where it is not as errata does it by itself. */
export interface ExtractOptions {
  readonly extractors?: Parts['extractors']
  readonly limits?: Limits
}

/**
 * Document to mentions; of a text that is not English, only those that do not depend on the language. Relative dates stay
 * unresolved when the text refutes the publication date.
 * @throws InputError for more mentions than the limit
 */
export function extract(doc: Document, knowledge: Knowledge, options?: ExtractOptions): Mention[] {
  const text = readable(doc)
  return extractFrom(anchored(doc, text), text, knowledge, options)
}

function extractFrom(
  doc: Document,
  text: string,
  knowledge: Knowledge,
  { extractors = BUILTIN.extractors, limits = LIMITS }: ExtractOptions = {},
): Mention[] {
  const context = { doc, text, names: knowledge.scan(text), knowledge }
  const usable = isEnglish(doc) ? extractors : extractors.filter(({ anyLanguage }) => anyLanguage)
  const found: Mention[] = []
  for (const extractor of usable)
    for (const mention of extractor.extract(context)) {
      found.push(mention)
      limit('mentions', found.length, limits)
    }
  return resolve(found)
}

/** Figures of a title that is no part of the text. */
function ofTitle(doc: Document, knowledge: Knowledge): Mention[] {
  const { title } = doc
  if (!title || doc.text.startsWith(title)) return []
  const apart = { ...doc, text: title, masked: [], sentences: [{ start: 0, end: title.length }] }
  // Checks compare a headline's figures only, and names are most of the cost.
  const measuring = isEnglish(doc) ? BUILTIN.extractors.filter(({ finds }) => finds.includes('money')) : []
  const context = { doc: apart, text: title, names: [], knowledge }
  return resolve(measuring.flatMap(extractor => [...extractor.extract(context)]))
}

/**
 * The path of one article that was read: extract, link, claim, check. Pure but for the knowledge it reads.
 * @param options.corrections reviewers' words on what mentions of this document name
 */
export function analyse(
  doc: Document,
  knowledge: Knowledge,
  checks: readonly Check[] = BUILTIN.checks,
  options: ExtractOptions & { readonly corrections?: readonly MentionCorrection[] } = {},
): Analysis {
  const text = readable(doc)
  const anchor = anchored(doc, text)
  const reviewer = corrector(options.corrections ?? [], knowledge)
  const mentions = reviewer.mentions(extractFrom(anchor, text, knowledge, options))
  const links = reviewer.links(link(mentions, knowledge))
  const claimed = claims(anchor, mentions, links)
  const usable = isEnglish(doc) ? checks : checks.filter(({ anyLanguage }) => anyLanguage)
  const flags = runChecks(usable, {
    ...{ doc: anchor, dated: doc, mentions, text, links, claims: claimed, knowledge },
    titleMentions: () => reviewer.mentions(ofTitle(anchor, knowledge)),
  })
  return { doc, mentions, links, claims: claimed, flags }
}
