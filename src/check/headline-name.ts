import type { Finding } from '../model/discrepancy.ts'
import type { Link } from '../model/entity.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { linked } from './by-type.ts'
import { headline } from './headline.ts'
import { NONE } from './once.ts'

/** Kinds of which a headline and its article name the same. */
const KINDS = ['malware', 'country'] as const

/** So often must the article name another one, and so large a share of its kind must that be, to be what the headline means. */
const LEADING = 3
const SHARE = 0.6

/** An article's opening, which tells what its headline tells. */
const OPENING = 600

/** Evidence places that a flag shows. */
const SHOWN = 6

/** Behind these a headline names its paper: " | The Japan Times", " - CRN Australia". */
const PAPER = /\s[|\u2013\u2014-]\s[^|]*$/

/** A headline that sets two things side by side, or asks. */
const ASIDE = /\b(?:like|unlike|than|after|beyond|not|no|next|new|another|vs\.?|versus)\b|\?/i

/** The countries of the places and nationalities that a text names. */
function lands({ links, knowledge }: CheckContext, from: number): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { mention, key } of links) {
    if (mention.start < from) continue
    if (key.startsWith('country/')) found.add(key)
    if (mention.type !== 'place') continue
    for (const { entity } of knowledge.candidates(mention.text))
      for (const { predicate, value } of entity.facts)
        if (predicate === 'country') found.add(`country/${value.toLowerCase()}`)
  }
  return found
}

function* findings(context: CheckContext): Generator<Finding> {
  const { text, select } = context
  const title = headline(context)
  if (!title) return
  const words = text.slice(title.start, title.end)
  const end = title.end - (PAPER.exec(words)?.[0].length ?? 0)
  const body = text.slice(title.end).toLowerCase()
  if (ASIDE.test(text.slice(title.start, end))) return
  for (const kind of KINDS) {
    const own = linked(context, kind)
    const named = own.filter(({ mention }) => mention.start >= title.start && mention.end <= end)
    if (named.length === 0) continue
    const known = new Set(named.map(({ key }) => key))
    const told = Map.groupBy(
      own.filter(({ mention }) => mention.start >= title.end),
      ({ key }) => key,
    )
    // Only one that the headline leaves out can be what it means by another.
    const open = [...told.entries()].filter(([key]) => !known.has(key)).map(([, list]) => list)
    const [leader] = open.sort((a, b) => b.length - a.length)
    if (!leader || leader.length < LEADING || (leader[0]?.mention.start ?? 0) > title.end + OPENING) continue
    if (leader.length < SHARE * open.reduce((sum, list) => sum + list.length, 0)) continue
    const absent = named.filter(
      link =>
        !told.has(link.key) &&
        !body.includes(link.mention.text.split(/[\s-]/)[0]?.toLowerCase() ?? '') &&
        !otherwise(context, link).some(name => body.includes(name)) &&
        !(kind === 'country' && lands(context, title.end).has(link.key)) &&
        !alike(link, leader),
    )
    const [first] = absent
    if (!first || absent.length > 1) continue
    yield {
      confidence: 80,
      at: select(first.mention),
      subject: first.key,
      message:
        `The headline names \u201c${first.mention.text}\u201d, which the article never does; it names ` +
        `${leader[0]?.mention.text} ${leader.length} times. Is the headline wrong?`,
      evidence: leader
        .slice(0, SHOWN)
        .map(({ mention }) => ({ role: 'for', note: `\u201c${mention.text}\u201d here`, at: select(mention) })),
    }
  }
}

/** Shorter names stand in too many other words. */
const SHORTEST = 4

/** All names of what a headline names, nationalities too, in small letters: one that the links lack may stand in an organization's name. */
const otherwise = ({ knowledge }: CheckContext, { key }: Link): readonly string[] =>
  (knowledge.get(key)?.names ?? []).flatMap(({ text }) => (text.length < SHORTEST ? [] : [text.toLowerCase()]))

/** Whether one name holds the other: NotPetya and Petya. */
const alike = ({ mention: { text } }: Link, leader: readonly Link[]): boolean =>
  leader.some(({ mention }) => {
    const [a, b] = [text.toLowerCase(), mention.text.toLowerCase()]
    return a.includes(b) || b.includes(a)
  })

/** A headline that names something else than its article. */
export const headlineName: Check = {
  id: 'headline-name',
  severity: 'warning',
  title: 'The headline names something that the article does not',
  why:
    'Catches a headline on one malware or country above an article that never names it and is about another one. ' +
    'Headlines that compare or ask are left alone. Wrong when the article calls it by a name that the knowledge base lacks.',
  examples: {
    flagged: [
      'Title: Dridex mails hit banks\n\n[[Dridex]] mails hit banks\n\nEmotet is back. Mails with Emotet reach banks. Emotet steals passwords.',
      'Title: Hackers of Spain rob banks\n\nHackers of [[Spain]] rob banks\n\nThe hackers are from Italy, police of Italy said. Italy is sorry.',
    ],
    clean: [
      'Title: Dridex mails hit banks\n\nDridex mails hit banks\n\nEmotet is back, as is Dridex. Mails with Emotet reach banks. Emotet steals passwords.',
      'Title: Holland holds hackers\n\nHolland holds hackers\n\nThe Dutch Police Museum shows men of Italy. Italy is sorry, police of Italy said.',
      'Title: Petya is back\n\nPetya is back\n\nNotPetya is here. NotPetya locks files. NotPetya is bad.',
      'Title: Hackers rob banks | The Japan Times\n\nHackers rob banks | The Japan Times\n\nThe hackers are from Italy, police of Italy said. Italy is sorry.',
      'Title: Hackers of Spain rob banks\n\nHackers of Spain rob banks\n\nThe bank of Madrid was robbed by Italy, police of Italy said. Italy is sorry.',
    ],
  },
  run: context => (KINDS.some(kind => linked(context, kind).length > 0) ? findings(context) : NONE),
}
