import { createHash } from 'node:crypto'

/** What an address is remembered under: its hash tells addresses apart that differ in a secret only, and holds none. */
export const keyOf = (address: string): string => createHash('sha256').update(address).digest('hex')
