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

/** A part of a name that names a country: its place in the name, and the country's key. */
interface Part extends Span {
  readonly key: string
}

/** What part of a longer name names a country of a knowledge base. */
const insideOf = once((knowledge: Knowledge) => {
  const answers = new Map<string, Part | null>()
  return (name: string): Part | null => {
    const known = answers.get(name)
    if (known !== undefined) return known
    const found = inside(knowledge, name)
    if (answers.size >= REMEMBERED) answers.clear()
    answers.set(name, found)
    return found
  }
})

/** The first two words of a longer name, the first or the last one, where they name a country or its people. */
function inside(knowledge: Knowledge, text: string): Part | null {
  const words = text.split(/\s/)
  if (words.length < 2) return null
  const [first = '', second = ''] = words
  const named = (start: number, end: number): Part | null => {
    const part = text.slice(start, end)
    const country = NAME.test(part)
      ? knowledge.candidates(part, 'country').find(({ name }) => name.role === 'name' || name.role === 'demonym')
      : undefined
    return country ? { start, end, key: country.entity.id } : null
  }
  return (
    (words.length > 2 ? named(0, first.length + 1 + second.length) : null) ??
    named(0, first.length) ??
    named(text.length - (words.at(-1) ?? '').length, text.length)
  )
}

/** Every country and place that a document names, in order. */
export function nationalities(context: CheckContext): readonly Named[] {
  const countryIn = insideOf(context.knowledge)
  const found: Named[] = []
  for (const type of ['country', 'place'] as const)
    for (const { mention, key } of linked(context, type))
      found.push({ start: mention.start, end: mention.end, text: mention.text, key })
  for (const type of ['organization', 'sector'] as const)
    for (const { mention } of linked(context, type)) {
      const part = countryIn(mention.text)
      if (!part) continue
      const { start, end, key } = part
      found.push({ start: mention.start + start, end: mention.start + end, text: mention.text.slice(start, end), key })
    }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start)
}
