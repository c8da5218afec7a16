import { readFileSync } from 'node:fs'

/** `corpus/knowledge/rates/exchange-rates.json`: yearly averages of currencies, yearly lows and highs of coins. */
interface Rates {
  readonly sources: readonly { readonly ref: string }[]
  readonly perDollar: Readonly<Record<string, { readonly from: number; readonly rates: readonly number[] }>>
  readonly dollarsPerCoin: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>
}

/** Lowest and highest number of US dollars that one unit was worth. */
export interface Band {
  readonly low: number
  readonly high: number
}

let rates: Rates | undefined
const load = (): Rates => {
  rates ??= JSON.parse(
    readFileSync(new URL('../../corpus/knowledge/rates/exchange-rates.json', import.meta.url), 'utf8'),
  ) as Rates
  return rates
}

/** How far a day's rate may lie from the yearly average: the widest year of a freely traded currency, about a fifth. */
const SWING = 1.2

/** Where the rates come from, as a flag shows it. */
export const ratesSource = (): string =>
  load()
    .sources.map(({ ref }) => ref)
    .join('; ')

/** What one unit of a currency was worth in US dollars from one year to another; undefined where the table is silent. */
export function dollarBand(currency: string, fromYear: number, toYear: number): Band | undefined {
  if (currency === 'USD') return { low: 1, high: 1 }
  const { perDollar, dollarsPerCoin } = load()
  const coin = dollarsPerCoin[currency]
  const bands: Band[] = []
  for (let year = fromYear; year <= toYear; year++) {
    const [low, high] = coin?.[year] ?? []
    if (low !== undefined && high !== undefined) bands.push({ low, high })
    const fiat = perDollar[currency]
    const rate = fiat?.rates[year - fiat.from]
    if (rate !== undefined) bands.push({ low: 1 / rate / SWING, high: SWING / rate })
  }
  if (bands.length === 0) return undefined
  return { low: Math.min(...bands.map(({ low }) => low)), high: Math.max(...bands.map(({ high }) => high)) }
}
