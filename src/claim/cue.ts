/** A piece that every match of a pattern holds. */
export interface Cue {
  /** Whether a sentence holds it; asked again about the same sentence, it remembers. */
  test(code: string): boolean
}

const bySource = new Map<string, Cue>()

/** The cue of an expression's source. Patterns that share a piece share its cue, so that a sentence is searched for it once. */
export function cueOf(source: string): Cue {
  const known = bySource.get(source)
  if (known) return known
  const form = new RegExp(source)
  let last: string | undefined
  let found = false
  const cue: Cue = {
    test(code) {
      if (code !== last) {
        found = form.test(code)
        last = code
      }
      return found
    },
  }
  bySource.set(source, cue)
  return cue
}
