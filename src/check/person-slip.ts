import type { Finding } from '../model/discrepancy.ts'
import type { Link } from '../model/entity.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { linked } from './by-type.ts'
import { NONE } from './once.ts'
import { givenNames, onePerson } from './one-person.ts'
import { signsOf } from './signs.ts'

/** A form of address with a surname. */
const TITLE = /\b(Mr|Mrs|Ms|Miss)\.?\s(\p{Lu}[\p{L}\u2019'-]{2,30})/gu
/** Families share a surname. */
const FAMILY =
  /\b(?:brothers?|sisters?|siblings?|wife|husband|married|couple|sons?|daughters?|father|mother|parents?|family|twins?|uncle|cousins?|widow|spouse|Jr|née)\b/

/** A first name and a surname; with an initial between them two people are told apart. */
const FULL = /^\p{Lu}\p{Ll}+\s\p{Lu}[\p{L}'\u2019-]+$/u

/** Short forms that begin with another letter. */
const SHORT = new Set([
  'Bob Robert',
  'Bill William',
  'Will William',
  'Dick Richard',
  'Tony Anthony',
  'Ted Edward',
  'Peggy Margaret',
  'Betty Elizabeth',
  'Liz Elizabeth',
  'Beth Elizabeth',
  'Jack John',
  'Hank Henry',
  'Sasha Alexander',
  'Alex Sasha',
  'Kate Catherine',
  'Gene Eugene',
  'Tina Christina',
  'Drew Andrew',
  'Rick Eric',
  'Nate Jonathan',
  'Becky Rebecca',
  'Dave David',
])

/** Evidence places that a flag shows. */
const SHOWN = 5

/** A form of address or a first name, and the words that it stands in. */
interface Place extends Span {
  readonly surname: string
  readonly word: string
}

/** The first names of people by surname, where the article prints both, and where. */
function fullNames(people: readonly Link[]): Map<string, Place[]> {
  const places = people
    .filter(({ mention }) => FULL.test(mention.text))
    .map(({ mention: { text, start, end } }) => {
      const words = text.split(/\s/)
      return { surname: words.at(-1) ?? '', start, end, word: words[0] ?? '' }
    })
  return Map.groupBy(places, ({ surname }) => surname)
}

/** Whether one first name may be the other's short form: Mike and Michael, T.J. and Thomas. */
const shortForm = (a: string, b: string): boolean =>
  a.charAt(0) === b.charAt(0) || SHORT.has(`${a} ${b}`) || SHORT.has(`${b} ${a}`)

const finding = (
  context: CheckContext,
  odd: Place,
  usual: readonly Place[],
  subject: string,
  confidence: number,
): Finding => {
  const [first] = usual
  const [here, there] = [odd, first ?? odd].map(({ start, end }) => context.doc.text.slice(start, end))
  return {
    confidence,
    at: context.select(odd),
    subject: `person:${subject.toLowerCase()}`,
    message: `\u201c${here}\u201d here, \u201c${there}\u201d ${usual.length > 1 ? `in ${usual.length} other places` : 'elsewhere'}. Are they one person?`,
    ...(usual.length > 1 && there !== undefined ? { suggestion: there } : {}),
    evidence: usual
      .slice(0, SHOWN)
      .map(place => ({ role: 'for', note: 'the same surname', at: context.select(place) })),
  }
}

/** One surname with two first names, one of them once. */
function* firstNames(context: CheckContext, people: ReadonlyMap<string, readonly Place[]>): Generator<Finding> {
  for (const [surname, places] of people) {
    if (places.length < 2) continue
    const [usual = [], odd = [], third] = [...Map.groupBy(places, ({ word }) => word).values()].sort(
      (a, b) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0),
    )
    const [one] = odd
    const [first] = usual
    if (!one || !first || third || odd.length > 1 || shortForm(one.word, first.word)) continue
    if (context.sentence(one.start).start === context.sentence(first.start).start) continue
    if (/^,\s\d\d\b/.test(context.text.slice(one.end, one.end + 6))) continue
    if (usual.length > 1 || onePerson(context.text, first, one, surname))
      yield finding(context, one, usual, surname, 75)
  }
}

const FORM = /^M(?:rs?|s|iss)$/

function hasTitle(text: string): boolean {
  const { capitals } = signsOf(text)
  for (let at = 0; at < capitals.length; at += 2) {
    const start = capitals[at] ?? 0
    const end = capitals[at + 1] ?? 0
    if (end - start < 5 && text.charCodeAt(start) === 0x4d && FORM.test(text.slice(start, end))) return true
  }
  return false
}

/** One surname with the titles of a man and of a woman, one of them once. */
function* titles(context: CheckContext, people: ReadonlyMap<string, readonly Place[]>): Generator<Finding> {
  const titled = [...context.text.matchAll(TITLE)].map(({ 0: words, 1: title, 2: surname = '', index }) => ({
    surname,
    start: index,
    end: index + words.length,
    word: title === 'Mr' ? 'man' : 'woman',
  }))
  for (const [surname, places] of Map.groupBy(titled, place => place.surname)) {
    const [usual = [], odd = []] = [...Map.groupBy(places, ({ word }) => word).values()].sort(
      (a, b) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0),
    )
    const [one] = odd
    if (!one || odd.length > 1 || new Set((people.get(surname) ?? []).map(({ word }) => word)).size > 1) continue
    if (givenNames(context.text, surname).size > 1) continue
    yield finding(context, one, usual, surname, usual.length > 1 ? 90 : 80)
  }
}

function* findings(context: CheckContext): Generator<Finding> {
  const people = fullNames(linked(context, 'person'))
  const found = [...firstNames(context, people), ...(hasTitle(context.text) ? titles(context, people) : NONE)]
  if (found.length > 0 && !FAMILY.test(context.text)) yield* found
}

/** One person under two first names or two forms of address. */
export const personSlip: Check = {
  id: 'person-slip',
  severity: 'warning',
  title: 'One person has two first names or two forms of address',
  why:
    'Catches \u201cMr Akhtar\u201d who is \u201cMs Akhtar\u201d elsewhere, and \u201cPaul Vixie\u201d who is \u201cLaura Vixie\u201d elsewhere. Articles that speak of ' +
    'families are left alone. Wrong when two people share a surname.',
  examples: {
    flagged: [
      'Mr Akhtar said it was bad. Few pay, Mr Akhtar added. [[Ms Akhtar]] agrees with them.',
      'Researcher Brian Hollander found it. It is bad, said Brian Hollander. Nobody listened to [[Kevin Hollander]] then.',
      'Brian Hollander, the firm’s CEO, said so. Nobody listened. CEO [[Kevin Hollander]] was sorry.',
      'It is bad, said Brian Hollander, who found it. Nobody listened. “It is worse,” [[Kevin Hollander]] added.',
    ],
    clean: [
      'Mr Akhtar and his wife came. Ms Akhtar agrees.',
      'Sergei Orlov and Yulia Orlov fell ill. Mr Orlov was a spy. Ms Orlov had flown in.',
      'Brian Hollander, the firm’s CEO, said so. Kevin Hollander, a lawyer, said nothing.',
      'Michael Hollander found it. It is bad, said Mike Hollander. Mr. Hollander left.',
    ],
  },
  run: context => (linked(context, 'person').length < 2 && !hasTitle(context.text) ? NONE : findings(context)),
}
