import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { systemReason } from '../../src/model/system-error.ts'

it.each([
  ['a folder', () => readFileSync('/'), 'a folder, not a file'],
  ['nothing', () => readFileSync('/nowhere/at/all'), 'no such file or folder'],
  ['a file as a folder', () => writeFileSync('/dev/null/x', ''), 'a part of the path is a file, not a folder'],
  ['what is no system error', () => JSON.parse('{'), /JSON/],
])('an error about %s is told in plain words', (_, work, words) => {
  let error: unknown
  try {
    work()
  } catch (thrown) {
    error = thrown
  }
  expect(systemReason(error)).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})
