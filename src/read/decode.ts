import { InputError } from '../model/errors.ts'

/** A source's bytes as a string; raw offsets count its UTF-16 units, a byte order mark included. */
export interface Decoded {
  readonly raw: string
  /** Where the text begins: 1 after a byte order mark, else 0. */
  readonly start: number
  /** WHATWG name of the encoding. */
  readonly encoding: string
}

/** Decodes a source. @throws InputError for binary data, and for text that no encoding fits. */
export function decode({ bytes }: { readonly bytes: Uint8Array }): Decoded {
  if (bytes.includes(0)) throw new InputError('binary file: it holds NUL bytes')
  try {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { raw, start: raw.startsWith('\uFEFF') ? 1 : 0, encoding: 'utf-8' }
  } catch {
    throw new InputError('not UTF-8')
  }
}
