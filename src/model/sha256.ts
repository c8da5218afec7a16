import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal: names sources, texts and whatever else is known by its content. Of a string, its UTF-8 bytes. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
