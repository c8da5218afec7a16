/** Milliseconds of a unit of time. */
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A length of time in words ("90s", "30m", "26h", "2d") in milliseconds; undefined when it is none. */
export function lengthOf(words: string): number | undefined {
  const match = /^(\d{1,6})([smhd])$/.exec(words.trim())
  const length = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? 0)
  return length > 0 ? length : undefined
}
