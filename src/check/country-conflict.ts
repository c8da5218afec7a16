import type { Evidence, Finding } from '../model/discrepancy.ts'
import type { Link } from '../model/entity.ts'
import type { Check, CheckContext } from '../model/stage.ts'

/** In an article on more places than this every nationality comes up once. */
const FEW = 7

/** Evidence places that a flag shows. */
const SHOWN = 6

/** Words that stand after many a nationality, so that two of them share nothing by it. */
const COMMON = new Set(
  (
    'and or the has have had is are was were will would could can said says which that who whose with for from its their his her into ' +
    'last this next during after before since when where while also then now today yesterday earlier later because through until against than but not ' +
    'government governments hacker hackers hacking official officials police authorities citizen citizens security intelligence military army ' +
    'people president prime minister ministry company companies firm firms bank banks user users customers nationals national agency agencies ' +
    'language speaking based linked backed sponsored state market markets war embassy law court district actors group groups threat cyber cyberattacks ' +
    'attack attacks politician politicians soldiers troops team researcher researchers women men man woman media television press entities targets victims targeted servers computers machines addresses states'
  ).split(' '),
)

/** Nationalities that name no language of their own. */
const NO_LANGUAGE =
  /^(?:Austrian|Belgian|Swiss|Mexican|Brazilian|Argentin(?:e|ian)|Chilean|Colombian|Peruvian|Venezuelan|Cuban|Canadian|Australian|American|British|Nigerian|Kenyan|Indian|Pakistani|Israeli|Saudi|Egyptian|Iraqi|Iranian|Syrian|Jordanian|Emirati|Moroccan|Algerian|Singaporean|Taiwanese|South African|North Korean|South Korean|New Zealand|Ghanaian)$/

/** Before and after a word that must be a language. */
const BESIDE_LANGUAGE =
  /\b(?:English|French|Spanish|German|Chinese|Russian|Arabic|Portuguese)(?:\s+\([^()\n]{0,40}\))?\s+(?:and|or)\s+$/
const LANGUAGE_AFTER = /^\s+(?:and|or)\s+English\b|^\s+translation\b/

/** A country or a smaller place: its key, and every mention of it. A town in a country contradicts nothing: like meets like. */
interface Group {
  readonly key: string
  readonly kind: Link['mention']['type']
  readonly links: readonly Link[]
}

/** The two words after a nationality, lower case, without a plural's s. */
const after = (text: string, { mention }: Link): readonly string[] =>
  (
    /^(?:['\u2019]s)?[\s-]+([A-Za-z]{3,20})(?:[\s-]+([A-Za-z]{2,20}))?/.exec(
      text.slice(mention.end, mention.end + 50),
    ) ?? []
  )
    .slice(1)
    .filter(word => word !== undefined)
    .map(word => word.toLowerCase())

/** The noun and preposition before a country: "organizations in". */
const before = (text: string, { mention }: Link): string =>
  /([A-Za-z]{4,20} (?:in|of|from|across))\s+(?:the\s+)?$/
    .exec(text.slice(Math.max(0, mention.start - 40), mention.start))?.[1]
    ?.toLowerCase() ?? ''

/** Whether the mention is one of a list of names: "Pakistan and Sri Lanka". */
const listed = (text: string, { mention }: Link): boolean =>
  /^\s*(?:,|and\b|or\b|&)\s*(?:and\s+|or\s+|the\s+)*[A-Z]/.test(text.slice(mention.end, mention.end + 20)) ||
  /[A-Z]\w*,?\s+(?:and|or|&)\s+(?:the\s+)?$|[A-Z]\w*,\s+$/.test(
    text.slice(Math.max(0, mention.start - 30), mention.start),
  )

/** The words that tie both nationalities to one thing: "Canadian town of", "Australian town of". */
function sharedWords(text: string, odd: Link, usual: Link): string | undefined {
  const [one, two] = after(text, odd)
  const [first, second] = after(text, usual)
  const singular = (word: string | undefined): string => (word ?? '').replace(/s$/, '')
  if (one && singular(one) === singular(first)) {
    if (two && !COMMON.has(two) && singular(two) === singular(second)) return `${one} ${two}`
    if (!COMMON.has(one) && !COMMON.has(singular(one))) return one
    if (one === 'language') return one
  }
  const place = before(text, odd)
  return place !== '' && place === before(text, usual) && !COMMON.has(place.split(' ')[0] ?? '') ? place : undefined
}

function groups({ links }: CheckContext): Group[] {
  const byKey = new Map<string, Link[]>()
  for (const link of links) {
    if (link.mention.type !== 'country' && link.mention.type !== 'place') continue
    const list = byKey.get(link.key)
    if (list) list.push(link)
    else byKey.set(link.key, [link])
  }
  return [...byKey].map(([key, list]) => ({ key, kind: key.startsWith('country/') ? 'country' : 'place', links: list }))
}

function* findings(context: CheckContext): Generator<Finding> {
  const { text, select } = context
  const all = groups(context)
  for (const { mention } of all.flatMap(({ links }) => links))
    if (
      NO_LANGUAGE.test(mention.text) &&
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
  for (const kind of ['country', 'place']) {
    const alike = all.filter(group => group.kind === kind)
    if (alike.length <= FEW) yield* conflicts(context, alike)
  }
}

/** Groups of one kind that differ in a single mention. */
function* conflicts({ text, select, sentence }: CheckContext, all: readonly Group[]): Generator<Finding> {
  for (const usual of all.filter(({ links }) => links.length >= 2))
    for (const odd of all) {
      const [link] = odd.links
      if (odd === usual || !link || odd.links.length !== 1) continue
      const witness = usual.links.find(other => sharedWords(text, link, other) !== undefined)
      if (!witness) continue
      const here = sentence(link.mention.start).start
      if (listed(text, link) || usual.links.some(other => sentence(other.mention.start).start === here)) continue
      const words = sharedWords(text, link, witness)
      const evidence: Evidence[] = [witness, ...usual.links.filter(other => other !== witness)]
        .slice(0, SHOWN)
        .map(other => ({ role: 'for', note: `\u201c${other.mention.text}\u201d here`, at: select(other.mention) }))
      yield {
        confidence: 80,
        at: select(link.mention),
        subject: odd.key,
        message:
          `\u201c${link.mention.text}\u201d stands here only, beside \u201c${words}\u201d, which the article elsewhere calls ` +
          `\u201c${witness.mention.text}\u201d. Is it one and the same?`,
        ...(link.mention.text.endsWith('n') === witness.mention.text.endsWith('n')
          ? { suggestion: witness.mention.text }
          : {}),
        evidence,
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
    'town\u201d, \u201cAustralian town\u201d), and nationalities in the place of a language. Wrong when the article tells of two such things.',
  examples: {
    flagged: [
      'The Canadian town of Midland paid. Canadian papers said so. The sum that the [[Australian]] town of Midland paid is secret.',
      'It targets organizations in Pakistan. Pakistan was hit before. The actor knows many organizations in [[Afghanistan]] well.',
      'The note is in English and [[Austrian]].',
    ],
    clean: [
      'The Canadian government and Canadian firms were hit. The Australian government was not.',
      'Canadian towns and Canadian villages paid. A Canadian and an Australian town met.',
      'The note is in English and German.',
      'It hit plants in Australia last week. Australia has many. It began in the Ukraine last May. Australia said so.',
      'British banks and British shops paid. Four American banks did not.',
    ],
  },
  run: findings,
}
