import type { Mention } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'

/** A country or a smaller place that the text names, by itself or inside a longer name ("Chinese Government", "Bell Canada"). */
export interface Named extends Span {
  readonly text: string
  /** What is named: `country/cn`, `place/texas`. */
  readonly key: string
}

/** A word that may name a country. */
const NAME = /^[A-Z]\p{L}+$/u

const country = ({ knowledge }: CheckContext, words: string): string | undefined =>
  knowledge.candidates(words, 'country').find(({ name }) => name.role === 'name' || name.role === 'demonym')?.entity.id

/** The country that the first two words of a longer name, the first or the last one name. */
function inside(context: CheckContext, { text, start, end }: Mention): Named | undefined {
  const words = text.split(/\s/)
  if (words.length < 2) return undefined
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  const named = (from: number, to: number): Named | undefined => {
    const part = text.slice(from - start, to - start)
    const key = country(context, part)
    return key === undefined ? undefined : { start: from, end: to, text: part, key }
  }
  const isName = NAME.test(first)
  return (
    (isName && words.length > 2 && NAME.test(second) && named(start, start + first.length + 1 + second.length)) ||
    (isName && named(start, start + first.length)) ||
    (NAME.test(last) && named(end - last.length, end)) ||
    undefined
  )
}

/** Every country and place that a document names, in order. */
export function nationalities(context: CheckContext): readonly Named[] {
  const found: Named[] = []
  for (const { mention, key } of context.links)
    if (mention.type === 'country' || mention.type === 'place')
      found.push({ start: mention.start, end: mention.end, text: mention.text, key })
  for (const mention of context.mentions)
    if (mention.type === 'organization' || mention.type === 'sector') {
      const named = inside(context, mention)
      if (named) found.push(named)
    }
  return found.sort((a, b) => a.start - b.start)
}
