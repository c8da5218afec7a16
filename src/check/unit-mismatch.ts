import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'
import { signsOf } from './signs.ts'
import { numberWords, smallNumber } from './small-numbers.ts'

/** Units by kind, each in the kind's smallest: seconds, bytes, metres, grams. */
const UNITS: Readonly<Record<string, readonly [kind: string, size: number]>> = {
  second: ['time', 1],
  minute: ['time', 60],
  hour: ['time', 3600],
  day: ['time', 86_400],
  week: ['time', 604_800],
  month: ['time', 2_629_746],
  year: ['time', 31_556_952],
  decade: ['time', 315_569_520],
  kilobyte: ['data', 1e3],
  kb: ['data', 1e3],
  megabyte: ['data', 1e6],
  mb: ['data', 1e6],
  gigabyte: ['data', 1e9],
  gb: ['data', 1e9],
  terabyte: ['data', 1e12],
  tb: ['data', 1e12],
  meter: ['length', 1],
  metre: ['length', 1],
  foot: ['length', 0.3048],
  feet: ['length', 0.3048],
  yard: ['length', 0.9144],
  kilometer: ['length', 1000],
  kilometre: ['length', 1000],
  km: ['length', 1000],
  mile: ['length', 1609.344],
  kilogram: ['weight', 1000],
  kg: ['weight', 1000],
  pound: ['weight', 453.592],
  lb: ['weight', 453.592],
}
const NUMBER = `\\d[\\d,]*(?:\\.\\d+)?|an?|${numberWords(12)}`
const UNIT = Object.keys(UNITS).join('|')

/** "100 miles (160 km)", "48 hours (two days)", "1,024 MB, or 1 GB,": a measure and what it is in another unit. */
const PAIR = new RegExp(
  `(?<![\\w.,$\\u20ac\\u00a3-])(?<first>(?<a>${NUMBER})[\\s-]?(?<unitA>${UNIT})s?)(?:\\s\\((?:or\\s|about\\s|around\\s|roughly\\s|nearly\\s|some\\s|approximately\\s|almost\\s|over\\s|more\\sthan\\s)*|,\\sor\\s(?:about\\s|around\\s|roughly\\s)?)(?<second>(?<b>${NUMBER})[\\s-]?(?<unitB>${UNIT})s?)(?=[),])`,
  'dgi',
)
/** The second measure, with what stands right before and after it. */
const TRIGGER = new RegExp(`(?:\\(|, or )(?:[a-z]+ ){0,3}[\\w.,]{1,12}[ -]?(?:${UNIT}|[KMGT]B)s?[),]`, 'y')

/** Whether a bracket or ", or " stands before a measure. */
function mayHold(text: string): boolean {
  for (const mark of signsOf(text).marks) if (triggers(text, mark)) return true
  for (let at = text.indexOf(', or '); at >= 0; at = text.indexOf(', or ', at + 1)) if (triggers(text, at)) return true
  return false
}

function triggers(text: string, at: number): boolean {
  TRIGGER.lastIndex = at
  return TRIGGER.test(text)
}

/** Conversions are rounded: by so much of the value, or by half of the last printed digit. */
const LOOSE = 0.13
/** Weeks are told as working days, months as weeks. */
const LOOSE_TIME = 0.35

/** Half of the last digit that a number prints. */
const half = (words: string): number => (/\./.test(words) ? 0.5 * 10 ** -(words.split('.')[1]?.length ?? 0) : 0.5)

function* findings({ text, select }: CheckContext): Generator<Finding> {
  for (const match of text.matchAll(PAIR)) {
    const { a = '', b = '', unitA = '', unitB = '' } = match.groups ?? {}
    const [kind, size] = UNITS[unitA.toLowerCase()] ?? ['', 0]
    const [other, sizeB] = UNITS[unitB.toLowerCase()] ?? ['', 0]
    const [start, end] = match.indices?.groups?.['second'] ?? []
    const [from, to] = match.indices?.groups?.['first'] ?? []
    if (
      from === undefined ||
      to === undefined ||
      start === undefined ||
      end === undefined ||
      kind !== other ||
      size === sizeB
    )
      continue
    const should = (smallNumber(a) * size) / sizeB
    const is = smallNumber(b)
    if (
      Math.abs(should - is) <=
      Math.max((kind === 'time' ? LOOSE_TIME : LOOSE) * Math.max(should, is), half(b), (half(a) * size) / sizeB)
    )
      continue
    yield {
      confidence: 82,
      at: select({ start, end }),
      subject: `unit:${match[0].toLowerCase()}`,
      message: `${text.slice(from, to)} ${smallNumber(a) === 1 ? 'is' : 'are'} about ${Number(should.toPrecision(3)).toLocaleString('en-US')} ${unitB}${/b$/i.test(unitB) || /^(?:km|kg)$/i.test(unitB) || should === 1 ? '' : 's'}, not ${b}.`,
      evidence: [{ role: 'for', note: 'the measure', at: select({ start: from, end: to }) }],
    }
  }
}

/** A measure with a wrong conversion into another unit. */
export const unitMismatch: Check = {
  id: 'unit-mismatch',
  severity: 'error',
  title: 'The same measure in another unit is another one',
  why:
    'Catches \u201c100 miles (60 km)\u201d, \u201c48 hours (four days)\u201d and \u201c1,024 MB (10 GB)\u201d. An eighth (of times a third) and half of the last digit are allowed. ' +
    'Wrong when the bracket holds another measure, and not the same one again.',
  examples: {
    flagged: [
      'The plant is 100 miles ([[60 km]]) away.',
      'It took 48 hours ([[four days]]) to mend.',
      'The leak of 1,024 MB, or [[10 GB]], is large.',
      'The leak of 4GB ([[8 MB]]) is large.',
    ],
    clean: [
      'The plant is 100 miles (160 km) away. It took 48 hours (two days), two weeks (ten days), and 90 days (three months) more.',
      'The leak of 1,024 MB (1 GB) is large. It took four weeks (a month).',
      'He got 18 months (six years less than asked).',
    ],
  },
  run: context => (mayHold(context.text) ? findings(context) : NONE),
}
