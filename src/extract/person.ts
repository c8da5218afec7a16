import { type Mention, mention } from '../model/mention.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'
import { lexicalClasses } from './nlp.ts'
import { type Token, tokens } from './tokens.ts'

const TITLES = new Set(
  `Mr Mrs Ms Miss Dr Prof Professor Sir Lord Lady Dame President Senator Sen Congressman Congresswoman Rep Representative Governor
  Gov Mayor Judge Justice Attorney Minister Chancellor Secretary Ambassador General Gen Colonel Col Captain Capt Lieutenant Lt Major
  Sergeant Sgt Detective Officer Sheriff Director Chairman Chairwoman CEO CTO CISO CIO Agent Inspector Constable Superintendent
  Commissioner King Queen Prince Princess Pope`.split(/\s+/),
)
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'bin',
  'ibn',
  'al',
  'el',
  'la',
  'le',
  'ter',
  'ten',
])

/** People: a known given name and one to three more capitalised words; later the family name alone. */
export const person: Extractor<'person'> = {
  id: 'person',
  finds: ['person'],
  *extract(context: ExtractContext): Generator<Mention<'person'>> {
    const { doc, text } = context
    const words = tokens(context)
    const families = new Map<string, string>()
    const taken = new Set<number>()
    for (let index = 0; index < words.length; index++) {
      const last = nameFrom(text, words, index)
      const first = words[index]
      const family = words[last]
      if (last <= index || !first || !family) continue
      const canonical = text.slice(first.start, family.end).replace(/\s+/g, ' ')
      families.set(family.text, canonical)
      for (let at = index; at <= last; at++) taken.add(at)
      yield mention(doc, 'person', 'person', first.start, family.end, { canonical })
      index = last
    }
    for (const [index, { start, end, text: word }] of words.entries()) {
      const canonical = families.get(word)
      if (canonical && !taken.has(index)) yield mention(doc, 'person', 'person', start, end, { canonical })
    }
  },
}

/** Index of the last word of a person's full name that starts at `index`; `index` or less when there is none. */
function nameFrom(text: string, words: readonly Token[], index: number): number {
  const first = words[index]
  if (!first?.capital || TITLES.has(first.text) || !isGiven(first.text)) return -1
  let last = index
  for (let at = index + 1; at < words.length && at <= index + 4; at++) {
    const word = words[at]
    const before = words[at - 1]
    if (!word || !before || !/^\.? $/.test(text.slice(before.end, word.start))) break
    if (word.capital && /^\p{Lu}[\p{L}'\u2019-]*\.?$/u.test(word.text)) last = at
    else if (!PARTICLES.has(word.text)) break
  }
  const family = words[last]
  return last > index && family && isFamily(family.text) ? last : -1
}

const isGiven = (word: string): boolean => lexicalClasses(word).some(tag => /^(?:Male|Female|First)Name$/.test(tag))
const isFamily = (word: string): boolean => {
  const classes = lexicalClasses(word)
  return word.length > 1 && !/^\p{Lu}+$/u.test(word) && (classes.length === 0 || classes.includes('LastName'))
}
