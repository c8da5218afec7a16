import { matchesGlob } from 'node:path'
import { type Decision, normalise } from '../model/discrepancy.ts'
import type { Document } from '../model/document.ts'
import { sha256 } from '../model/sha256.ts'
import type { Rule } from './suppressions.ts'

/** What a rule looks at in a flag. */
export interface Ruled {
  readonly check: string
  readonly subject: string
  /** The flagged words. */
  readonly words: string
  readonly doc: string
}

type Publisher = Pick<Document, 'site' | 'url'>

/**
 * Finds the first of some rules that applies to a flag.
 * @param publisherOf where a document comes from; asked once a document, and only when a rule depends on it
 */
export function rulesOver(
  rules: readonly Rule[],
  publisherOf: (doc: string) => Promise<Publisher>,
): (flag: Ruled) => Promise<Rule | undefined> {
  const prepared = rules.map(rule => ({ rule, alias: rule.alias === undefined ? undefined : normalise(rule.alias) }))
  const known = new Map<string, Publisher>()
  const publisher = async (doc: string): Promise<Publisher> => {
    const found = known.get(doc) ?? (await publisherOf(doc))
    known.set(doc, found)
    return found
  }
  return async flag => {
    let words: string | undefined
    for (const { rule, alias } of prepared) {
      if (rule.check !== undefined && rule.check !== flag.check) continue
      if (rule.entity !== undefined && rule.entity !== flag.subject) continue
      if (alias !== undefined) {
        words ??= normalise(flag.words)
        if (alias !== words) continue
      }
      if (rule.doc !== undefined && rule.doc !== flag.doc && !matchesGlob(flag.doc, rule.doc)) continue
      if (rule.publisher !== undefined && !publishes(rule.publisher, await publisher(flag.doc))) continue
      return rule
    }
    return undefined
  }
}

/** Whether a document comes from a publisher: the name of its site, or its address's host or a domain above it. */
function publishes(publisher: string, { site, url }: Publisher): boolean {
  if (site !== undefined && normalise(site) === normalise(publisher)) return true
  const host = url === undefined ? undefined : URL.parse(url)?.hostname
  return host !== undefined && `.${host}`.endsWith(`.${publisher.toLowerCase()}`)
}

/** What a rule says as a decision on one flag. */
export const byRule = ({ reason, reviewer, at }: Rule, fingerprint: string): Decision => ({
  fingerprint,
  verdict: 'dismissed',
  reviewer,
  at: `${at}T00:00:00.000Z`,
  note: `by a rule: ${reason}`,
})

/** A rule in words, as the run's summary, `errata decide list` and the review page name it. */
export const ruleWords = ({ check, entity, alias, publisher, doc, reason }: Rule): string => {
  const keys = [check, entity, alias === undefined ? undefined : `\u201c${alias}\u201d`]
  const where = [publisher && `from ${publisher}`, doc && `in ${doc}`]
  return `${[...keys, ...where].filter(part => part !== undefined).join(' ')}: ${reason}`
}

/** A name for a rule by what it says: the same wherever it stands in its file. */
export const ruleId = ({ check, entity, alias, publisher, doc, reason, reviewer, at }: Rule): string =>
  sha256(JSON.stringify([check, entity, alias, publisher, doc, reason, reviewer, at])).slice(0, 12)
