import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'
import { signsOf } from './signs.ts'
import { smallNumber } from './small-numbers.ts'

/** "three suspects: ", "the following four countries: " and a list up to the end of its sentence or bracket. */
const LIST =
  /(two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)\s((?:\p{L}[\p{L}'\u2019-]{1,20}\s){0,3}\p{L}[\p{L}-]{2,20}s)(?::|\s[\u2013\u2014]|,\snamely|\s\()\s?([^.;:()\n\u2013\u2014"\u201c\u201d]{5,300}?)(?=[.;)\n\u2013\u2014]\B|[.;)\n\u2013\u2014](?:\s|$)|$)/iuy

/** A number that may announce a list: the rest is read only where a colon, a bracket or a dash follows soon. */
const NUMBER =
  /\b(?=[tfsen1-9])(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10) [A-Za-z][A-Za-z '-]{2,80}[a-z]s(?::|,? ?[(\u2013\u2014n])/gi

/** Words of an item: longer ones are clauses, and their commas and "and"s part other things. */
const LONGEST = 3

/** Words by which a list says that it is not whole, or a part says more than one. */
const OPEN =
  /\b(?:including|such\sas|among|etc|others?|more|like|e\.g|some|several|both|each|respectively|first|then)\b|\.\.\.|\u2026/i

/** A name as an item: capitals, with small words inside. */
const NAME = /^(?:the\s)?\p{Lu}[\p{L}\p{N}.'\u2019&/-]*(?:\s(?:\p{Lu}[\p{L}\p{N}.'\u2019&/-]*|of|the|de|\d[\d.]*))*$/u

/** An identifier as an item. */
const IDENTIFIER = /^CVE-\d{4}-\d{4,7}$/

/** The items of a list; undefined when it is not surely one. */
function items(list: string): readonly string[] | undefined {
  const last = /,?\s(?:and|or|&)\s(?!.*\s(?:and|or|&)\s)/.exec(list)
  if (!last || /\s(?:and|or|&)\s/.test(list.slice(0, last.index))) return undefined
  const all = [...list.slice(0, last.index).split(/,\s/), list.slice(last.index + last[0].length)].map(item =>
    item.trim(),
  )
  if (all.length < 2 || /,/.test(all.at(-1) ?? '')) return undefined
  const short = all.every(item => item !== '' && item.split(/\s/).length <= LONGEST)
  const names = all.every(item => NAME.test(item))
  const words = all.every(item => /^\p{Ll}[\p{L}-]+$/u.test(item))
  return short && (names || words) ? all : undefined
}

/** A number that counts, anywhere in the words before a list. */
const COUNTS = /\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)\s/i

/** Units of a number and the four words that may follow it up to its list. */
const LONGEST_LEAD = 100

/** Whether a plural with a number before it stands right before a colon, a bracket, a dash or "namely". */
function mayAnnounce(text: string): boolean {
  if (text.includes(', namely')) return true
  for (const mark of signsOf(text).marks) {
    const end = text.charAt(mark) === ':' ? mark : mark - 1
    if ((text.charCodeAt(end - 1) | 32) !== 0x73) continue
    if (COUNTS.test(text.slice(Math.max(0, end - LONGEST_LEAD), end))) return true
  }
  return false
}

function* findings({ text, select }: CheckContext): Generator<Finding> {
  for (const { index } of text.matchAll(NUMBER)) {
    LIST.lastIndex = index
    const match = LIST.exec(text)
    if (!match) continue
    const [, number = '', noun = '', list = ''] = match
    if (OPEN.test(list)) continue
    const found = items(list)
    // "Four others": of identifiers a list is whole all the same.
    if (OPEN.test(noun) && !(/^others$/i.test(noun) && found?.every(item => IDENTIFIER.test(item)))) continue
    const said = smallNumber(number)
    if (
      !found ||
      found.length === said ||
      /\b(?:one|two|half|all|another)\sof\s$/i.test(text.slice(Math.max(0, match.index - 12), match.index))
    )
      continue
    const start = match.index + match[0].length - list.length
    yield {
      confidence: 85,
      at: select({ start: match.index, end: match.index + number.length + 1 + noun.length }),
      subject: `list:${number.toLowerCase()} ${noun.toLowerCase()}`,
      message: `${number} ${noun} are announced and ${found.length} listed: ${found.join(' \u00b7 ')}.`,
      evidence: [{ role: 'for', note: `${found.length} items`, at: select({ start, end: start + list.length }) }],
    }
  }
}

/** A list with more or fewer items than its introduction says. */
export const listLength: Check = {
  id: 'list-length',
  severity: 'warning',
  title: 'A list has more or fewer items than it says',
  why:
    'Catches \u201cthree suspects: A, B, C and D\u201d: a number with its noun, a colon or bracket, and a closed list of names or single words. Lists of ' +
    'clauses and open lists (\u201csuch as\u201d) are left alone. Wrong when one item names two things, or two items one.',
  examples: {
    flagged: [
      'Police named [[three suspects]]: Ivan Petrov, Oleg Sidorov, Anna Weiss and John Doe.',
      'The update closed [[four others]]: CVE-2024-1111, CVE-2024-1112 and CVE-2024-1113.',
      'It hits [[four countries]] (Ukraine, Russia and Turkey) so far.',
    ],
    clean: [
      'Police named three suspects: Ivan Petrov, Oleg Sidorov and John Doe.',
      'It has two parts: a loader that decrypts, unpacks and runs, and a thief.',
      'It hits four countries, such as Ukraine, Russia and Turkey.',
    ],
  },
  run: context => (mayAnnounce(context.text) ? findings(context) : NONE),
}
