/** What stands in the place of a value that may open something to whoever reads it. */
const HIDDEN = 'REDACTED'

/** Parts of a parameter's name, wherever they stand in it, whose value is a secret. */
const TELLING = /token|secret|passw|session|sessid|signature|api_?-?key|credential|jwt|bearer/i

/** Whole words of a parameter's name ("access-key", "X-Amz-Sig") whose value is a secret. */
const WORDS = new Set('key sig pwd pass auth sid hmac otp pin ticket cookie login'.split(' '))

/** A JSON web token, whatever its parameter is called. */
const TOKEN = /^eyJ[\w-]{8,}\.[\w-]{8,}\./

/** Parameters that tell a publisher where a reader came from and change nothing in the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|cmpid)$/i

/** Addresses inside addresses are looked through so deep. */
const DEPTH = 3

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)

const isSecret = (name: string): boolean => TELLING.test(name) || wordsOf(name).some(word => WORDS.has(word))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** One `name=value` of a query as it may be shown. */
function shownPair(pair: string, depth: number): string {
  const equals = pair.indexOf('=')
  if (equals < 0) return pair
  const value = decoded(pair.slice(equals + 1))
  if (value === '') return pair
  const name = pair.slice(0, equals + 1)
  if (isSecret(decoded(name)) || TOKEN.test(value)) return `${name}${HIDDEN}`
  if (!/^[a-z]{2,10}:\/\//i.test(value)) return pair
  const inner = depth > 0 ? withoutSecrets(value, depth - 1) : HIDDEN
  return inner === value ? pair : `${name}${encodeURIComponent(inner)}`
}

/**
 * An address as metadata, logs, reports and ids may carry it: without user name, password and fragment (an implicit grant
 * puts its token there), and with `REDACTED` for secret-looking values of its query and path parameters. Anything that is no
 * address keeps nothing but its scheme's shape: it becomes "(not an address)".
 */
export function withoutSecrets(address: string, depth = DEPTH): string {
  if (!URL.canParse(address)) return '(not an address)'
  const url = new URL(address)
  url.username = ''
  url.password = ''
  url.hash = ''
  if (url.search.length > 1)
    url.search = url.search
      .slice(1)
      .split('&')
      .map(pair => shownPair(pair, depth))
      .join('&')
  if (url.pathname.includes(';'))
    url.pathname = url.pathname.replace(/(?<=;)([^;/=]{1,100})=([^;/]+)/g, (pair, name: string) =>
      isSecret(name) ? `${name}=${HIDDEN}` : pair,
    )
  return url.href
}

/** Whether an address carries something that must not be shown. */
export const hasSecrets = (address: string): boolean => {
  // Without these signs an address has none of the parts that are looked at, and most have none of them.
  if (!/[@?;#]/.test(address)) return false
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  const fragment = url.hash.slice(1)
  url.hash = ''
  return withoutSecrets(address) !== url.href || fragment.split('&').some(pair => shownPair(pair, DEPTH) !== pair)
}

/** An address without what only tells where the reader came from: two links with the same one lead to the same page. */
export function withoutTracking(address: string): string {
  const url = new URL(address)
  url.hash = ''
  if (url.search !== '') {
    const pairs = url.search.slice(1).split('&')
    const kept = pairs.filter(pair => pair !== '' && !TRACKING.test(decoded(pair.split('=')[0] ?? '')))
    if (kept.length < pairs.length) url.search = kept.join('&')
  }
  return url.href
}

/** Whether a text is an http(s) address without a user name or password. */
export function isWeb(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
