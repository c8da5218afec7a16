import { sha256 } from '../../model/sha256.ts'

/** What an address is remembered under: its hash tells addresses apart that differ in a secret only, and holds none. */
export const keyOf = (address: string): string => sha256(address)
