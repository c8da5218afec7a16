import type { Mention } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { CheckContext, Knowledge } from '../model/stage.ts'
import { linked } from './by-type.ts'
import { once } from './once.ts'

/** A country or a smaller place that the text names, by itself or inside a longer name ("Chinese Government", "Bell Canada"). */
export interface Named extends Span {
  readonly text: string
  /** What is named: `country/cn`, `place/texas`. */
  readonly key: string
}

/** One word or two that may name a country. */
const NAME = /^[A-Z]\p{L}+(?:\s[A-Z]\p{L}+)?$/u

/** How many answers are remembered at most: the same firms and offices come again and again. */
const REMEMBERED = 10_000

/** The country of a knowledge base that words name or call the people of, by its key. */
const countries = once((knowledge: Knowledge) => {
  const answers = new Map<string, string | undefined>()
  return (words: string): string | undefined => {
    if (answers.has(words)) return answers.get(words)
    const found = NAME.test(words)
      ? knowledge.candidates(words, 'country').find(({ name }) => name.role === 'name' || name.role === 'demonym')
      : undefined
    if (answers.size >= REMEMBERED) answers.clear()
    answers.set(words, found?.entity.id)
    return found?.entity.id
  }
})

/** The country that the first two words of a longer name, the first or the last one name. */
function inside(country: (words: string) => string | undefined, { text, start, end }: Mention): Named | undefined {
  const words = text.split(/\s/)
  if (words.length < 2) return undefined
  const [first = '', second = ''] = words
  const named = (from: number, to: number): Named | undefined => {
    const part = text.slice(from, to)
    const key = country(part)
    return key === undefined ? undefined : { start: start + from, end: start + to, text: part, key }
  }
  return (
    (words.length > 2 ? named(0, first.length + 1 + second.length) : undefined) ??
    named(0, first.length) ??
    named(end - start - (words.at(-1) ?? '').length, end - start)
  )
}

/** Every country and place that a document names, in order. */
export function nationalities(context: CheckContext): readonly Named[] {
  const country = countries(context.knowledge)
  const found: Named[] = []
  for (const type of ['country', 'place'] as const)
    for (const { mention, key } of linked(context, type))
      found.push({ start: mention.start, end: mention.end, text: mention.text, key })
  for (const type of ['organization', 'sector'] as const)
    for (const { mention } of linked(context, type)) {
      const named = inside(country, mention)
      if (named) found.push(named)
    }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start)
}
