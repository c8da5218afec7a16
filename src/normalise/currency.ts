/**
 * Names and signs of currencies. ISO 4217 codes and English names; ISO's retired codes for currencies that the euro
 * replaced; ticker symbols for crypto-currencies, which ISO does not list. A plain "dollar" or "$" is the US dollar and a
 * plain "pound" or "£" sterling, unless words or letters before it say otherwise.
 */
const NAMES: Readonly<Record<string, string>> = {
  USD: 'dollar,buck,us dollar,u.s. dollar,american dollar,united states dollar',
  EUR: 'euro',
  GBP: 'pound,pound sterling,sterling,quid,british pound,uk pound',
  JPY: 'yen,japanese yen',
  CNY: 'yuan,renminbi,rmb,chinese yuan,chinese renminbi',
  INR: 'rupee,indian rupee',
  RUB: 'ruble,rouble,russian ruble,russian rouble',
  KRW: 'won,korean won,south korean won',
  BRL: 'real,reais,brazilian real',
  CAD: 'canadian dollar',
  AUD: 'australian dollar',
  NZD: 'new zealand dollar',
  HKD: 'hong kong dollar',
  SGD: 'singapore dollar,singaporean dollar',
  TWD: 'taiwan dollar,new taiwan dollar,taiwanese dollar',
  JMD: 'jamaican dollar',
  CHF: 'swiss franc',
  SEK: 'swedish krona,swedish kronor,krona,kronor',
  NOK: 'norwegian krone,norwegian kroner',
  DKK: 'danish krone,danish kroner',
  ISK: 'icelandic krona',
  PLN: 'zloty,zlotys,polish zloty',
  CZK: 'koruna,czech koruna,czech crown',
  HUF: 'forint,hungarian forint',
  RON: 'romanian leu,romanian lei',
  BGN: 'bulgarian lev',
  HRK: 'kuna,croatian kuna',
  RSD: 'serbian dinar',
  UAH: 'hryvnia,hryvnya,ukrainian hryvnia',
  BYN: 'belarusian ruble,belarusian rouble',
  GEL: 'lari,georgian lari',
  KZT: 'tenge,kazakhstani tenge',
  UZS: 'uzbek som,uzbekistani som',
  TRY: 'lira,turkish lira',
  ILS: 'shekel,israeli shekel,new israeli shekel',
  SAR: 'riyal,saudi riyal',
  QAR: 'qatari riyal',
  AED: 'dirham,uae dirham,emirati dirham',
  MAD: 'moroccan dirham',
  KWD: 'kuwaiti dinar',
  BHD: 'bahraini dinar',
  JOD: 'jordanian dinar',
  IQD: 'iraqi dinar',
  LYD: 'libyan dinar',
  DZD: 'algerian dinar',
  TND: 'tunisian dinar',
  IRR: 'rial,iranian rial',
  OMR: 'omani rial',
  YER: 'yemeni rial',
  EGP: 'egyptian pound',
  LBP: 'lebanese pound',
  SYP: 'syrian pound',
  SDG: 'sudanese pound',
  PKR: 'pakistani rupee',
  LKR: 'sri lankan rupee',
  NPR: 'nepalese rupee,nepali rupee',
  MUR: 'mauritian rupee',
  BDT: 'taka,bangladeshi taka',
  AFN: 'afghani',
  IDR: 'rupiah,indonesian rupiah',
  MYR: 'ringgit,malaysian ringgit',
  THB: 'baht,thai baht',
  VND: 'dong,vietnamese dong',
  PHP: 'philippine peso',
  LAK: 'kip,lao kip',
  KHR: 'riel',
  MMK: 'kyat',
  MNT: 'tugrik',
  KPW: 'north korean won',
  MXN: 'peso,mexican peso',
  ARS: 'argentine peso,argentinian peso',
  CLP: 'chilean peso',
  COP: 'colombian peso',
  UYU: 'uruguayan peso',
  CUP: 'cuban peso',
  DOP: 'dominican peso',
  PEN: 'peruvian sol,nuevo sol',
  BOB: 'boliviano',
  PYG: 'guarani',
  CRC: 'costa rican colon',
  GTQ: 'quetzal',
  HNL: 'lempira',
  VES: 'bolivar,venezuelan bolivar',
  ZAR: 'rand,south african rand',
  NGN: 'naira,nigerian naira',
  GHS: 'cedi,ghanaian cedi',
  KES: 'kenyan shilling',
  TZS: 'tanzanian shilling',
  UGX: 'ugandan shilling',
  ETB: 'birr',
  FIM: 'markka,finnish markka',
  DEM: 'deutsche mark,german mark,deutschemark,d-mark',
  NLG: 'guilder,dutch guilder',
  ESP: 'peseta,spanish peseta',
  ITL: 'italian lira',
  FRF: 'french franc',
  BEF: 'belgian franc',
  ATS: 'austrian schilling',
  PTE: 'portuguese escudo',
  GRD: 'drachma,greek drachma',
  IEP: 'irish pound,punt',
  BTC: 'bitcoin,btc',
  ETH: 'ether,ethereum,eth',
  XMR: 'monero,xmr',
  LTC: 'litecoin,ltc',
  BCH: 'bitcoin cash,bch',
  XRP: 'ripple,xrp',
  ZEC: 'zcash,zec',
  DASH: 'dash',
  DOGE: 'dogecoin,doge',
  USDT: 'tether,usdt',
  USDC: 'usdc',
  BNB: 'bnb',
  SOL: 'solana',
  TRX: 'tron,trx',
}

/** A currency's hundredth, by name. */
const PARTS: Readonly<Record<string, string>> = {
  cent: 'USD',
  pence: 'GBP',
  'euro cent': 'EUR',
  eurocent: 'EUR',
  kopeck: 'RUB',
  paise: 'INR',
}

/** Signs; letters that may stand before a dollar sign are in PREFIXES. */
const SIGNS: Readonly<Record<string, string>> = {
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
}

/** Letters that make another currency of a dollar sign: HK$, NT$, R$. */
const PREFIXES: Readonly<Record<string, string>> = {
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
}

/** Abbreviations that stand before an amount as a sign does. */
const LEADING: Readonly<Record<string, string>> = { rs: 'INR', rm: 'MYR', rp: 'IDR', kr: 'SEK', chf: 'CHF' }

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
export const currencyOfSign = (sign: string): string | undefined => SIGNS[sign]

/** Currency that letters before a dollar sign make of it (hk, u.s); an ISO code counts too. */
export const currencyOfPrefix = (letters: string): string | undefined => {
  const code = letters.toUpperCase()
  return (
    PREFIXES[letters.toLowerCase()] ??
    (CODES.has(code) && code.endsWith('D') ? code : code === 'MXN' ? code : undefined)
  )
}

/** Currency of an abbreviation before an amount (Rs, RM). */
export const currencyOfLead = (word: string): string | undefined => LEADING[word]

/** Currency of an ISO code or ticker in capitals, with a leading M or k for millions and thousands ("MUSD"). */
export function currencyOfCode(code: string): { readonly currency: string; readonly scale: number } | undefined {
  const known = (text: string): string | undefined =>
    CODES.has(text) ? (text === 'RMB' || text === 'CNH' ? 'CNY' : text) : undefined
  const whole = known(code)
  if (whole) return { currency: whole, scale: 1 }
  const rest = code.length === 4 ? known(code.slice(1)) : undefined
  return rest && /^[Mk]/.test(code) ? { currency: rest, scale: code.startsWith('M') ? 1e6 : 1e3 } : undefined
}

/** Currency of an English name of one to three words, lower case, singular or plural ("swiss francs"). */
export const currencyOfName = (name: string): string | undefined => byName.get(name)

/** Currency of whose hundredth a word is the name ("cents"). */
export const currencyOfPart = (word: string): string | undefined => PARTS[word] ?? PARTS[word.replace(/s$/, '')]
