/** A node of JSON-LD, as pages write it: any key may hold anything. */
export type LdNode = Readonly<Record<string, unknown>>

/** Types of schema.org that an article page gives its article, best first. */
const TYPES = [/Article$|^Report$/, /Posting$|^ClaimReview$/, /^WebPage$/]
/** Longer scripts are data of the page's programs. */
const LONGEST = 500_000

/**
 * The nodes of a page's JSON-LD scripts that may describe its article, best first: top-level ones and those of `@graph`,
 * never the items of lists. Scripts that are not JSON are counted in `broken`.
 */
export function articleNodesOf(scripts: readonly string[]): { nodes: LdNode[]; broken: number } {
  let broken = 0
  const all: LdNode[] = []
  for (const script of scripts) {
    const value = script.length > LONGEST ? undefined : parse(script)
    if (value === undefined) broken++
    for (const node of list(value)) {
      if (!isNode(node)) continue
      all.push(node, ...list(node['@graph']).filter(isNode))
    }
  }
  return { nodes: TYPES.flatMap(type => all.filter(node => typesOf(node).some(name => type.test(name)))), broken }
}

/** Pages wrap the script in comments or CDATA, and leave raw line breaks in strings. */
function parse(script: string): unknown {
  const bare = script
    .trim()
    .replace(/^(?:<!--|\/\*\s?<!\[CDATA\[\s?\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s?\]\]>\s?\*\/|\/\/\]\]>|\]\]>)$/, '')
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/;\s{0,9}$/, '')
  try {
    return JSON.parse(bare) as unknown
  } catch {
    return undefined
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const isNode = (value: unknown): value is LdNode => typeof value === 'object' && value !== null && !Array.isArray(value)
const typesOf = (node: LdNode): string[] => list(node['@type']).filter(type => typeof type === 'string')

/** The string (or the `name`, `@id` or `url` of the node) that a key holds; the first of a list. */
export function stringAt(node: LdNode, key: string): string | undefined {
  for (const value of list(node[key])) {
    if (typeof value === 'string' && value.trim()) return value.trim()
    if (!isNode(value)) continue
    const inner = value['name'] ?? value['@id'] ?? value['url']
    if (typeof inner === 'string' && inner.trim()) return inner.trim()
  }
  return undefined
}

/** Every name that a key holds: the authors of an article. */
export const namesAt = (node: LdNode, key: string): string[] =>
  list(node[key]).flatMap(value => {
    const name = isNode(value) ? value['name'] : value
    return list(name).filter(one => typeof one === 'string')
  })
