import type { NameHit } from '../model/stage.ts'

/** What may stand between two items of a list: "Maze, REvil and Ryuk", "Egregor/Maze", quotes and marks around them. */
const BETWEEN =
  /^(?:,?["'\u2018\u2019\u201c\u201d*_)\]]{0,2}(?:,? (?:and|or|&) |, ?|\/)|,["'\u2019\u201d] )["'\u2018\u201c*_([]{0,2}$/

/** Longest gap that can be such a link. */
const GAP = 10

/**
 * Which names of a list stand beside one that is sure, in one list: what holds for "Ryuk" in "Maze, REvil and Ryuk" holds
 * for its neighbours. Passed on from neighbour to neighbour in one pass each way.
 */
export function enumerated(
  hits: readonly NameHit[],
  text: string,
  sure: (hit: NameHit) => boolean,
): ReadonlySet<NameHit> {
  const found = new Set<NameHit>()
  const pass = (list: readonly NameHit[], gap: (a: NameHit, b: NameHit) => string): void => {
    let previous: NameHit | undefined
    for (const hit of list) {
      if (previous && !sure(hit) && (sure(previous) || found.has(previous)) && BETWEEN.test(gap(previous, hit)))
        found.add(hit)
      previous = hit
    }
  }
  const between = (a: NameHit, b: NameHit): string => (b.start - a.end > GAP ? '' : text.slice(a.end, b.start))
  pass(hits, between)
  pass(hits.toReversed(), (a, b) => between(b, a))
  return found
}
