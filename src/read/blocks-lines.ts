import type { Block } from './blocks.ts'

/** Lines of the page's own voice, by how they begin or what they wholly are; tested on short blocks only. */
const LINES: readonly (readonly [string, RegExp])[] = [
  [
    'advertisement',
    /^(?:advert(?:isement|isment)?s?|ad|sponsored(?: content)?|anuncio|publicidade|iklan|werbung|publicité|реклама|continue reading below|story continues below|article continues below)(?: advertisement)?[\s.:]*$/i,
  ],
  [
    'related links',
    /^[[(]?(?:read (?:more|also|next)|see also|also (?:read|see)|also: |related(?: (?:stories|articles?|coverage|content|links?|posts?|news))?\s*[:|]|more(?: on this| from| stories)?\s*:|don.t miss\s*:|watch\s*:|recommended\s*:|you (?:may|might) also like)/i,
  ],
  ['caption', /^(?:image|photo|picture|video)s?\s?(?:copyright|caption|credit|by|:|courtesy)/i],
  [
    'caption',
    /^(?:\(?(?:image|photo|credit|source|foto)s?\s?:|credit\s?\.\.\.|file photo|getty images\b|associated press$)/i,
  ],
  [
    'newsletter or sharing',
    /^(?:sign up(?! .{0,60}\.)|subscribe\b|click here|tap here|follow us|like us|join (?:us|our)|get (?:the|our|your) .{0,60}(?:newsletter|inbox|app\b)|share this|tweet this|post comment|e-?mail (?:the author|us)|view author archive|have a tip|download (?:the|our) app|listen to .{0,60}(?:live|podcast))/i,
  ],
  [
    'newsletter or sharing',
    /\b(?:sign up (?:for|to) .{0,60}(?:newsletter|e-?mails?|alerts|updates|inbox)|subscribe to (?:our|the|my)|follow (?:us|him|her|them|me) on|by clicking here|click here (?:to|for)|our (?:free )?newsletters?)\b/i,
  ],
  ['newsletter or sharing', /^follow .{1,60} (?:on (?:twitter|facebook|instagram|youtube|linkedin|x\b)|coverage of )/i],
  [
    'byline',
    /^(?:(?:first |last )?(?:published|posted|updated|modified)\b.{0,60}\d|by\s+\p{Lu}[\p{L}.'’-]+(?:\s+\p{L}[\p{L}.'’-]*){0,4}$|reporting by\b|written by\b|tempo de leitura|reading time|\d+ min(?:ute)?s? read)/iu,
  ],
  [
    'notice',
    /^(?:skip to (?:main )?content|loading\b|this slideshow requires|copyright\b|©|\(c\) |all rights reserved|this (?:website|site) uses cookies|we use cookies|this post (?:may )?contains? affiliate|terms of (?:use|service)|privacy policy|enable javascript|javascript is|please enable)/i,
  ],
  [
    'caption',
    /\((?:image|photo|picture|credit|source|ap photo|reuters|getty|afp)\b.{0,80}\)$|\b(?:ap photo|getty images|photos? ©|©\s?\p{Lu}.{0,40}\d{4}$|photo by)\b/iu,
  ],
  ['notice', /all rights reserved\.?$/i],
  ['comments', /^(?:\d+ )?(?:comments?|leave a (?:reply|comment)|responses?|tags|tell us what you think)[\s.:!]*$/i],
  ['tags', /^(?:filed under|tags?|topics?|categories|posted in)\s?[:|]/i],
  [
    'navigation',
    /^(?:home|back to top|next|previous|close|menu|(?:image )?\d+ (?:of|\/) ?\/? ?\d+|view gallery|view comments|show more|load more|breaking news|recent (?:articles|posts)|latest news|top stories)$/i,
  ],
]

/** Dates and times alone are the page's, not the article's. */
const DATE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[ ,|at-]{0,6}\d{1,2}[:.]\d\d.{0,12})?$/i

/** Longer blocks are judged by where they stand only. */
const SHORT = 250

/** Why a block is not part of an article, told by its words alone. */
export function lineReason({ plain }: Block): string | undefined {
  if (plain.length > SHORT) return undefined
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined
  if (DATE.test(plain) || isStamp(plain)) return 'byline'
  return LINES.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** A short line of any language that is hardly more than a year and a time of day. */
const isStamp = (plain: string): boolean =>
  plain.length < 70 && /\b(?:19|20)\d\d\b/.test(plain) && /\b\d{1,2}[:h]\d\d\b/.test(plain) && !/[.!?]$/.test(plain)
