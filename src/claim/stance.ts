import type { Stance } from '../model/claim.ts'
import { matches } from '../normalise/matches.ts'

const DENIED =
  /\b(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|not|never|no|nor|neither|cannot|den(?:y|ies|ied|ying)|without|refut\w+|reject\w+|fail\w*|n't)\b|n't\b/
/** Words before a statement that deny all of it. */
const DENYING =
  /\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed)|disput(?:es|ed)|no (?:evidence|indication|sign|proof))\b[^.;]{0,40}$/
const PLANNED =
  /\b(?:will|plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to|aim(?:s|ed|ing)? to|hop(?:es|ed|ing) to|expected to|about to|going to|want(?:s|ed|ing)? to|attempt(?:s|ed|ing)? to|tr(?:y|ies|ied|ying) to|threaten(?:s|ed|ing)? to|would|seek(?:s|ing)? to|sought to|set to)\b/
/** Right before a subject that is to do something: "demanding Acme pay", "until Acme pays". */
const WANTED =
  /\b(?:until (?:the )?$|(?:demand|ask|urg|order|requir|request|want|tell)(?:s|es|ed|ing)?(?: that)? (?:the )?$)/
const ALLEGED =
  /\b(?:alleged(?:ly)?|alleges?|accus(?:e|es|ed|ing)|purported(?:ly)?|claim(?:s|ed|ing)?|blam(?:e|es|ed|ing)|suspected of)\b/
const HEDGED =
  /\b(?:may|might|could|likely|appears?|appeared|seems?|seemed|believe[sd]?|thought|think|probabl[ey]|possibl[ey]|perhaps|suspect(?:s|ed)?|suspicions?|estimate[sd]?|potential(?:ly)?|reported(?:ly)?(?= (?:to|stol|attack|target|hack))|reportedly|apparently|suggest(?:s|ed|ing)?|said to (?:be|have))\b/
/** Before a statement: what is allowed may not have happened; "X allows" is itself no guess. */
const ALLOWED = /\ballows?\b/
/** Right before something that did not come to pass, or is not said to have. */
const AVERTED =
  /\b(?:prevent|avoid|stop|block|protect(?:ed|ion)?(?: [a-z]+)? (?:against|from)|defend against|thwart|foil|risk of|in the event of|threat of|fear of|types? of|protect|guard against)(?:s|ed|ing)? (?:[a-z-]+ ){0,3}$/
/** What makes a clause no statement at all. */
const OPEN =
  /\b(?:if|whether|unless|in case|suppose|imagine|for example|such as when|rumou?rs? (?:that|of)|hoax|should (?:you|an?|your))\b/

/** Where a clause ends and the next begins. */
const BOUNDARY =
  /[;:\u0097]|, (?:but|while|although|though|whereas|and|which|who|after|when)\b|\b(?:but|whereas|although|while)\b/g

/** How far before its first word a statement's cues are looked for. */
const BEFORE = 90

/**
 * The stance of the statement at `from`–`to` of an encoded sentence, from the cues in its clause; undefined when it is no
 * statement: a question, a condition, or one that a "not" before it turns in a way that is not clear.
 * @param acts whether it says what happened rather than who or where somebody is
 * @param given whether its words take it for granted, unless they begin with "a"
 */
export function stanceOf(code: string, from: number, to: number, acts: boolean, given = false): Stance | undefined {
  if (code.endsWith('?') || code.endsWith('?"')) return undefined
  // Who somebody is hangs on no cue before: "it may be lost, said ABTA's chief, Ann Lee" is sure of Ann Lee.
  const before = acts ? clauseBefore(code, from) : ''
  const inside = code.slice(from, to)
  if (given && !/^an? |^another /.test(inside))
    return HEDGED.test(inside) ? 'hedged' : ALLEGED.test(inside) ? 'alleged' : 'asserted'
  if (OPEN.test(before) || AVERTED.test(before)) return undefined
  // What stands before a comma hedges something else: "fearing a possible fine, TalkTalk did"; an adverb alone does not.
  const governing = /, (?:the )?$/.test(before) && !/\b[a-z]+ly, (?:the )?$/.test(before) ? '' : before
  if (DENYING.test(before) || DENIED.test(inside.replace(/\bnot only\b|\bno (?:less|fewer|longer|more) than\b/g, '')))
    return 'denied'
  if (DENIED.test(governing)) return undefined
  const scope = `${governing} ${inside}`
  if (PLANNED.test(inside) || WANTED.test(before)) return 'planned'
  if (ALLEGED.test(scope)) return 'alleged'
  return HEDGED.test(scope) || ALLOWED.test(governing) ? 'hedged' : 'asserted'
}

/** The words of the clause before a statement. */
function clauseBefore(code: string, from: number): string {
  const before = code.slice(Math.max(0, from - BEFORE), from)
  let cut = 0
  for (const boundary of matches(BOUNDARY, before)) cut = boundary.index + boundary[0].length
  return before.slice(cut)
}
