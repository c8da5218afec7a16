import { checks, extractors, readers } from '../builtin.ts'
import { runChecks } from '../check/run-checks.ts'
import { claims } from '../claim/claim.ts'
import { blank, masks } from '../extract/mask.ts'
import { resolve } from '../extract/resolve.ts'
import { link } from '../link/link.ts'
import type { Document, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Mention } from '../model/mention.ts'
import type { Analysis, Knowledge } from '../model/stage.ts'

/** Source to document. @throws InputError when no reader can take it. */
export function read(source: Source): Document {
  const reader = readers.find(candidate => candidate.mediaTypes.includes(source.mediaType))
  if (!reader) throw new InputError(`no reader takes ${source.mediaType}`)
  return reader.read(source)
}

/** Document to mentions. */
export function extract(doc: Document, knowledge: Knowledge): Mention[] {
  const text = blank(doc.text, masks(doc))
  const context = { doc, text, names: knowledge.scan(text), knowledge }
  return resolve(extractors.flatMap(extractor => [...extractor.extract(context)]))
}

/** The whole path of one article: read, extract, link, claim, check. Pure but for the knowledge it reads. */
export function analyse(doc: Document, knowledge: Knowledge): Analysis {
  const mentions = extract(doc, knowledge)
  const links = link(mentions, knowledge)
  const claimed = claims(doc, mentions, links)
  return { doc, mentions, links, claims: claimed, flags: runChecks(checks, doc, mentions, links, claimed, knowledge) }
}
