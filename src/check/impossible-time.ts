import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'
import { joinsNumbers, signsOf } from './signs.ts'

/** Hours and minutes that a half of the day, a time zone or "hours" make a time of day. */
const CLOCK =
  /(?<![\d:.,/+-])(\d{1,2})([:.])(\d\d)(?::\d\d)?\s?([ap]\.m\.|[ap]m\b|hrs\b|hours\b|UTC|GMT|ET\b|EST|EDT|PT\b|PST|PDT|CET|CEST|BST|IST)/iy

/** Why a time of day cannot be; undefined when it can. */
function fault(hour: number, minute: number, half: string): string | undefined {
  if (minute > 59) return 'an hour has 60 minutes'
  if (hour > 24 || (hour === 24 && minute > 0)) return 'a day has 24 hours'
  return half === 'a' && hour > 12 ? `${hour}:${String(minute).padStart(2, '0')} lies after noon` : undefined
}

/** What may be a time of day; told by the sign after its first digits. */
function* clocks(text: string): Generator<RegExpExecArray> {
  const { numbers } = signsOf(text)
  for (let at = 0; at + 2 < numbers.length; at += 2) {
    const end = numbers[at + 1] ?? 0
    const sign = text.charAt(end)
    if (numbers[at + 2] !== end + 1 || (sign !== ':' && sign !== '.')) continue
    CLOCK.lastIndex = numbers[at] ?? 0
    const match = CLOCK.exec(text)
    if (match) yield match
  }
}

function* findings({ text, select }: CheckContext): Generator<Finding> {
  for (const match of clocks(text)) {
    const [words, hour = '', separator, minute = '', zone = ''] = match
    // "2.75 hours" is a duration, and so may "36:15 hours" be.
    if ((separator === '.' && !/^[ap]/i.test(zone)) || /^h/i.test(zone)) continue
    const half = /^[ap]\.?m/i.test(zone) ? zone.charAt(0).toLowerCase() : ''
    const why = fault(Number(hour), Number(minute), half)
    if (why === undefined) continue
    const at = select({ start: match.index, end: match.index + words.length })
    yield {
      confidence: 90,
      at,
      subject: `time:${words.toLowerCase()}`,
      message: `There is no ${words}: ${why}.`,
      evidence: [{ role: 'for', note: 'no clock shows this', at }],
    }
  }
}

/** A time of day that no clock shows. */
export const impossibleTime: Check = {
  id: 'impossible-time',
  severity: 'error',
  needs: ['timed'],
  title: 'The time of day does not exist',
  why: 'Catches hours above 24, minutes above 59 and afternoon hours called a.m. Wrong when the figures are a duration or a score.',
  examples: {
    flagged: ['It began at [[27:30 UTC]].', 'It began at [[9:75 p.m.]]', 'It began at [[15:20 a.m.]] on Monday.'],
    clean: ['It began at 23:59 UTC and ended at 9:15 p.m. It took 36:15 hours.', 'At 13:30 p.m. they left.'],
  },
  run: context => (joinsNumbers(context.text, ':') || joinsNumbers(context.text, '.') ? findings(context) : NONE),
}
