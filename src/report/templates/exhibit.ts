import type { Evidence } from '../../model/discrepancy.ts'
import { contains, indexAt, type Selector, type Span } from '../../model/span.ts'
import { type Passage, passageIn, segments, stands } from '../passage.ts'
import { rawPlace } from '../raw-place.ts'
import type { ReportDocument } from '../report.ts'
import { figure, sentenceCase } from '../words.ts'
import { anchorOf, type Site } from './address.ts'
import { inline, type Markup, markup, shown } from './markup.ts'

/** How marked words look: what is wrong, what speaks for the flag, what would clear it. */
export type Tone = 'wrong' | Evidence['role']

/** A place that a card shows. */
export interface Place {
  readonly at: Selector
  readonly tone: Tone
  /** What it shows, in words; none for the flagged words themselves. */
  readonly note?: string
}

/** Places within one passage: shown once, all of them marked. */
interface Exhibit {
  readonly passage: Passage
  readonly places: [Place, ...Place[]]
}

/** Exhibits shown at once; the rest is folded. */
const SHOWN = 3

/** What the two sides of a card are made of. */
export interface SidesParts {
  /** The flagged words, in the order of the text. */
  readonly wrong: readonly Place[]
  readonly evidence: readonly Place[]
  /** The document that the flag is in. */
  readonly home: string
  readonly site: Site
  readonly documents: ReadonlyMap<string, ReportDocument>
}

/** The two sides of a card: the flagged words, and what speaks for and against them, each passage once. */
export function sides({ wrong, evidence, home, site, documents }: SidesParts): {
  readonly wrong: Markup
  readonly for: Markup
  readonly against: Markup
  /** Whether the evidence takes little room: its passages are shown elsewhere. */
  readonly short: boolean
} {
  const apart = (places: readonly Place[]): Place[] => places.filter(({ at }) => at.doc !== site.beside)
  const exhibits = merged(apart(wrong), documents)
  const spans = exhibits.map(({ passage }) => passage)
  // Evidence within a passage that the card shows already is marked there, and named on its own side.
  const within = (at: Selector): Exhibit | undefined => {
    const exhibit = at.doc === home ? exhibits[indexAt(spans, at.start)] : undefined
    return exhibit && contains(exhibit.passage, at) ? exhibit : undefined
  }
  const near = new Set<Place>()
  for (const place of apart(evidence)) {
    const exhibit = within(place.at)
    if (!exhibit) continue
    exhibit.places.push(place)
    near.add(place)
  }
  const flagged = new Set(wrong.map(({ at }) => `${at.start}-${at.end}`))
  const side = (tone: Tone): Markup => {
    const mine = evidence.filter(place => place.tone === tone)
    const named = (place: Place): boolean => place.at.doc === site.beside || near.has(place)
    const others = merged(
      mine.filter(place => !named(place)),
      documents,
    )
    return markup`${chips(mine.filter(named), site, home, flagged)}${shownExhibits(others, home, site, documents)}`
  }
  return {
    wrong: markup`${chips(
      wrong.filter(({ at }) => at.doc === site.beside),
      site,
    )}${shownExhibits(exhibits, home, site, documents)}`,
    short: evidence.every(place => place.at.doc === site.beside || near.has(place)),
    for: side('for'),
    against: side('against'),
  }
}

/** Exhibits under what they show, the first few at once. */
function shownExhibits(
  exhibits: readonly Exhibit[],
  home: string,
  site: Site,
  documents: ReadonlyMap<string, ReportDocument>,
): Markup {
  let said = ''
  const blocks = exhibits.map(({ passage, places }) => {
    const [first] = places
    const notes = notesOf(places.filter(({ tone }) => tone === first.tone))
    const heading = notes === '' || notes === said ? '' : markup`<p class="note">${inline(notes)}</p>`
    said = notes
    return markup`<div class="exhibit">${heading}${quotation(passage, places)}${where(site, first.at, home, documents)}</div>`
  })
  const more = blocks.length - SHOWN
  return markup`${blocks.slice(0, SHOWN)}${
    more > 0
      ? markup`<details><summary>${figure(more)} more ${more === 1 ? 'passage' : 'passages'}</summary>${blocks.slice(SHOWN)}</details>`
      : ''
  }`
}

function merged(places: readonly Place[], documents: ReadonlyMap<string, ReportDocument>): Exhibit[] {
  const found = new Map<string, Exhibit>()
  for (const place of places) {
    const doc = documents.get(place.at.doc)?.doc
    const passage = passageIn(doc, place.at)
    const key = JSON.stringify([place.at.doc, passage.start, passage.end])
    const known = found.get(key)
    if (known) known.places.push(place)
    else found.set(key, { passage, places: [place] })
  }
  return [...found.values()]
}

/** What the places of one passage show, each note once. */
const notesOf = (places: readonly Place[]): string =>
  sentenceCase([...new Set(places.flatMap(({ note }) => (note === undefined ? [] : [note])))].join('; '))

/** A passage with its places marked; where they overlap, what is wrong shows. Neighbours that look alike are one mark. */
function quotation(passage: Passage, places: readonly Place[]): Markup {
  const marks = places.map(({ at, tone }): Span & { tone: Tone } => ({ start: at.start, end: at.end, tone }))
  const runs: { tone: Tone | undefined; text: string }[] = []
  for (const { text, marks: on } of segments(passage.text, passage.start, marks)) {
    const tone = (on.find(mark => mark.tone === 'wrong') ?? on[0])?.tone
    const last = runs.at(-1)
    if (last && last.tone === tone) last.text += text
    else runs.push({ tone, text })
  }
  const words = runs.map(({ tone, text }) =>
    tone === undefined ? shown(text) : markup`<mark class="${tone}">${shown(text)}</mark>`,
  )
  return markup`<blockquote dir="auto">${passage.cutBefore ? '\u2026\u00a0' : ''}${words}${passage.cutAfter ? '\u00a0\u2026' : ''}</blockquote>`
}

/**
 * Where a passage stands: its document when it is another one, its first character, a link to its page, its raw place; only
 * in words when the document has other words there now.
 */
function where(site: Site, at: Selector, home: string, documents: ReadonlyMap<string, ReportDocument>): Markup {
  const document = documents.get(at.doc)
  const other = at.doc === home ? '' : markup`${inline(document?.doc.title ?? at.doc)}, `
  if (document && !stands(document.doc, at))
    return markup`<p class="where">${other}character ${figure(at.start)} of an earlier text</p>`
  const page = site.page(at.doc)
  const words = markup`${other}character ${figure(at.start)}`
  return markup`<p class="where">${page === undefined ? words : markup`<a href="${page}#${anchorOf(at)}">${words}</a>`}${
    document === undefined ? '' : ` \u00b7 ${rawPlace(document.doc, at)}`
  }</p>`
}

/** Places whose passage is at hand: named under what they show, with links, instead of quoted once more. */
function chips(places: readonly Place[], site: Site, home = '', flagged: ReadonlySet<string> = new Set()): Markup {
  const notes = Map.groupBy(places, ({ note }) => note ?? '')
  const chip = ({ at, tone }: Place): Markup | '' => {
    if (at.doc === home && flagged.has(`${at.start}-${at.end}`)) return ''
    const page = site.page(at.doc)
    const words = markup`<mark class="${tone}">${inline(at.quote.exact)}</mark>`
    return page === undefined
      ? markup`<li>${words}</li>`
      : markup`<li><a href="${page}#${anchorOf(at)}" title="character ${figure(at.start)}">${words}</a></li>`
  }
  return markup`${[...notes].map(([note, here]) => {
    const links = here.map(chip).filter(link => link !== '')
    return markup`<div class="pair">${note === '' ? '' : markup`<p class="note">${inline(sentenceCase(note))}</p>`}${
      links.length === 0 ? '' : markup`<ul class="chips">${links}</ul>`
    }</div>`
  })}`
}
