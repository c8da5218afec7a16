import type { Evidence, Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { alikeCountries } from './alike-countries.ts'
import { isAnother, listed, otherName, phrase, sharedWords } from './country-words.ts'
import { type Named, nationalities } from './nationalities.ts'
import { NONE } from './once.ts'

/** In an article on more places than this every nationality comes up once. */
const FEW = 7

/** In an article on so few countries, of which one leads with so many mentions, even a common word ties the odd one to it. */
const ALONE = 3
const LEADING = 3

/** Evidence places that a flag shows. */
const SHOWN = 6

/** Nationalities that name no language of their own. */
const NO_LANGUAGE: ReadonlySet<string> = new Set([
  ...(
    'Austrian Belgian Swiss Mexican Brazilian Argentine Argentinian Chilean Colombian Peruvian Venezuelan Cuban Canadian Australian American ' +
    'British Nigerian Kenyan Indian Pakistani Israeli Saudi Egyptian Iraqi Iranian Syrian Jordanian Emirati Moroccan Algerian Singaporean ' +
    'Taiwanese Ghanaian'
  ).split(' '),
  ...['South African', 'North Korean', 'South Korean', 'New Zealand'],
])

/** Before and after a word that must be a language. */
const BESIDE_LANGUAGE =
  /\b(?:English|French|Spanish|German|Chinese|Russian|Arabic|Portuguese)(?:\s+\([^()\n]{0,40}\))?\s+(?:and|or)\s+$/
const LANGUAGE_AFTER = /^\s+(?:and|or)\s+English\b|^\s+translation\b/
/** A nationality that tells one form of a language from others: "Swiss German". */
const FORM_OF = /^\s+(?:English|French|Spanish|German|Chinese|Russian|Arabic|Portuguese|Creole|Sign Language)\b/

/** A country or a smaller place: its key, and every mention of it. A town in a country contradicts nothing: like meets like. */
interface Group {
  readonly key: string
  readonly kind: 'country' | 'place'
  readonly links: readonly Named[]
}

const groups = (named: readonly Named[]): Group[] =>
  [...Map.groupBy(named, ({ key }) => key)].map(([key, links]) => ({
    key,
    kind: key.startsWith('country/') ? 'country' : 'place',
    links,
  }))

function* findings(context: CheckContext, named: readonly Named[]): Generator<Finding> {
  const { text, select } = context
  for (const mention of named)
    if (
      NO_LANGUAGE.has(mention.text) &&
      !FORM_OF.test(text.slice(mention.end, mention.end + 20)) &&
      (BESIDE_LANGUAGE.test(text.slice(Math.max(0, mention.start - 70), mention.start)) ||
        LANGUAGE_AFTER.test(text.slice(mention.end, mention.end + 20)))
    )
      yield {
        confidence: 80,
        at: select(mention),
        subject: `language:${mention.text.toLowerCase()}`,
        message: `\u201c${mention.text}\u201d stands where a language is named, but it is none. Which language is meant?`,
        evidence: [],
      }
  // One odd one out and two usual ones are the least that can be in conflict.
  if (named.length < 3) return
  const all = groups(named)
  for (const kind of ['country', 'place']) {
    const alike = all.filter(group => group.kind === kind)
    if (alike.length <= FEW) yield* conflicts(context, alike)
  }
}

/** Before a nationality: words that bring in somebody new. */
const NEW = /\b(?:an?|another|other|two|three|several|some)\s$/i

/** Whether a country is called by its name or its people's, not by its capital. */
const byName = ({ knowledge }: CheckContext, { text }: Named): boolean =>
  knowledge.candidates(text, 'country').some(({ name: { role } }) => role === 'name' || role === 'demonym')

/** "By hiring John Doe, Russia hid": a comma between a person and a country parts no items of a list. */
const afterPerson = ({ text, mentions }: CheckContext, { start }: Named): boolean =>
  text.startsWith(', ', start - 2) && mentions.some(({ type, end }) => type === 'person' && end === start - 2)

/** A country named once whose name is easily taken for that of the article's own. */
const lookalike = ({ select }: CheckContext, link: Named, usual: Group): Finding => ({
  confidence: 70,
  at: select(link),
  subject: link.key,
  message:
    `\u201c${link.text}\u201d stands here only, while the article names ${usual.links[0]?.text} ${usual.links.length} times. ` +
    'The two are easily mixed up: is the same one meant?',
  evidence: usual.links
    .slice(0, SHOWN)
    .map(other => ({ role: 'for', note: `\u201c${other.text}\u201d here`, at: select(other) })),
})

/** Groups of one kind that differ in a single mention. */
function* conflicts(context: CheckContext, all: readonly Group[]): Generator<Finding> {
  if (all.length < 2) return
  const { text, select, sentence } = context
  for (const usual of all.filter(({ links }) => links.length >= 2)) {
    const alone = all.length <= ALONE && usual.links.length >= LEADING
    for (const odd of all) {
      const [link] = odd.links
      if (odd === usual || !link || odd.links.length !== 1) continue
      const witness = usual.links.find(other => sharedWords(text, link, other, alone) !== undefined)
      if (!witness) {
        if (
          usual.links.length >= LEADING &&
          alikeCountries(odd.key, usual.key) &&
          byName(context, link) &&
          !NEW.test(text.slice(Math.max(0, link.start - 12), link.start)) &&
          !(listed(text, link) && !afterPerson(context, link))
        )
          yield lookalike(context, link, usual)
        continue
      }
      const here = sentence(link.start).start
      if (listed(text, link) || usual.links.some(other => sentence(other.start).start === here)) continue
      const words = sharedWords(text, link, witness, alone) ?? ''
      if (
        otherName(text, link, witness) ||
        (isAnother(text, link, witness, words) && !alikeCountries(odd.key, usual.key))
      )
        continue
      const evidence: Evidence[] = [witness, ...usual.links.filter(other => other !== witness)]
        .slice(0, SHOWN)
        .map(other => ({ role: 'for', note: `\u201c${other.text}\u201d here`, at: select(other) }))
      yield {
        confidence: 80,
        at: select(link),
        subject: odd.key,
        message:
          `\u201c${phrase(text, link, words)}\u201d here, but \u201c${phrase(text, witness, words)}\u201d elsewhere, and ` +
          `${link.text} nowhere else in the article. Is one and the same meant?`,
        ...(link.text.endsWith('n') === witness.text.endsWith('n') ? { suggestion: witness.text } : {}),
        evidence,
      }
    }
  }
}

/** One mention of a thing's nationality differs from the others. */
export const countryConflict: Check = {
  id: 'country-conflict',
  severity: 'warning',
  title: 'One mention of a thing\u2019s country differs from the others',
  why:
    'Catches a nationality or country that stands once, beside the same words as another one that the article uses throughout (\u201cCanadian ' +
    'town\u201d, \u201cAustralian town\u201d), countries with look-alike names, and nationalities in the place of a language. Wrong when the article tells of two such things.',
  examples: {
    flagged: [
      'The Canadian town of Midland paid. Canadian papers said so. The sum that the [[Australian]] town of Midland paid is secret.',
      'It targets organizations in Pakistan. Pakistan was hit before. The actor knows many organizations in [[Afghanistan]] well.',
      'The note is in English and [[Austrian]].',
      'Clients of South Korean banks are hit. South Korea is warned. South Korea acts. The app serves [[North Korean]] banks.',
      'Russia denied it. Russia is blamed. Experts on Russia agree. By this, [[Romania]] hides.',
    ],
    clean: [
      'Russia denied it. Russia is blamed. Experts on Russia agree. A Romanian hacker laughed.',
      'The Canadian government and Canadian firms were hit. The Australian government was not.',
      'Canadian towns and Canadian villages paid. A Canadian and an Australian town met.',
      'The note is in English and German.',
      'The note is in English and Swiss German.',
      'A captain of New Zealand laughed. The New Zealand captain won. England\u2019s Irish-born captain did not.',
      'It hit plants in Australia last week. Australia has many. It began in the Ukraine last May. Australia said so.',
      'British banks and British shops paid. Four American banks did not.',
      'Germany was warned. The German foreign ministry said so. German firms were hit. A spokeswoman of the Swedish foreign ministry said no. Germany was hit 27 times.',
      'Germany was warned. The German hospital chain Ameos was hit. Germany acts. An Austrian hospital chain, Vinzenz, was warned.',
    ],
  },
  run: context => {
    const named = nationalities(context)
    return named.length === 0 ? NONE : findings(context, named)
  },
}
