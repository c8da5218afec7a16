import type { Mention, MentionType } from '../../model/mention.ts'
import type { Selector, Span } from '../../model/span.ts'
import type { FlagGroup } from '../group.ts'
import { segments, stands } from '../passage.ts'
import type { ReportDocument } from '../report.ts'
import { anchorOf } from './address.ts'
import { type Markup, markup, shown } from './markup.ts'

/** Types of mention by what a reader wants to tell apart: each family has a colour and a kind of underline. */
export const FAMILIES: Readonly<Record<string, readonly MentionType[]>> = {
  'groups, malware and tools': ['actor', 'malware', 'tool', 'cve'],
  'people and organisations': ['person', 'organization', 'sector'],
  'countries and places': ['country', 'place'],
  'amounts and counts': ['money', 'count', 'percent'],
  'dates and durations': ['date', 'duration'],
}

/** Class of a mention's family: "family-0" … */
export const familyClass = (type: MentionType): string =>
  `family-${Object.values(FAMILIES).findIndex(types => types.includes(type))}`

type Mark = Span &
  ({ readonly mention: Mention } | { readonly flag: string; readonly severity: string } | { readonly cited: true })

/** An article's text with every mention underlined, flagged words that it still has marked and linked to their cards (`address` of a group's id). */
export function article(
  { doc, mentions }: ReportDocument,
  groups: readonly FlagGroup[],
  cited: readonly Selector[],
  address: (group: string) => string = group => `#${group}`,
): Markup {
  const flags = groups.flatMap(group =>
    group.flags
      .filter(({ at }) => stands(doc, at))
      .map(({ at, severity }) => ({ start: at.start, end: at.end, flag: group.id, severity })),
  )
  const marks: Mark[] = [
    ...flags,
    ...cited.filter(at => stands(doc, at)).map(({ start, end }) => ({ start, end, cited: true as const })),
    ...mentions.map(mention => ({ start: mention.start, end: mention.end, mention })),
  ]
  const placed = new Set<string>()
  const lines: Markup[] = []
  let position = 0
  let next = 0
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  for (const line of doc.text.split('\n')) {
    const end = position + line.length
    const here: Mark[] = []
    while (next < sorted.length && (sorted[next]?.start ?? end) < end + 1) {
      const mark = sorted[next++]
      if (mark) here.push(mark)
    }
    if (line.trim() !== '')
      lines.push(
        markup`<p dir="auto">${segments(line, position, here).map(({ text, marks: on }) => stretch(text, on, placed, address))}</p>\n`,
      )
    position = end + 1
  }
  return markup`${lines}`
}

/** One stretch between borders: mention outside, flag inside; the anchor stands where its mark begins. */
function stretch(text: string, on: readonly Mark[], placed: Set<string>, address: (group: string) => string): Markup {
  let made = markup`${shown(text)}`
  const flag = on.find(mark => 'flag' in mark)
  const cited = on.find(mark => 'cited' in mark)
  const mention = on.find(mark => 'mention' in mark)?.mention
  for (const mark of [cited, flag]) {
    if (!mark) continue
    const anchor = anchorOf(mark)
    const id = placed.has(anchor) ? '' : markup` id="${anchor}"`
    placed.add(anchor)
    made =
      'flag' in mark
        ? markup`<a class="flagged"${id} href="${address(mark.flag)}"><mark class="wrong ${mark.severity}">${made}</mark></a>`
        : markup`<span class="cited"${id}>${made}</span>`
  }
  return mention
    ? markup`<span class="mention ${familyClass(mention.type)}" title="${meaning(mention)}">${made}</span>`
    : made
}

/** A mention's type and value in a line, for its tool tip. */
export function meaning({ type, value }: Mention): string {
  if (value === undefined) return type
  const shownValue = Object.entries(value).map(([name, part]) =>
    name === 'canonical' || name === 'timex' || name === 'id' || name === 'iso2' ? String(part) : `${name} ${part}`,
  )
  return `${type}: ${shownValue.join(', ')}`
}
