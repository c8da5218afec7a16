import type { Mention } from '../model/mention.ts'

/** Overlapping mentions: the longest wins, then the first in the order of the extractors. Sorted by start. */
export function resolve(mentions: readonly Mention[]): Mention[] {
  const ranked = mentions
    .map((mention, order) => ({ mention, order }))
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end || a.order - b.order)
  const kept: Mention[] = []
  for (const { mention } of ranked) {
    const last = kept.at(-1)
    if (last === undefined || mention.start >= last.end) kept.push(mention)
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention
  }
  return kept
}
