import { test } from 'node:test'
import { testCheck, testExtractor } from 'errata/testing'
import { advisory } from './parts/advisory.js'
import { repeatedWord } from './parts/repeated-word.js'

test('the check flags its own examples, and no more', () => testCheck(repeatedWord))

test('the extractor finds ids of advisories', () =>
  testExtractor(advisory, [
    {
      text: 'The fix for [[GHSA-jfh8-c2jp-5v3q]] came on Friday.',
      values: [{ id: 'GHSA-jfh8-c2jp-5v3q' }],
    },
    { text: 'GHSA-0000-0000-0000 is none: it has zeros.' },
  ]))
