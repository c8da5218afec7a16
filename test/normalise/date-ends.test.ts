import { describe, expect, it } from 'vitest'
import { readDates } from '../../src/normalise/date.ts'
import { tokenise } from '../../src/normalise/tokenise.ts'

/** The words of the date that begins at a word of a text published on 4 October 2018; undefined for none. */
function dateAt(text: string, word: string): string | undefined {
  const tokens = tokenise(text)
  const at = tokens.list.findIndex(({ start, end }) => text.slice(start, end) === word)
  const [date] = readDates(tokens, at, { published: '2018-10-04' })
  return date && text.slice(tokens.list[date.start]?.start, tokens.list[date.next - 1]?.end)
}

describe('a date in a text', () => {
  it.each([
    ['In June 2016 it rained', 'June', 'June 2016'],
    ['In June 2016.5 metres fell', 'June', 'June'],
    ['On May 10: the bank', 'May', 'May 10'],
    ['It was May 10.', 'May', 'May 10'],
    ['In May 10:30 became the rule', 'May', 'May'],
    ['In May 10.5 million went', 'May', 'May'],
    ['On Tuesday it rained', 'Tuesday', 'Tuesday'],
    ['On Tuesday morning it rained', 'Tuesday', 'Tuesday morning'],
    ['On Tuesday\n\nmorning came', 'Tuesday', 'Tuesday'],
    ['It was last week morning', 'last', 'last week'],
    ['They met on Sun night', 'Sun', 'Sun night'],
    ['Off they go the 9th till the 17th', 'the', 'the 9th till the 17th'],
  ])('%j: at %j it is %j', (text, word, date) => expect(dateAt(text, word)).toBe(date))

  it.each([
    ['Then May 10 percent went', 'May'],
    ['Then May 10% went', 'May'],
    ['The model March 2019a', 'March'],
    ['It is Patch Tuesday', 'Tuesday'],
    ['They Sun themselves', 'Sun'],
    ['See #2018-10-03 there', '2018'],
    ['Under day=2018-10-03 there', '2018'],
    ['At a.example/2018-10-03 there', '2018'],
  ])('%j: at %j there is none', (text, word) => expect(dateAt(text, word)).toBeUndefined())
})
