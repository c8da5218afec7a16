import { type Claim, keyOf } from '../model/claim.ts'
import { type Discrepancy, fingerprint } from '../model/discrepancy.ts'
import type { Document } from '../model/document.ts'
import type { Link } from '../model/entity.ts'
import type { Mention } from '../model/mention.ts'
import { indexAt, type Span, select } from '../model/span.ts'
import type { Check, CheckContext, Knowledge } from '../model/stage.ts'

/** Runs checks over one document; flags come sorted by place, each with its fingerprint. */
export function runChecks(
  checks: readonly Check[],
  doc: Document,
  mentions: readonly Mention[],
  text: string,
  links: readonly Link[],
  claims: readonly Claim[],
  knowledge: Knowledge,
  titleMentions: readonly Mention[] = [],
): Discrepancy[] {
  const byKey = new Map<string, Claim[]>()
  for (const claim of claims) {
    const list = byKey.get(keyOf(claim))
    if (list) list.push(claim)
    else byKey.set(keyOf(claim), [claim])
  }
  const sentence = (position: number): Span => {
    const found = doc.sentences[indexAt(doc.sentences, position)]
    return found && position < found.end ? found : { start: position, end: Math.min(position + 1, doc.text.length) }
  }
  const context: CheckContext = {
    doc,
    mentions,
    titleMentions,
    text,
    links,
    claims,
    knowledge,
    related: claim => byKey.get(keyOf(claim)) ?? [],
    select: span => select(doc, span),
    sentence,
  }
  const ordinals = new Map<string, number>()
  return checks
    .flatMap(check => [...check.run(context)].map(finding => ({ check, finding })))
    .sort(
      (a, b) =>
        a.finding.at.start - b.finding.at.start ||
        a.finding.at.end - b.finding.at.end ||
        (a.check.id < b.check.id ? -1 : 1),
    )
    .map(({ check, finding }) => {
      const { start, end } = sentence(finding.at.start)
      const identity = [check.id, finding.subject, finding.at.quote.exact, doc.text.slice(start, end)] as const
      const key = identity.join('\u0000')
      const ordinal = ordinals.get(key) ?? 0
      ordinals.set(key, ordinal + 1)
      return {
        severity: check.severity,
        knowledge: [],
        ...finding,
        check: check.id,
        fingerprint: fingerprint(...identity, ordinal),
      }
    })
}
