import { expect, it } from 'vitest'
import { dateline } from '../../src/read/dateline.ts'

it.each([
  ['2024-03-13', 'Hospital pays gang\nBy Jane Doe\nWednesday, 13 March 2024\n\nThe hospital paid.'],
  ['2024-03-13', '13 March 2024\n\nThe hospital paid.'],
  ['2024-03-13', 'Hospital pays\n\nPublished on March 13, 2024\n\nThe hospital paid.'],
  ['2025-04-09', 'Hospital pays\nPublished: 2025-04-09 14:30\nThe hospital paid.'],
  ['2024-03-13', 'Hospital pays\nBy Jane Doe, March 13, 2024\nThe hospital paid.'],
  ['2024-03-13', 'Hospital pays\nJane Doe | 13 Mar 2024 | 3 minutes\nThe hospital paid.'],
  ['2024-03-13', 'LONDON, March 13, 2024 (Reuters) \u2013 The hospital paid, its head said.'],
  ['2021-11-02', 'Acme opens\n\nSAN JOSE, Calif., Nov. 2, 2021 /PRNewswire/ -- Acme has opened a new office.'],
])('finds %s in %j', (day, text) => {
  expect(dateline(text)).toBe(day)
})

it.each([
  ['a paragraph that names a day', 'On March 13, 2024, the hospital paid. It had no backup.'],
  ['a heading that names one', 'What happened on March 13, 2024\n\nThe hospital paid.'],
  ['the day of a change', 'Hospital pays\nUpdated March 14, 2024\nThe hospital paid.'],
  ['a day that can be read in two ways', 'Hospital pays\n03/04/2024\nThe hospital paid.'],
  ['two days that differ', 'Timeline\n13 March 2024\nThe gang came.\n14 March 2024\nThe hospital paid.'],
  ['how long something lasts', 'Quimby Conference\nMay 1, 2024 \u2013 May 3, 2024\nAll about backups.'],
  ['a day below the head', `${'The hospital paid.\n'.repeat(6)}13 March 2024`],
  ['a day without a year', 'LONDON, March 13 (Reuters) \u2013 The hospital paid.'],
])('does not take %s', (_, text) => {
  expect(dateline(text)).toBeUndefined()
})
