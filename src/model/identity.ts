import { type Discrepancy, fingerprint, normalise } from './discrepancy.ts'
import type { Document } from './document.ts'
import { indexAt } from './span.ts'

/** Characters of a sentence on each side of a flag that identify it: all of it, but for text without sentences. */
const REACH = 1000

/** What identifies a flag in its document. */
export interface Identity {
  readonly fingerprint: string
  /**
   * The same words in the same surroundings: with both sentences beside theirs, the one before, the one after. A place of
   * one revision and one of the next that share one of these, and are the only ones to have it, are the same place.
   */
  readonly places: readonly string[]
}

type Flagged = Pick<Discrepancy, 'check' | 'subject' | 'at'>
type Text = Pick<Document, 'text' | 'sentences'>

/**
 * Identities of all flags of a document. Flags with equal words in equal sentences are told apart by the sentences beside
 * theirs, not by their order: when a publisher mends or drops one of them, no other takes over its fingerprint.
 * @param flags sorted by place
 */
export function identities(doc: Text, flags: readonly Flagged[]): Identity[] {
  const bases = flags.map(baseOf(doc))
  const alike = Map.groupBy(bases, ({ key }) => key)
  const around = Map.groupBy(bases, base => JSON.stringify([base.key, base.before, base.after]))
  const order = new Map([...around.values()].flatMap(same => same.map((base, n) => [base, [n, same.length]] as const)))
  return bases.map(base => {
    const { flag, sentence, within, key, before, after } = base
    const several = (alike.get(key)?.length ?? 0) > 1
    const among = several ? JSON.stringify([within, before, after, order.get(base)]) : String(within)
    const places = [
      [key, before, after],
      ...(before === '' ? [] : [[key, before, 'before']]),
      ...(after === '' ? [] : [[key, 'after', after]]),
    ]
    return {
      fingerprint: fingerprint(flag.check, flag.subject, flag.at.quote.exact, sentence, among),
      places: places.map(place => JSON.stringify(place)),
    }
  })
}

/** What a flag says and where: its sentence, which of its like in that sentence it is, and the sentences beside. */
function baseOf({ text, sentences }: Text) {
  const counts = new Map<string, number>()
  const words = (index: number, end: 'first' | 'last'): string => {
    const span = sentences[index]
    if (!span) return ''
    const said = text.slice(span.start, span.end)
    return normalise(end === 'first' ? said.slice(0, REACH) : said.slice(-REACH))
  }
  return (flag: Flagged) => {
    const { start, end, quote } = flag.at
    const index = indexAt(sentences, start)
    const found = sentences[index]
    const own = found && start < found.end ? found : { start, end: Math.min(start + 1, text.length) }
    const sentence = text.slice(Math.max(own.start, start - REACH), Math.min(own.end, end + REACH))
    const said = [flag.check, flag.subject, quote.exact, normalise(sentence)]
    const here = JSON.stringify([...said, own.start])
    const within = counts.get(here) ?? 0
    counts.set(here, within + 1)
    const before = words(index - 1, 'last')
    return { flag, sentence, within, key: JSON.stringify([...said, within]), before, after: words(index + 1, 'first') }
  }
}
