import type { Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { foldName } from '../normalise/name.ts'
import { NONE } from './once.ts'

/** A full name on one line; a dot ends a word only after an initial. */
const NAME =
  "(?<name>\\p{Lu}(?:\\.|[\\p{L}\u2019'-]{1,24})(?:[ \u00a0](?:(?:de|van|von|der|al|bin|la)[ \u00a0])?\\p{Lu}(?:\\.|[\\p{L}\u2019'-]{1,24})){1,3})"

/** "Evaldas Rimasauskas, 49, …", "Evaldas Rimasauskas (49)", "the 49-year-old Evaldas Rimasauskas". An age of two digits: children and centenarians are rare. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `${NAME},\\s(?:aged?\\s|then\\s)?(?<age>[1-9]\\d)(?=,|\\.\\s|;|\\)|\\s(?:of|from|who|was|has|had|and)\\s)`,
    'gdu',
  ),
  new RegExp(`${NAME}\\s\\((?:aged?\\s)?(?<age>[1-9]\\d)\\)`, 'gdu'),
  new RegExp(`\\b(?<age>[1-9]\\d)-year-old\\s(?:\\p{Ll}+\\s){0,3}${NAME}`, 'gdu'),
]

/** What stands around every age: most articles give nobody's. */
const SOME_AGE = /,\s(?:aged?\s|then\s)?[1-9]\d(?:[,;)]|\.\s|\s[ofwha])|\((?:aged?\s)?[1-9]\d\)|[1-9]\d-year-old/g

/** Two ages are the least that can be in conflict. */
function someAges(text: string): boolean {
  let seen = 0
  for (const _ of text.matchAll(SOME_AGE)) if (++seen > 1) return true
  return false
}

interface Age {
  readonly age: number
  readonly at: Span
  /** The years that its sentence prints. */
  readonly years: readonly number[]
}

const YEAR = /\b(?:19|20)\d\d\b/g

/** Whether the years beside two ages, or the one beside one of them and that of publication, lie as far apart as the ages. */
function aged(a: Age, b: Age, published: number | undefined): boolean {
  // A year apart, two ages are a slip more often than a birthday.
  if (Math.abs(b.age - a.age) < 2 || (a.years.length === 0 && b.years.length === 0)) return false
  const [one, other] = [a, b].map(({ years }) => (years.length > 0 || published === undefined ? years : [published]))
  return (one ?? []).some(from => (other ?? []).some(to => from !== to && Math.abs(b.age - a.age - (to - from)) <= 1))
}

/** The article itself says that time has passed. */
const PASSED = /\b(?:then|now|at\sthe\stime|turned|was\s\d\d\swhen|birthday|years?\s(?:later|ago))\b/i

function* findings(context: CheckContext): Generator<Finding> {
  const found: (Age & { readonly name: string })[] = []
  for (const form of FORMS)
    for (const match of context.text.matchAll(form)) {
      const [start, end] = match.indices?.groups?.['age'] ?? []
      const { name = '', age = '' } = match.groups ?? {}
      if (start === undefined || end === undefined) continue
      const { start: from, end: to } = context.sentence(start)
      const words = context.doc.text.slice(from, to)
      if (PASSED.test(words)) continue
      const years = Array.from(words.matchAll(YEAR), ([year]) => Number(year))
      found.push({ name: foldName(name.split(/\s/).slice(-2).join(' ')), age: Number(age), at: { start, end }, years })
    }
  const published = context.doc.published === undefined ? undefined : Number(context.doc.published.slice(0, 4))
  for (const [name, ages] of Map.groupBy(found, one => one.name)) {
    const sorted = ages.sort((a, b) => a.at.start - b.at.start)
    const [first] = sorted
    if (!first) continue
    for (const other of sorted.filter(one => one.age !== first.age && !aged(first, one, published)))
      yield {
        confidence: 90,
        at: context.select(other.at),
        subject: `age:${name}`,
        message: `The same person is ${first.age} in one place and ${other.age} in another.`,
        evidence: [{ role: 'for', note: `here the age is ${first.age}`, at: context.select(first.at) }],
      }
  }
}

/** One person with two ages. */
export const ageConflict: Check = {
  id: 'age-conflict',
  severity: 'error',
  needs: ['ages'],
  title: 'One person, two ages',
  why:
    'Catches a person whose full name stands with two different ages. Sentences that say that time has passed, or print years as far apart, are left alone. ' +
    'Wrong when two people of one name appear.',
  examples: {
    flagged: [
      'Evald Rimaskas, 49, was arrested in March. A judge said that Evald Rimaskas, [[48]], had denied it.',
      'Evald Rimaskas, 49, was charged in 2017. In 2016, Evald Rimaskas, [[48]], had denied it.',
      'Evald Rimaskas, 49 who duped two banks, was arrested on Thursday.\nEvald Rimaskas, [[48]], denies it.',
    ],
    clean: [
      'Evald Rimaskas, 49, was arrested in March. A judge said that Evald Rimaskas, 49, had denied it.',
      'Evald Rimaskas, then 41, opened the account in 2010. The 48-year-old lawyer Anna Weiss closed it.',
      'Evald Rimaskas, 49, and Anna Weiss, 48, denied it.',
      'In 2017, Evald Rimaskas, 49, was arrested. Evald Rimaskas, 52, was freed in 2020.',
    ],
  },
  run: context => (someAges(context.text) ? findings(context) : NONE),
}
