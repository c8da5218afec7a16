import type { Finding } from '../model/discrepancy.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'

/**
 * Scores that a word can stand for: the bands of CVSS 2 and 3 together (FIRST, "Qualitative Severity Rating Scale"; NVD for
 * version 2). Vendors call a flaw critical by scales of their own, so only a low score refutes that word.
 */
const BANDS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  none: [0, 0],
  low: [0.1, 3.9],
  medium: [4, 6.9],
  moderate: [4, 6.9],
  high: [7, 10],
  critical: [9, 10],
}

/** A word that stands apart from the score may be a vendor's own; it must be so far, in points, from its band. */
const FAR = 2.1

const WORD = 'none|low|medium|moderate|high|critical'
const SCORE = '(?<score>10(?:\\.0)?|\\d\\.\\d)(?![\\d%]|\\.\\d)'
const CVSS =
  'CVSS(?:\\s?v?[234](?:\\.\\d)?(?![\\d.]))?(?:\\s(?:base|temporal|severity))*(?:\\s(?:score|rating))?s?(?:\\s(?:of|is|was|at))?[\\s:=]{1,2}'

/** Behind a word that is no severity of a flaw but one of its metrics: "9.8, low attack complexity". */
const METRIC =
  '(?!\\s(?:attack|complexity|privileges?|user|interaction|impact|confidentiality|integrity|availability|risk|skill|exploitability|effort)\\b)'

/** "CVSS base score of 9.8 (Critical)", "CVSS: 9.8 Critical". */
const BESIDE = new RegExp(
  `\\b${CVSS}${SCORE}(?:/10)?[\\s,(\\[\\u2013\\u2014|-]{1,3}(?<word>${WORD})\\b(?![\\s-]*[\\d.])${METRIC}`,
  'dgi',
)
/** "CVE-2024-21762, a flaw with a score of 9.6 (low)". */
const BARE = new RegExp(
  `\\bCVE-\\d{4}-\\d+[^.;\\n]{0,60}?\\b(?:score|rating)\\sof\\s${SCORE}\\s?\\((?<word>${WORD})\\)`,
  'dgi',
)
/** "rated medium with a CVSS score of 9.8", "a low-severity rating with a CVSS v3 score of 8.1". */
const BEFORE = new RegExp(
  `\\b(?<word>${WORD})(?=[\\s-](?:severity|rating|flaw|bug|vulnerabilit|issue|with|\\(|and)|[,\\s]{1,2}(?:with|\\())[^.;\\d\\n]{0,60}?\\b${CVSS}${SCORE}`,
  'dgi',
)
/** "With a CVSS score of 3.1, the issue is rated critical", "(CVSS 5.3) is considered critical". */
const AFTER = new RegExp(
  `\\b${CVSS}${SCORE}[^.;\\d\\n]{0,40}?\\b(?:is|was|are|were)\\s(?:rated|considered|classified|deemed|ranked)(?:\\sas)?(?:\\sa)?\\s(?<word>${WORD})\\b`,
  'dgi',
)

/** Between a severity and a score that belong to two flaws: another severity, the next item of a list, or scores in the plural. */
const OTHER = new RegExp(
  `\\b(?:${WORD}|important|severe|and\\s(?:an?|one|two|three|four|five|another|others?|the)|scores)\\b`,
  'i',
)
/** Before a severity that is one of two: "high and medium flaws". */
const ONE_OF_TWO = new RegExp(`\\b(?:${WORD})(?:[\\s-]severity)?(?:\\s(?:and|or|to)|,)\\s$`, 'i')

/** Two scales side by side, or somebody who sees it otherwise. */
const CONTRAST =
  /\b(?:but|although|though|despite|while|whereas|however|yet|only|merely|instead|not|from|to|vendor|NVD)\b/i

function* findings({ text, select, sentence }: CheckContext): Generator<Finding> {
  const seen = new Set<number>()
  for (const form of [BESIDE, BARE, BEFORE, AFTER])
    for (const match of text.matchAll(form)) {
      const { word = '', score = '' } = match.groups ?? {}
      const [start, end] = match.indices?.groups?.['word'] ?? []
      const [from, to] = match.indices?.groups?.['score'] ?? []
      const [low, high] = BANDS[word.toLowerCase()] ?? [0, 10]
      if (start === undefined || end === undefined || from === undefined || to === undefined || seen.has(start))
        continue
      const value = Number(score)
      const slack = (form === BESIDE || form === BARE) && word.toLowerCase() !== 'critical' ? 0 : FAR
      if (value >= low - slack && value <= high + slack) continue
      const { start: begin, end: stop } = sentence(start)
      const between = text.slice(Math.min(end, to), Math.max(start, from))
      if (form === BEFORE && (OTHER.test(between) || ONE_OF_TWO.test(text.slice(Math.max(0, start - 30), start))))
        continue
      if (form !== BESIDE && form !== BARE && CONTRAST.test(text.slice(begin, Math.min(stop, begin + 400)))) continue
      seen.add(start)
      yield {
        confidence: form === BESIDE ? 88 : 80,
        at: select({ start, end }),
        subject: `severity:${word.toLowerCase()} ${score}`,
        message: `\u201c${word}\u201d is ${low === high ? low : `${low} to ${high}`} on the scale of CVSS; the score given is ${score}. One of the two is wrong.`,
        evidence: [{ role: 'for', note: 'the score', at: select({ start: from, end: to }) }],
      }
    }
}

/** The name of a severity beside a score that has another name. */
export const severityMismatch: Check = {
  id: 'severity-mismatch',
  severity: 'warning',
  title: 'A severity\u2019s name is not that of its score',
  why:
    'Catches \u201cCVSS score of 9.8 (Low)\u201d and \u201crated medium with a CVSS score of 9.8\u201d. CVSS 2 and 3 are both allowed, and vendors\u2019 own scales where ' +
    'the word stands apart from the score. Wrong when the word is by another scale than the score.',
  examples: {
    flagged: [
      'The hole has a CVSS base score of 9.8 ([[Low]]).',
      'It is CVE-2024-21762, a flaw with a score of 9.6 ([[low]]).',
      'The flaw, rated [[medium]] with a CVSS score of 9.8, is closed.',
      'With a CVSS score of 3.1, the issue is rated [[critical]].',
    ],
    clean: [
      'The hole has a CVSS base score of 9.8 (Critical), another one 7.5 (High).',
      'The critical flaw has a CVSS score of 7.5, by Microsoft.',
      'It is rated low by the vendor, but has a CVSS score of 9.8.',
      'CVSS 9.8, Low attack complexity. Two critical flaws and one medium-severity issue with a CVSS score of 5.9 were fixed.',
      'It resolves high and medium severity issues with CVSS scores of 9.8 and 4.3.',
      'Of low complexity, the flaw got a CVSS score of 9.8.',
    ],
  },
  run: context => (/CVSS|\b(?:score|rating) of \d/.test(context.text) ? findings(context) : NONE),
}
