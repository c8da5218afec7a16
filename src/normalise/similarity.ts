// By deep path: natural's root reads .env, prints to stdout and loads drivers of three databases (837 ms, 160 MB).
import { DamerauLevenshteinDistance, JaroWinklerDistance } from 'natural/lib/natural/distance/index.js'

/** natural fills a matrix of objects: beyond this many units two strings are not names, and the matrix not worth its memory. */
const LONGEST = 64

/**
 * Restricted Damerau-Levenshtein distance: insertions, deletions, substitutions and transpositions of UTF-16 units that turn `a` into `b`.
 * Strings of more than 64 units that differ count as wholly different: the length of the longer one.
 */
export function damerau(a: string, b: string): number {
  if (a === b) return 0
  if (a.length > LONGEST || b.length > LONGEST) return Math.max(a.length, b.length)
  // Unrestricted, natural 8.1.1 gives 0 for "xa" and "xaa"; the restricted form (optimal string alignment) is right.
  return DamerauLevenshteinDistance(a, b, { restricted: true })
}

/**
 * Jaro-Winkler similarity, 0 (nothing shared) to 1 (equal); a shared beginning counts extra, as in names. Case counts: fold first.
 * Strings of more than 64 units that differ have similarity 0.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  if (a.length > LONGEST || b.length > LONGEST) return 0
  return JaroWinklerDistance(a, b)
}
