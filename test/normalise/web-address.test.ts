import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSecrets, withoutSecrets, withoutTracking } from '../../src/normalise/web-address.ts'

describe('an address as it may be shown', () => {
  it.each([
    ['https://u:p@x.example/a', 'https://x.example/a'],
    ['https://x.example/a#access_token=1', 'https://x.example/a'],
    ['https://x.example/a?id=7&token=abc', 'https://x.example/a?id=7&token=REDACTED'],
    ['https://x.example/a?API-Key=abc&b', 'https://x.example/a?API-Key=REDACTED&b'],
    ['https://x.example/a?X-Amz-Signature=abc', 'https://x.example/a?X-Amz-Signature=REDACTED'],
    ['https://x.example/a?accessKey=abc', 'https://x.example/a?accessKey=REDACTED'],
    ['https://x.example/a?PHPSESSID=abc', 'https://x.example/a?PHPSESSID=REDACTED'],
    ['https://x.example/a?%74oken=abc', 'https://x.example/a?%74oken=REDACTED'],
    ['https://x.example/a;jsessionid=ABC/b', 'https://x.example/a;jsessionid=REDACTED/b'],
    ['https://x.example/a?q=eyJhbGciOiJI.eyJzdWIiOiIx.c2ln', 'https://x.example/a?q=REDACTED'],
    [
      'https://x.example/go?to=https%3A%2F%2Fu%3Ap%40y.example%2F%3Fsig%3D1',
      `https://x.example/go?to=${encodeURIComponent('https://y.example/?sig=REDACTED')}`,
    ],
    [
      'https://x.example/a?keyword=bank&monkey=1&design=2&page=3',
      'https://x.example/a?keyword=bank&monkey=1&design=2&page=3',
    ],
    ['https://x.example/caf%C3%A9?q=a+b%20c', 'https://x.example/caf%C3%A9?q=a+b%20c'],
    ['not an address with token=abc', '(not an address)'],
  ])('%s', (address, shown) => {
    expect(withoutSecrets(address)).toBe(shown)
    expect(hasSecrets(address)).toBe(shown !== address && shown !== '(not an address)')
  })

  it('never keeps a secret value, however it is written', () => {
    const names = fc.constantFrom('token', 'Access_Token', 'api-key', 'sig', 'password', 'sessionId', 'client_secret')
    fc.assert(
      fc.property(
        names,
        fc.stringMatching(/^[a-z0-9]{12,30}$/),
        fc.webUrl(),
        fc.boolean(),
        (name, secret, base, more) => {
          const address = `${base}?a=1&${name}=${secret}${more ? '&z=2' : ''}`
          expect(withoutSecrets(address)).not.toContain(secret)
          expect(withoutSecrets(withoutSecrets(address))).toBe(withoutSecrets(address))
        },
      ),
    )
  })
})

describe('an address without tracking', () => {
  it('is the same for two links to one page', () => {
    expect(withoutTracking('https://x.example/a?utm_source=rss&id=1&fbclid=2#top')).toBe('https://x.example/a?id=1')
    expect(withoutTracking('https://x.example/a?utm_medium=x')).toBe('https://x.example/a')
    expect(withoutTracking('https://x.example/a?id=%41&x')).toBe('https://x.example/a?id=%41&x')
  })
})
