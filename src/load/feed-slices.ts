import type { Span } from '../model/span.ts'

/** A feed's items as they stand in it, and what is needed to parse one of them by itself. */
export interface Slices {
  /** Name of the root element, as written. */
  readonly root: string
  /** The root's opening tag with its namespaces, in the string's units. */
  readonly rootTag: Span
  readonly items: readonly Span[]
  /** Where the first item begins, or the end. */
  readonly head: number
  /** Whether the feed ends before its root does; the item that broke off is not among `items`. */
  readonly broken: boolean
}

/** A root's opening tag is repeated for each item; real ones are shorter than 3,000. */
const MAX_ROOT = 10_000

const ROOT = /<(?:!--|!DOCTYPE|\?|([A-Za-z_][\w.-]{0,50}(?::[\w.-]{1,50})?)(?=[\s/>]))/gi

/**
 * Cuts a feed at its items. Comments and CDATA are passed over; nothing is expanded. Linear.
 * @param xml the feed, a unit for each byte or each pair of bytes
 * @returns undefined when the root element is none that feeds have; `root` then tells which, in the second place
 */
export function feedSlices(xml: string): Slices | { readonly notFeed: string | undefined } {
  const rootTag = rootOf(xml)
  const root = rootTag?.name
  const local = root?.slice(root.indexOf(':') + 1).toLowerCase()
  if (!rootTag || root === undefined || !/^(?:rss|feed|rdf)$/.test(local ?? '')) return { notFeed: root }
  const prefix = local === 'feed' && root.includes(':') ? root.slice(0, root.indexOf(':') + 1) : ''
  const name = `${prefix}${local === 'feed' ? 'entry' : 'item'}`
  const items: Span[] = []
  let open = -1
  let head = xml.length
  let broken = true
  const names = `${name}|${root}`.replaceAll('.', '\\.')
  const marks = new RegExp(`<!\\[CDATA\\[|<!--|<(/?)(${names})(?=[\\s/>])`, 'gi')
  marks.lastIndex = rootTag.end
  for (let mark = marks.exec(xml); mark; mark = marks.exec(xml)) {
    const [found, slash, element] = mark
    if (element === undefined) {
      const end = found === '<!--' ? '-->' : ']]>'
      const at = xml.indexOf(end, mark.index)
      if (at < 0) break
      marks.lastIndex = at + end.length
    } else if (element.toLowerCase() === root.toLowerCase()) {
      if (slash === '/') broken = false
    } else if (slash === '') {
      open = mark.index
      head = Math.min(head, open)
    } else if (open >= 0) {
      const end = xml.indexOf('>', mark.index)
      if (end < 0) break
      items.push({ start: open, end: end + 1 })
      open = -1
    }
  }
  return { root, rootTag, items, head, broken }
}

/** The first element; undefined when there is none, or its tag is not closed. */
function rootOf(xml: string): (Span & { readonly name: string }) | undefined {
  ROOT.lastIndex = 0
  for (let mark = ROOT.exec(xml); mark; mark = ROOT.exec(xml)) {
    const [found, name] = mark
    if (name !== undefined) {
      const end = xml.indexOf('>', mark.index)
      return end < 0 || end - mark.index > MAX_ROOT ? undefined : { name, start: mark.index, end: end + 1 }
    }
    const end = found === '<!--' ? '-->' : found === '<?' ? '?>' : '>'
    const at = xml.indexOf(end, mark.index)
    if (at < 0) return undefined
    ROOT.lastIndex = at + end.length
  }
  return undefined
}
