import type { Finding } from '../model/discrepancy.ts'
import type { Span } from '../model/span.ts'
import type { Check, CheckContext } from '../model/stage.ts'
import { NONE } from './once.ts'

const ID = /(?<![\w./-])T1\d{3}(?:\.\d{3})?(?![\w/-]|\.\d)/g

/** A name before "(T1566)" or "[T1566]", and one after "T1566:", "T1566 \u2013", "T1566 (" or "T1566, ". */
const NAME_BEFORE = /(?<name>\p{L}[\w/&-]*(?:[ ](?:\p{L}[\w/&-]*|&)){0,6})[ ]?[([]$/u
const NAME_AFTER =
  /^(?:[ ]?[:\u2013\u2014][ ]?|[ ]-[ ]?|[ ]?\(|,[ ])(?<name>[A-Z][\w/&-]*(?:[ ](?:\p{L}[\w/&-]*|&)){0,6})/u

/** Longest name of a technique, with what may stand around it. */
const REACH = 70

/** Techniques and their sub-techniques share a number. */
const family = (id: string): string => id.slice(0, 'T1566'.length)

/** The ids of the techniques that bear a name. */
const idsOf = ({ knowledge }: CheckContext, name: string): readonly string[] =>
  knowledge
    .candidates(name)
    .flatMap(({ entity: { type, ids } }) => (type === 'technique' && ids?.['attack'] ? [ids['attack']] : []))

/** The longest run of words at one end of a phrase that names a technique. */
function technique(
  context: CheckContext,
  phrase: string,
  atEnd: boolean,
): { name: string; ids: readonly string[] } | undefined {
  const words = phrase.split(' ')
  for (let count = words.length; count > 0; count--) {
    const name = (atEnd ? words.slice(-count) : words.slice(0, count)).join(' ')
    const ids = idsOf(context, name)
    if (ids.length > 0) return { name, ids }
  }
  return undefined
}

function* findings(context: CheckContext): Generator<Finding> {
  const { text, knowledge, select } = context
  for (const match of text.matchAll(ID)) {
    const [id] = match
    const own = knowledge.get(`technique/${id.toLowerCase()}`)
    // Numbers that ATT&CK has withdrawn are not in the tables: what they once named is not known.
    if (!own) continue
    const end = match.index + id.length
    const before = NAME_BEFORE.exec(text.slice(Math.max(0, match.index - REACH), match.index))
    const after = before ? null : NAME_AFTER.exec(text.slice(end, end + REACH))
    const phrase = before?.groups?.['name'] ?? after?.groups?.['name']
    const found = phrase === undefined ? undefined : technique(context, phrase, before !== null)
    if (!found || found.ids.some(other => family(other) === family(id))) continue
    const start = before
      ? text.lastIndexOf(found.name, match.index)
      : end + (after?.[0].length ?? 0) - (phrase?.length ?? 0)
    const name: Span = { start, end: start + found.name.length }
    yield {
      confidence: 85,
      at: select({ start: match.index, end }),
      subject: `technique:${id.toLowerCase()}`,
      message: `${id} is \u201c${own.names[0]?.text ?? own.name}\u201d; \u201c${found.name}\u201d is ${found.ids.join(' or ')}.`,
      ...(found.ids.length === 1 && found.ids[0] ? { suggestion: found.ids[0] } : {}),
      evidence: [{ role: 'for', note: 'the name beside it', at: select(name) }],
      knowledge: [
        {
          entity: own.id,
          fact: `${id} is ${own.names[0]?.text ?? own.name}`,
          source: knowledge.sourceRef('attack'),
          version: knowledge.version,
        },
      ],
    }
  }
}

/** An ATT&CK number beside the name of another technique. */
export const techniqueMismatch: Check = {
  id: 'technique-mismatch',
  severity: 'error',
  title: 'An ATT&CK number stands beside another technique\u2019s name',
  why:
    'Catches \u201cphishing (T1055)\u201d: a technique of the knowledge base beside a number that belongs to another one. Numbers that ATT&CK has withdrawn ' +
    'are left alone. Wrong when ATT&CK has renamed the technique since the article.',
  examples: {
    flagged: [
      'By MITRE ATT&CK, it uses Scheduled Task ([[T1547.001]]) to stay.',
      'MITRE ATT&CK: [[T1566]] \u2013 Process Injection.',
    ],
    clean: [
      'By MITRE ATT&CK, it uses Scheduled Task (T1053.005), Phishing (T1566) and PowerShell (T1059).',
      'MITRE ATT&CK: Credential Dumping (T1003), T1105 \u2013 Remote File Copy, T1193 (Spearphishing Attachment).',
    ],
  },
  run: context =>
    context.text.includes('T1') && /ATT&(?:amp;)?CK|\bMITRE\b/.test(context.text) ? findings(context) : NONE,
}
