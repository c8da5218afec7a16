import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { InputError, TransientError } from '../../model/errors.ts'

/** Rules forbid it, not the host's answer: looked at anew in each run, for they may change. */
export class RefusedError extends InputError {}

/** Every address of a host name, or the address itself when the name is one. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** The system's own resolver. */
export const systemResolve: Resolve = async host =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address)

/** 2000::/3: all that is handed out as global unicast (RFC 4291; IANA IPv6 address space). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/**
 * Whether an address is of the public internet: not private, loopback, link-local, shared, reserved or multicast, and no
 * IPv6 form that leads to an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST)
}

/** A host of an address as DNS knows it: without the brackets of IPv6. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/**
 * The addresses that a request to this URL may connect to.
 * @param allow origins whose addresses need not be public
 * @throws RefusedError when the scheme is not http(s), the port another service's, or an address of the host is not public
 * @throws TransientError when the host cannot be looked up
 */
export async function addressesFor(url: URL, allow: readonly string[], resolve: Resolve): Promise<readonly string[]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RefusedError(`${url.protocol} addresses are not fetched, only http and https`)
  const host = hostOf(url)
  const own = allow.includes(url.origin)
  const port = Number(url.port)
  if (!own && port !== 0 && port < 1024 && port !== 80 && port !== 443)
    throw new RefusedError(`refused: port ${port} is not one of the web`)
  // Nothing is asked of anybody about an address that is written out.
  if (!own && ipaddr.isValid(host) && !isPublic(host)) throw notPublic(host, [host])
  const found = await resolved(host, resolve)
  const wrong = own ? [] : found.filter(address => !isPublic(address))
  if (wrong.length > 0) throw notPublic(host, wrong)
  return found
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  let found: readonly string[]
  try {
    found = await resolve(host)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'no reason given'
    throw new TransientError(`the host ${host} cannot be looked up (${code})`, { cause: error })
  }
  if (found.length === 0) throw new TransientError(`the host ${host} has no address`)
  return found
}

const notPublic = (host: string, addresses: readonly string[]): RefusedError => {
  const [first] = addresses
  const also = first === host ? 'it is' : `${host} leads to ${first}, which is`
  return new RefusedError(`refused: ${also} not a public address; fetch.allow names hosts of one's own`)
}

/** A `lookup` for sockets that knows the checked addresses only: what was looked at is what is connected to. */
export function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map(address => ({ address, family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4 }))
  return (_host, options, callback) => {
    const family = options.family === 4 || options.family === 6 ? options.family : undefined
    const usable = family === undefined ? all : all.filter(address => address.family === family)
    const [first] = usable
    if (!first) callback(new Error(`no address of family ${family}`), '', 0)
    else if (options.all) callback(null, usable)
    else callback(null, first.address, first.family)
  }
}
