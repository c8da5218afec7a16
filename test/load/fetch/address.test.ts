import { describe, expect, it } from 'vitest'
import { addressesFor, isPublic, pinned, RefusedError } from '../../../src/load/fetch/address.ts'
import { TransientError } from '../../../src/model/errors.ts'

// Nothing here connects anywhere: answers of the injected resolver are only looked at.
const resolving =
  (...addresses: string[]) =>
  async () =>
    addresses
const never = async (): Promise<string[]> => {
  throw new Error('nobody may be asked')
}

describe('a public address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])('%s', address =>
    expect(isPublic(address)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'localhost',
    '',
  ])('is not %s', address => expect(isPublic(address)).toBe(false))
})

describe('addresses to connect to', () => {
  it('are refused unless all are public', async () => {
    const url = new URL('https://site.invalid/')
    expect(await addressesFor(url, [], resolving('93.184.216.34', '8.8.8.8'))).toEqual(['93.184.216.34', '8.8.8.8'])
    for (const wrong of ['10.0.0.1', '::1', '::ffff:10.0.0.1', '169.254.169.254'])
      await expect(addressesFor(url, [], resolving('93.184.216.34', wrong))).rejects.toThrow(RefusedError)
  })

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://１２７.０.０.１/',
  ])('are refused for %s without asking anybody', async address => {
    await expect(addressesFor(new URL(address), [], never)).rejects.toThrow(/^refused: it is not a public address/)
  })

  it('are refused for names that lead inside', async () => {
    for (const name of ['localhost', 'localhost.', 'intranet.invalid'])
      await expect(addressesFor(new URL(`http://${name}/`), [], resolving('127.0.0.1'))).rejects.toThrow(RefusedError)
  })

  it('need not be public for the very origins that are allowed', async () => {
    const allow = ['http://127.0.0.1:8080']
    expect(await addressesFor(new URL('http://127.0.0.1:8080/a'), allow, resolving('127.0.0.1'))).toEqual(['127.0.0.1'])
    for (const other of ['http://127.0.0.1:8081/', 'https://127.0.0.1:8080/', 'http://localhost:8080/'])
      await expect(addressesFor(new URL(other), allow, resolving('127.0.0.1'))).rejects.toThrow(RefusedError)
  })

  it('are those of http and https only', async () => {
    for (const address of ['file:///etc/passwd', 'ftp://x.invalid/', 'data:text/html,x', 'gopher://x.invalid/'])
      await expect(addressesFor(new URL(address), [], never)).rejects.toThrow(RefusedError)
  })

  it('are not those of other services', async () => {
    for (const port of [22, 25, 81, 1023])
      await expect(addressesFor(new URL(`http://site.invalid:${port}/`), [], never)).rejects.toThrow(/^refused: port/)
    const found = resolving('93.184.216.34')
    for (const port of [80, 443, 8080])
      expect(await addressesFor(new URL(`http://site.invalid:${port}/`), [], found)).toEqual(['93.184.216.34'])
  })

  it('may be there tomorrow when they cannot be looked up today', async () => {
    const failing = async (): Promise<string[]> => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
    }
    const url = new URL('https://site.invalid/')
    await expect(addressesFor(url, [], failing)).rejects.toThrow(TransientError)
    await expect(addressesFor(url, [], resolving())).rejects.toThrow(TransientError)
  })

  it('are the only ones that a socket gets', () => {
    const given: unknown[] = []
    const callback = (...answer: unknown[]): void => void given.push(answer)
    const lookup = pinned(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])
    lookup('rebound.invalid', { all: true }, callback)
    lookup('rebound.invalid', {}, callback)
    lookup('rebound.invalid', { family: 6 }, callback)
    expect(given).toEqual([
      [
        null,
        [
          { address: '93.184.216.34', family: 4 },
          { address: '2606:2800:220:1:248:1893:25c8:1946', family: 6 },
        ],
      ],
      [null, '93.184.216.34', 4],
      [null, '2606:2800:220:1:248:1893:25c8:1946', 6],
    ])
  })
})
