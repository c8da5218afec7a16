import type { Evidence } from '../../model/discrepancy.ts'
import type { Selector, Span } from '../../model/span.ts'
import { type Passage, passageAt, passageOf, segments } from '../passage.ts'
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

/** The passages around places, each once, in the order of their first place, with the documents they come from. */
export function exhibits(
  places: readonly Place[],
  home: string,
  site: Site,
  documents: ReadonlyMap<string, ReportDocument>,
): Markup {
  const beside = places.filter(({ at }) => at.doc === site.beside)
  const shownHere = merged(
    places.filter(({ at }) => at.doc !== site.beside),
    documents,
  )
  let said = ''
  const blocks = shownHere.map(({ passage, places: here }) => {
    const notes = notesOf(here)
    const heading = notes === '' || notes === said ? '' : markup`<p class="note">${inline(notes)}</p>`
    said = notes
    return markup`<div class="exhibit">${heading}${quotation(passage, here)}${where(site, here[0].at, home, documents)}</div>`
  })
  const more = blocks.length - SHOWN
  return markup`${chips(beside)}${blocks.slice(0, SHOWN)}${
    more > 0
      ? markup`<details><summary>${figure(more)} more ${more === 1 ? 'passage' : 'passages'}</summary>${blocks.slice(SHOWN)}</details>`
      : ''
  }`
}

function merged(places: readonly Place[], documents: ReadonlyMap<string, ReportDocument>): Exhibit[] {
  const found = new Map<string, Exhibit>()
  for (const place of places) {
    const doc = documents.get(place.at.doc)?.doc
    const passage = doc ? passageAt(doc, place.at) : passageOf(place.at)
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

function quotation(passage: Passage, places: readonly Place[]): Markup {
  const marks = places.map(({ at, tone }): Span & { tone: Tone } => ({ start: at.start, end: at.end, tone }))
  const words = segments(passage.text, passage.start, marks).map(({ text, marks: on }) =>
    on[0] ? markup`<mark class="${on[0].tone}">${shown(text)}</mark>` : shown(text),
  )
  return markup`<blockquote dir="auto">${passage.cutBefore ? '\u2026 ' : ''}${words}${passage.cutAfter ? ' \u2026' : ''}</blockquote>`
}

/** Where a passage stands: its document when it is another one, its first character, a link to its page. */
function where(site: Site, at: Selector, home: string, documents: ReadonlyMap<string, ReportDocument>): Markup {
  const page = site.page(at.doc)
  const title = documents.get(at.doc)?.doc.title ?? at.doc
  const words = markup`${at.doc === home ? '' : markup`${inline(title)}, `}character ${figure(at.start)}`
  return markup`<p class="where">${page === undefined ? words : markup`<a href="${page}#${anchorOf(at)}">${words}</a>`}</p>`
}

/** Places in the article that the card stands beside: links into it instead of its words once more. */
function chips(places: readonly Place[]): Markup {
  const notes = Map.groupBy(places, ({ note }) => note ?? '')
  return markup`${[...notes].map(
    ([note, here]) =>
      markup`${note === '' ? '' : markup`<p class="note">${inline(sentenceCase(note))}</p>`}<ul class="chips">${here.map(
        ({ at, tone }) =>
          markup`<li><a href="#${anchorOf(at)}" title="character ${figure(at.start)}"><mark class="${tone}">${inline(at.quote.exact)}</mark> ${figure(at.start)}</a></li>`,
      )}</ul>`,
  )}`
}
