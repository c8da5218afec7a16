import { describe, expect, it } from 'vitest'
import { looksAhead } from '../../src/normalise/future.ts'
import { tokenise } from '../../src/normalise/tokenise.ts'

/** Whether what stands before "Tuesday" looks ahead. */
function ahead(text: string): boolean {
  const tokens = tokenise(text)
  return looksAhead(
    tokens,
    tokens.list.findIndex(({ text }) => text === 'tuesday'),
  )
}

describe('looksAhead', () => {
  it.each([
    'It will meet on Tuesday',
    'It will, as the minister of the interior said, meet here on Tuesday',
    'A vote is set for Tuesday',
  ])('says so of the day of: %s', text => expect(ahead(text)).toBe(true))

  it.each([
    'It met on Tuesday',
    'The set was sold on Tuesday',
    'It will. On Tuesday',
    'It will\n\nTuesday',
    `It will ${'be told '.repeat(7)}on Tuesday`,
  ])('says no of the day of: %s', text => expect(ahead(text)).toBe(false))
})
