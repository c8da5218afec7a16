import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import { writeWholeFile } from '../store/whole-file.ts'

/** OWASP's password storage cheat sheet: scrypt with N = 2^15, r = 8, p = 3 needs 32 MiB and a tenth of a second. */
const COST: Cost = { log2N: 15, r: 8, p: 3 }
const KEY = 32
const SALT = 16
const SHORTEST = 8

/** What scrypt is to cost (RFC 7914): 128 bytes · 2^log2N · r of memory, p times. */
export interface Cost {
  readonly log2N: number
  readonly r: number
  readonly p: number
}

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const keyOf = (password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> =>
  derive(password.normalize('NFKC'), salt, KEY, { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r })

/** A salted hash of a password; nothing else of it is kept. */
export type PasswordHash = string & { readonly kind: 'scrypt' }

/** Cost, salt and key; bounded, so that no file makes a check last for minutes. */
const FORM = /^scrypt:(1\d|[1-9]):([1-9]):([1-9]):([A-Za-z0-9_-]{22}):([A-Za-z0-9_-]{43})$/

/** Hashes a password, with a new salt. @throws FatalError 2 when it is too short */
export async function hashPassword(password: string, cost = COST): Promise<PasswordHash> {
  if (password.length < SHORTEST) throw new FatalError(`a password has at least ${SHORTEST} characters`, EXIT.usage)
  const salt = randomBytes(SALT)
  const key = await keyOf(password, salt, cost)
  const { log2N, r, p } = cost
  return `scrypt:${log2N}:${r}:${p}:${salt.toString('base64url')}:${key.toString('base64url')}` as PasswordHash
}

/** Whether a password is the one that was hashed, in a time that does not tell how much of it is right. */
export async function isPassword(given: string, hash: PasswordHash): Promise<boolean> {
  const [, log2N, r, p, salt = '', key = ''] = FORM.exec(hash) ?? []
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) }
  return timingSafeEqual(await keyOf(given, Buffer.from(salt, 'base64url'), cost), Buffer.from(key, 'base64url'))
}

/** Reads the file that `errata review password` writes. @throws FatalError 2 when it is not there or is none */
export function readPasswordFile(file: string): PasswordHash {
  try {
    const hash = readFileSync(file, 'utf8').trim()
    if (FORM.test(hash)) return hash as PasswordHash
  } catch (error) {
    throw new FatalError(`${file}: ${systemReason(error)}`, EXIT.usage, { cause: error })
  }
  throw new FatalError(`${file}: holds no hash of a password; "errata review password ${file}" makes one`, EXIT.usage)
}

/** Writes the hash, for its owner's eyes only. @throws FatalError 74 when it cannot be written */
export function writePasswordFile(file: string, hash: PasswordHash): void {
  writeWholeFile(file, `${hash}\n`, 0o600)
}
