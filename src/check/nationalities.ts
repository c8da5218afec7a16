import type { Mention } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'

/** A country or a smaller place that the text names, by itself or inside a longer name ("Chinese Government", "Bell Canada"). */
export interface Named extends Span {
  readonly text: string
  /** What is named: `country/cn`, `place/texas`. */
  readonly key: string
}

/** The first and the last word or two of a longer name, where a country may stand. */
const LAST = /(?:^|\s)(?:of\s(?:the\s)?)?(?<name>[A-Z]\p{L}+)$/u

const country = ({ knowledge }: CheckContext, words: string): string | undefined =>
  knowledge.candidates(words, 'country').find(({ name }) => name.role === 'name' || name.role === 'demonym')?.entity.id

/** The country at the head or the end of a longer name. */
function inside(context: CheckContext, { text, start }: Mention): Named | undefined {
  if (!/\s/.test(text)) return undefined
  const pair = /^[A-Z]\p{L}+\s[A-Z]\p{L}+(?=\s)/u.exec(text)?.[0]
  const single = /^[A-Z]\p{L}+(?=\s)/u.exec(text)?.[0]
  for (const words of [pair, single]) {
    const key = words === undefined ? undefined : country(context, words)
    if (words !== undefined && key !== undefined) return { start, end: start + words.length, text: words, key }
  }
  const last = LAST.exec(text)?.groups?.['name']
  const key = last === undefined || last.length === text.length ? undefined : country(context, last)
  if (last === undefined || key === undefined) return undefined
  const end = start + text.length
  return { start: end - last.length, end, text: last, key }
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
