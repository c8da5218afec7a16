import { NAMES } from './currency-names.ts'

/** A currency's hundredth, by name. */
const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cent: 'USD',
    pence: 'GBP',
    'euro cent': 'EUR',
    eurocent: 'EUR',
    kopeck: 'RUB',
    paise: 'INR',
  }),
)

/** Signs; letters that may stand before a dollar sign are in PREFIXES. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    '＄': 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '￥': 'JPY',
    円: 'JPY',
    元: 'CNY',
    '₹': 'INR',
    '₽': 'RUB',
    '₩': 'KRW',
    '₪': 'ILS',
    '₺': 'TRY',
    '₴': 'UAH',
    '₫': 'VND',
    '฿': 'THB',
    '₱': 'PHP',
    '₦': 'NGN',
    '₡': 'CRC',
    '₾': 'GEL',
    '₭': 'LAK',
    '₮': 'MNT',
    '₸': 'KZT',
    '₼': 'AZN',
    '₲': 'PYG',
    '₵': 'GHS',
    '₿': 'BTC',
  }),
)

/** Letters that make another currency of a dollar sign: HK$, NT$, R$. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'USD',
    'u.s': 'USD',
    'u.s.': 'USD',
    hk: 'HKD',
    nz: 'NZD',
    s: 'SGD',
    sg: 'SGD',
    a: 'AUD',
    au: 'AUD',
    c: 'CAD',
    ca: 'CAD',
    can: 'CAD',
    r: 'BRL',
    nt: 'TWD',
    tw: 'TWD',
    j: 'JMD',
    mx: 'MXN',
    z: 'ZWL',
  }),
)

/** Abbreviations that stand before an amount as a sign does. */
const LEADING: ReadonlyMap<string, string> = new Map(
  Object.entries({ rs: 'INR', rm: 'MYR', rp: 'IDR', kr: 'SEK', chf: 'CHF' }),
)

/** ISO codes that are also words, taken only in capitals beside digits (as every code is): none is excluded but these. */
const CODES = new Set(
  `${Object.keys(NAMES).join(' ')} AZN ALL AMD AOA BAM BND BWP DJF ERN FJD GMD GNF GYD HTG ISK KGS LRD LSL MDL MGA MKD MOP MRU MVR MWK MZN NAD NIO PAB PGK RWF SCR SOS SRD SZL TJS TMT TOP TTD XAF XCD XOF ZMW ZWL MYR CNH RMB`.split(
    ' ',
  ),
)

const byName = new Map<string, string>()
for (const [code, names] of Object.entries(NAMES))
  for (const name of names.split(',')) {
    byName.set(name, code)
    byName.set(`${name}s`, code)
  }

/** Currency of a sign ($, €, ₽). */
export const currencyOfSign = (sign: string): string | undefined => SIGNS.get(sign)

/** Currency that letters before a dollar sign make of it (hk, u.s); an ISO code counts too. */
export const currencyOfPrefix = (letters: string): string | undefined => {
  const code = letters.toUpperCase()
  return (
    PREFIXES.get(letters.toLowerCase()) ??
    (CODES.has(code) && code.endsWith('D') ? code : code === 'MXN' ? code : undefined)
  )
}

/** Words in small letters that may stand before the digits or the dollar sign of an amount: codes, and letters such as "US" and "Rs". */
export const AMOUNT_LEADS: readonly string[] = [
  'u',
  ...[...PREFIXES.keys(), ...LEADING.keys(), ...CODES]
    .map(word => word.toLowerCase())
    .filter(word => !word.includes('.')),
]

/** Currency of an abbreviation before an amount (Rs, RM). */
export const currencyOfLead = (word: string): string | undefined => LEADING.get(word)

/** Currency of an ISO code or ticker in capitals, with a leading M or k for millions and thousands ("MUSD"). */
export function currencyOfCode(code: string): { readonly currency: string; readonly scale: number } | undefined {
  const known = (text: string): string | undefined =>
    CODES.has(text) ? (text === 'RMB' || text === 'CNH' ? 'CNY' : text) : undefined
  const whole = known(code)
  if (whole) return { currency: whole, scale: 1 }
  const rest = code.length === 4 ? known(code.slice(1)) : undefined
  return rest && /^[Mk]/.test(code) ? { currency: rest, scale: code.startsWith('M') ? 1e6 : 1e3 } : undefined
}

/** First words of every name of a currency or of its hundredth: few words that follow a number are one. */
const openings = new Set(
  [...byName.keys(), ...PARTS.keys()].flatMap(name => [name, `${name}s`]).map(name => name.split(' ')[0]),
)

/** Whether the name of a currency, or of its hundredth, can begin with a word in small letters. */
export const opensCurrency = (word: string): boolean => openings.has(word)

/** Currency of an English name of one to three words, lower case, singular or plural ("swiss francs"). */
export const currencyOfName = (name: string): string | undefined => byName.get(name)

/** Currency of whose hundredth a word is the name ("cents"). */
export const currencyOfPart = (word: string): string | undefined => PARTS.get(word) ?? PARTS.get(word.replace(/s$/, ''))
