import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Bytes that the guess looks at, from shortly before the first that is not ASCII. */
const SAMPLE = 65_536
const BEFORE = 1024

/**
 * Share of bytes beyond ASCII below which text in Latin letters is taken as windows-1252, as the HTML standard does.
 */
const SPARSE = 0.05

const LATIN = /^(?:windows-125[0-9]|iso-8859-\d+)$/

/**
 * The likeliest encoding of bytes that are not UTF-8, by letter and byte-pair frequencies; undefined when none of those
 * guessed decodes them. In text with few bytes beyond ASCII (an English article with curly quotes) the frequencies say
 * little: windows-1252.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const first = bytes.findIndex(byte => byte > 127)
  const from = Math.max(0, first - BEFORE)
  const sample = bytes.subarray(from, from + SAMPLE)
  // Loaded on the first need, because almost everything is UTF-8.
  const { analyse } = require('chardet') as typeof import('chardet')
  const names = analyse(sample).map(({ name }) => nameOf(name, bytes))
  const best = names.find(name => name !== undefined && name !== 'utf-8')
  const beyond = sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0)
  return best !== undefined && LATIN.test(best) && beyond < sample.length * SPARSE ? 'windows-1252' : best
}

/** The Encoding Standard's name of a guess, if the bytes are sound in it. */
function nameOf(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    decoder.decode(bytes)
    return decoder.encoding
  } catch {
    return undefined
  }
}
