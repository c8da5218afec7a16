import type { Document } from '../model/document.ts'

/** A shorter text tells its language too badly to be left unchecked for it (characters). */
const SHORT = 600

/** Whether the word lists and cue words of the checks, which are English, mean anything in a document. */
export const isEnglish = ({ language, text }: Document): boolean =>
  language.startsWith('en') || language === 'und' || text.length < SHORT
