import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'

const VERSION = '\\d{1,4}(?:\\.\\d{1,5}){1,3}'

/** "versions 2.0 through 2.4", "versions prior to 5.0.12", "up to version 3.6.2": the last one with the flaw, or the first without. */
const RANGE = new RegExp(
  `\\b(?:(?:versions?|releases?)\\s(?:from\\s)?(?:v?(?<low>${VERSION})\\s(?<to>to|through|up\\sto|until|-|\\u2013)\\s|(?<until>up\\sto(?:\\sand\\sincluding)?|through|before|prior\\sto|earlier\\sthan|older\\sthan|below)\\s(?:version\\s)?)|(?<also>up\\sto|before|prior\\sto|earlier\\sthan|below)\\s(?:versions?|releases?)\\s)v?(?<high>${VERSION})(?![\\w-]|\\.\\d)`,
  'dgi',
)
/** "fixed in version 2.3", "upgrade to 2.3", "the fix is in release 5.0.10". */
const FIX = new RegExp(
  `\\b(?:(?:fix(?:ed)?|patch(?:ed)?|resolved|addressed|corrected|closed|mended)\\s(?:is\\s|was\\s|has\\sbeen\\s)?(?:in|with|by)|(?:upgrade|update|updating|upgrading)\\sto)\\s(?:the\\s)?(?:new\\s|latest\\s)?(?:versions?\\s|releases?\\s)?v?(?<fix>${VERSION})(?![\\w-]|\\.\\d)`,
  'dgi',
)
/** A version's number behind the word, with what may stand between; read from where the word stands. */
const NUMBERED =
  /(?:ersion|elease)s? (?:from |up to |through |before |prior to |earlier than |older than |below |and )*v?\d/y

/** Whether a text may name a range of versions. */
function mayHold(text: string): boolean {
  for (const word of ['ersion', 'elease'])
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 6)) {
      NUMBERED.lastIndex = at
      if (NUMBERED.test(text)) return true
    }
  return false
}

/** Characters between the vulnerable versions and the fixed one. */
const NEAR = 250

/** A text with more ranges or fixes is a bulletin on many products, and each would have to be held against each. */
const MOST = 20

/** The sentence knows of branches, or of a fix that was none. */
const BRANCHES =
  /\b(?:branch(?:es)?|respectively|backport\w*|incomplete|bypass\w*|again|not\sfixed|partial(?:ly)?|initial(?:ly)?|first|revert\w*|regress\w*|(?:similar|previous|related|separate|another)\s(?:bug|flaw|issue|vulnerability|hole))\b/i

/** Whether two versions of three numbers or more are of two branches, each of which may get its own fix: 5.1.19 and 5.2.1. */
const branched = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 2 && b.length > 2 && (a[0] !== b[0] || a[1] !== b[1])

const numbers = (version: string): readonly number[] => version.split('.').map(Number)

/** Which of two versions is newer: above zero when the first. */
function compare(a: string, b: string): number {
  const [x, y] = [numbers(a), numbers(b)]
  for (let at = 0; at < Math.max(x.length, y.length); at++) {
    const difference = (x[at] ?? 0) - (y[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function* findings({ text, select }: CheckContext): Generator<Finding> {
  const ranges = [...text.matchAll(RANGE)]
  const fixes = ranges.length === 0 ? [] : [...text.matchAll(FIX)]
  if (ranges.length > MOST || fixes.length > MOST) return
  for (const range of ranges) {
    const { high = '', low = high, until, also } = range.groups ?? {}
    const [from, to] = range.indices?.groups?.['high'] ?? []
    const near = fixes.filter(
      ({ index }) =>
        index > range.index - NEAR &&
        index < range.index + NEAR &&
        !text.slice(Math.min(index, range.index), Math.max(index, range.index)).includes('\n'),
    )
    const others = ranges.filter(({ index }) => Math.abs(index - range.index) < NEAR)
    const [fixed] = near
    const [start, end] = fixed?.indices?.groups?.['fix'] ?? []
    // Two ranges or two fixes are those of two branches.
    if (
      !fixed ||
      near.length > 1 ||
      others.length > 1 ||
      start === undefined ||
      end === undefined ||
      from === undefined ||
      to === undefined
    )
      continue
    const fix = fixed.groups?.['fix'] ?? ''
    const around = text.slice(Math.min(fixed.index, range.index) - 60, Math.max(end, to) + 60)
    if (
      BRANCHES.test(around) ||
      numbers(fix)[0] !== numbers(high)[0] ||
      branched(numbers(fix), numbers(high)) ||
      (compare(fix, low) < 0 && low !== high)
    )
      continue
    const excluded = /before|prior|earlier|older|below/i.test(until ?? also ?? '')
    if (excluded ? compare(fix, high) >= 0 : compare(fix, high) > 0) continue
    yield {
      confidence: 80,
      at: select({ start, end }),
      subject: `fixed:${fix}`,
      message: `Version ${fix} is said to have the fix, but it lies within the versions said to have the flaw (${low === high ? '' : `${low} `}${excluded ? 'before' : 'up to'} ${high}).`,
      evidence: [{ role: 'for', note: 'the last of the versions with the flaw', at: select({ start: from, end: to }) }],
    }
  }
}

/** A fixed version that lies inside the vulnerable ones. */
export const fixedVersion: Check = {
  id: 'fixed-version',
  severity: 'warning',
  needs: ['dotted'],
  title: 'The version with the fix is one of those with the flaw',
  why:
    'Catches \u201cversions 2.0 through 2.4 are affected; upgrade to 2.3\u201d. Several ranges or several fixes are those of several branches and left alone. ' +
    'Wrong when the fix went into an older branch, or when it did not hold.',
  examples: {
    flagged: [
      'Versions 2.0 through 2.4 are affected; users should upgrade to version [[2.3]].',
      'All versions prior to 5.0.12 are affected. The flaw is fixed in release [[5.0.10]].',
      'The flaw, fixed in [[4.5]], affects versions 4.0 to 4.7.',
    ],
    clean: [
      'Versions 2.0 through 2.4 are affected; users should upgrade to version 2.5.',
      'All versions prior to 5.0.12 are affected. The flaw is fixed in release 5.0.12.',
      'Versions before 7.58 and versions before 8.5.1 are affected; it is fixed in 7.58 and 8.5.1.',
      'All versions up to 5.2.1 are affected. It was patched in 5.1.19 for older systems.',
      'Versions 3.0 to 3.9 are affected. A similar bug was fixed in 3.5.',
      'Versions up to 2.5.12 are affected. It was fixed in 2.3.34 and patched in 2.5.13.',
    ],
  },
  run: context => (mayHold(context.text) ? findings(context) : NONE),
}
