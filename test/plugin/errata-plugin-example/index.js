import { advisory } from './parts/advisory.js'
import { letters } from './parts/letters.js'
import { repeatedWord } from './parts/repeated-word.js'
import { timed } from './parts/timed.js'
import { tsv } from './parts/tsv.js'

/** What errata reads: everything that this package adds. @type {import('errata').Plugin} */
export const plugin = {
  loaders: [letters],
  readers: [timed],
  extractors: [advisory],
  checks: [repeatedWord],
  writers: [tsv],
}
