import { namesRival, type RivalHit, rivalNames } from '../knowledge/rivals.ts'
import type { Evidence, Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { headline } from './headline.ts'
import { NONE } from './once.ts'
import { type RivalGroup, rivalGroups, rivals } from './rival-groups.ts'

/** Times the article must name its own subject. */
const DOMINANT = 3

/** Evidence places that a flag shows. */
const SHOWN = 6

/** Words that bring in a rival on purpose, right before its name; another name there makes it a part ("Adobe Acrobat"). */
const BESIDE =
  /(?:\b(?:[Ll]ike|as|[Ii]nclud(?:ing|es?)|[Uu]nlike|or|both|with|than|rivals?|competitors?|versus|vs\.?|from|between|via|[Aa]nother|[Oo]ther)\s+(?:the\s+)?|[(/&+-]\s*|[A-Z][\w.]*,?\s+and\s+|[A-Z][\w.]*,\s+|[a-z,]\s[A-Z][a-z]{2,}\s)["'\u201c\u2018]?$/

/** A name that goes on is another name: "Google Project Zero", "Internet Explorer 9"; a list or a comparison follows: "Apple and", "Apple, ". */
const GOES_ON = /^(?:\s+(?:[A-Z\d&]|and\b|or\b|as\s+well\b)|[,/&+)-]|\s*\()/

/** Words for another case; a year before the name: history brings rivals in. */
const ELSEWHERE =
  /\b(?:earlier this year|years? ago|similar(?:ly)?|resembl\w+|compar\w+|instead of|fined|in the past|former(?:ly)?|work(?:s|ed|ing)? (?:for|at)|join(?:s|ed)|competitors?|rivals?)\b/i
const YEAR_BEFORE = /\b(?:in|since|[A-Z][a-z]+)\s+(?:19|20)\d\d\b/

const sentenceText = ({ text, sentence }: CheckContext, { start }: Span): string => {
  const span = sentence(start)
  return text.slice(span.start, span.end)
}

/** Whether the sentence itself brings the rival in: beside another name, as part of a longer one, or from another time. */
function onPurpose(context: CheckContext, place: Span): boolean {
  const { text, sentence } = context
  const { start } = sentence(place.start)
  return (
    BESIDE.test(text.slice(Math.max(0, place.start - 24), place.start)) ||
    GOES_ON.test(text.slice(place.end, place.end + 12)) ||
    YEAR_BEFORE.test(text.slice(start, place.start)) ||
    ELSEWHERE.test(sentenceText(context, place))
  )
}

/** Flags one name: `inHeadline` says where it stands. */
function finding(context: CheckContext, at: Span, name: string, subject: RivalGroup, inHeadline: boolean): Finding {
  const evidence: Evidence[] = subject.places
    .filter(place => place !== at)
    .slice(0, SHOWN)
    .map(place => ({ role: 'for', note: `the article is about ${subject.name}`, at: context.select(place) }))
  return {
    confidence: inHeadline ? 85 : 60,
    at: context.select(at),
    subject: `name:${name.toLowerCase()}`,
    message:
      `\u201c${name}\u201d stands ${inHeadline ? 'in the headline only' : 'here only'}, while the article names ${subject.name} ` +
      `${subject.places.length} times. Is ${subject.name} meant?`,
    ...(context.doc.text.slice(at.start, at.end) === name ? { suggestion: subject.name } : {}),
    evidence,
  }
}

function* findings(context: CheckContext, named: readonly RivalHit[]): Generator<Finding> {
  const { doc, sentence } = context
  const inTitle = new Set(named.map(({ name }) => name))
  const title = headline(context)
  const groups = rivalGroups(context)
  const subjectOf = (odd: RivalGroup): RivalGroup | undefined =>
    groups.find(group => group.name !== odd.name && group.places.length >= DOMINANT && rivals(group, odd))
  for (const odd of groups) {
    const place = odd.places[0]
    const subject = subjectOf(odd)
    if (!place || odd.places.length !== 1 || !subject || inTitle.has(odd.name) === inTitle.has(subject.name)) continue
    const sentences = new Set(subject.places.map(({ start }) => sentence(start).start))
    if (sentences.has(sentence(place.start).start)) continue
    const inHeadline = title !== undefined && place.start < title.end
    if (inHeadline !== inTitle.has(odd.name)) continue
    if (inHeadline || !onPurpose(context, place)) yield finding(context, place, odd.name, subject, inHeadline)
  }
  if (title) return
  for (const odd of rivalGroups({ text: doc.title ?? '' })) {
    const subject = groups.some(({ name }) => name === odd.name) ? undefined : subjectOf(odd)
    const [first] = subject?.places ?? []
    if (subject && first && !inTitle.has(subject.name)) yield finding(context, first, odd.name, subject, true)
  }
}

/** A rival's name stands once in an article on the other. */
export const orgSlip: Check = {
  id: 'org-slip',
  severity: 'warning',
  needs: ['title'],
  title: 'A rival\u2019s name stands once where the article\u2019s subject is meant',
  why:
    'Catches a firm, product or agency named once, in a sentence or headline that fits the one that the article is about: Experian in an ' +
    'article on Equifax. Wrong when the rival is brought in on purpose without a word that says so.',
  examples: {
    flagged: [
      'Title: Equifax hacked\n\nEquifax hacked\n\nEquifax said data was lost. Thieves broke into Equifax in May. [[Experian]] said it was sorry.',
      'Title: TransUnion hacked\n\n[[TransUnion]] hacked\n\nEquifax lost data. Thieves broke into Equifax. The firm Equifax said sorry.',
      'Title: Lyft is hacked\n\n[[Uber]] lost data. Thieves broke into Uber. The firm Uber said sorry.',
    ],
    clean: [
      'Title: Equifax hacked\n\nEquifax hacked\n\nEquifax said data was lost. Equifax, like Experian, said sorry. Equifax paid.',
      'Title: Equifax hacked\n\nEquifax hacked\n\nEquifax said data was lost. Equifax paid. In 2015, Experian said it was hacked.',
    ],
  },
  run: context => {
    const named = rivalNames(context.doc.title ?? '')
    // Of a slip and its subject the title has one, and the text the other: one of the two again and again.
    return namesRival(context.text, named, DOMINANT) ? findings(context, named) : NONE
  },
}
