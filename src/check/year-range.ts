import { signsOf } from './signs.ts'

/** What follows the first year of a range of years. */
const RANGE = /\s?(?:to|until|till|through|and)\s/iy

/** Whether a text may hold a range of bare years: "between 2015 and 2013", "2016 to 2018"; told without reading it through. */
export function hasYearRange(text: string): boolean {
  const { numbers } = signsOf(text)
  for (let at = 0; at < numbers.length; at += 2) {
    const end = numbers[at + 1] ?? 0
    RANGE.lastIndex = end
    if (end - (numbers[at] ?? 0) === 4 && RANGE.test(text)) return true
  }
  return false
}
