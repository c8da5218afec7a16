/**
 * Positions of a text in Unicode code points, as W3C Web Annotation counts them, for positions in UTF-16 code units: by
 * bisection over the places of the characters that take two units.
 */
export function codePointIndex(text: string): (position: number) => number {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index)
  return position => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? 0) < position) low = middle + 1
      else high = middle
    }
    return position - low
  }
}
