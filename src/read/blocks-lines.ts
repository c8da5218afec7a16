import type { Block } from './blocks.ts'

/** Patterns of lines in a page's own voice. */
interface LineRule {
  readonly reason: string
  /** Lines that nobody takes for a sentence of an article, however they end. */
  readonly sure?: RegExp
  /** Lines that an article may begin a sentence with: they count where no full stop ends them, or as a few words alone. */
  readonly label?: RegExp
}

/** Tested on short blocks only, in this order; all begin at the line's start or are bounded, so they stay linear. */
const RULES: readonly LineRule[] = [
  {
    reason: 'advertisement',
    sure: /^(?:advert(?:isement|isment)?s?|ad|ads by google|sponsored(?: content)?|paid content|anuncio|publicidad|publicidade|pubblicità|publicité|anzeige|werbung|reklama?|reklame|reklam|iklan|реклама|广告|廣告|광고|(?:continue reading|(?:story|article) continues|scroll down) (?:below|for more)(?: advertisement| ad)?)[\s.:]*$/i,
  },
  {
    reason: 'related links',
    sure: /^[[(]?(?:read (?:more|also|next|the full)|see also\s?:|also (?:read|see)\s?:|also: |related(?: (?:stories|story|articles?|coverage|content|links?|posts?|news|topics?))?\s?(?:[:|]|$)|more(?: on this| from| stories)?\s?:|don.t miss\s?:|(?:now )?watch(?: now| next)?\s?:|recommended\s?:|you (?:may|might) also like|what to read next)/i,
    label:
      /^[[(]?(?:see also|also read|l(?:eia|ea) (?:também|también|mais|más)|veja (?:também|mais)|lesen sie auch|mehr zum thema|(?:à )?lire (?:aussi|également)|te puede interesar|mira también|leggi anche|czytaj (?:też|także|więcej)|zobacz (?:też|także)|lees ook|читайте также|смотрите также|по теме|baca juga|関連記事|相关阅读|相关新闻|관련\s?기사)/i,
  },
  {
    reason: 'caption',
    sure: /\((?:image|photo|picture|credit|source|pic|foto|file photo|ap photo|reuters\/|getty\b|afp\/)[^)]{0,80}\)\.?$|^(?:image|photo|video)s? (?:copyright|caption|credits?|courtesy)\b|^\(?(?:image|photo|picture|credit|foto|фото|fot\.|crédit photo)s?\s?:|^credit\s?\.\.\.|\bap photo\/|\/\s?(?:getty images|reuters|afp|ap photo|shutterstock)\)?\.?$/i,
    label:
      /^(?:(?:image|photo|video|picture|illustration)s? by|(?:sources?|quelle|fuente|fonte|bron|источник)\s?:|file photo|getty images|associated press$|enlarge(?: this)? image|(?:hide|toggle) caption|view gallery)|(?:getty images|photos? ©|©\s?\p{Lu}.{0,40}\d{4}|[(.–—-]\s?photos? by .{1,60})$/iu,
  },
  {
    reason: 'newsletter or sharing',
    sure: /^(?:sign up (?:for|to) (?:our|the|my)|subscribe (?:to|now|today|here|for)|click here|tap here|follow us|like us on|share this|tweet this|post comment|e-?mail the author|have a tip|got a tip|this site is protected by|get (?:the|our|your) .{0,60}(?:newsletter|inbox|app\b)|download (?:the|our) .{0,20}app\b|listen to .{0,60}(?:live|podcast)|join the (?:conversation|discussion))|\b(?:sign up (?:for|to) .{0,60}(?:newsletter|e-?mails|alerts|updates|inbox)|subscribe to (?:our|the|my)|follow (?:us|him|her|them|me) on|by clicking here|click here (?:to|for)|our (?:free )?newsletters?)\b|^follow .{1,60} (?:on (?:twitter|facebook|instagram|youtube|linkedin|x\b)|coverage of )/i,
    label:
      /^(?:sign up|subscribe|join (?:us|our)|view author archive|like this|like loading|(?:share|save|print|e-?mail)(?: (?:this|on|via|with|article|story|page)\b.{0,30})?$|(?:facebook|twitter|instagram|linkedin|pinterest|whatsapp|reddit|email|e-mail|print|share|copy link|flipboard|telegram|[,|·\s])+$|compart(?:ir|ilhe|e)|partager|condividi|teilen|поделиться|подпис|suscr[ií]b|abonn|assine|iscriviti|s[ií]gue?(?:nos|a)|udostępnij)/i,
  },
  {
    reason: 'byline',
    sure: /^(?:(?:additional )?reporting by\b.{0,200}(?:;|editing by|writing by)|our standards\s?:|with assistance (?:by|from)|to contact the (?:reporter|editor|author)s?\b|tempo de leitura|(?:estimated )?reading time|read time|\d+ min(?:ute)?s?(?: read|\.? de lectura|\.? de leitura)$)/i,
    label:
      /^(?:(?:first |last )?(?:published|posted|updated|modified|publicado|publié|pubblicato|veröffentlicht|aktualisiert|actualizado|atualizado|опубликовано|обновлено)\b.{0,60}(?:\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\bago\b)|by\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+)?\p{L}[\p{L}.'’-]*){0,6}$|(?:additional )?(?:reporting|written|words|text) by\b|posted in\b|(?:autor|author|автор|text|von|par|redacción|redação)\s?:)/iu,
  },
  {
    reason: 'notice',
    sure: /^(?:skip to (?:main )?content|this slideshow requires|copyright\b.{0,40}(?:[©ⓒ@]|\d{4}|reserved)|[©ⓒ]|\(c\) |this (?:website|site) uses cookies|we use cookies|this (?:post|article|story) (?:may )?contains? affiliate|(?:please )?enable javascript|javascript is|this (?:material|document|article) (?:may not be|is subject to copyright)|the views expressed)|(?:all rights reserved|無断転載(?:を)?禁止?|무단\s?전재.{0,20})\.?$/i,
    label:
      /^(?:loading|terms of (?:use|service)|privacy policy|video (?:loading|unavailable|player|will)|click to play|tap to play|play (?:now|video)|transcript$)/i,
  },
  {
    reason: 'comments',
    sure: /^(?:\d+ )?(?:comments?|leave a (?:reply|comment)|responses?|tell us what you think|(?:view|show|add|post|write|read) (?:a |the |all )?(?:\d+ )?comments?|view the discussion thread|комментари[ий]|kommentare?|comentarios?|comentários?|commentaires?|commenti|komentarze)(?: \(?\d*\)?)?[\s.:!]*$/i,
  },
  {
    reason: 'tags',
    sure: /^(?:filed under|tags?|topics?|categories|category|posted in|tagged|теги|schlagworte|etiquetas|mots-clés|keywords)\s?[:|]|^tags?$/i,
  },
  {
    reason: 'navigation',
    sure: /^(?:home|back to top|next|previous|close|cancel|menu|search|(?:image )?\d+ (?:of|\/) ?\/? ?\d+|view (?:gallery|all|more)|show (?:more|less|all)|load more|see (?:more|all)|breaking news|recent (?:articles|posts)|(?:latest|top) (?:news|stories))$/i,
  },
]

/** Dates and times alone are the page's, not the article's. */
const DATE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[ ,|at-]{0,6}\d{1,2}[:.]\d\d.{0,12})?$/i

/** Longer blocks are judged by where they stand only. */
const SHORT = 250
/** A label with a full stop is no longer than this. */
const LABEL = 30

/** Why a block is not part of an article, told by its words alone. */
export function lineReason({ plain }: Block): string | undefined {
  if (plain.length > SHORT || !/[\p{L}\p{N}]/u.test(plain)) return undefined
  if (DATE.test(plain) || isStamp(plain)) return 'byline'
  const sentence = plain.length > LABEL && /[.!?…。]["'”’)\]]?$/.test(plain)
  return RULES.find(({ sure, label }) => sure?.test(plain) || (!sentence && label?.test(plain)))?.reason
}

/** A short line of any language that is hardly more than a year and a time of day. */
const isStamp = (plain: string): boolean =>
  plain.length < 70 && /\b(?:19|20)\d\d\b/.test(plain) && /\b\d{1,2}[:h]\d\d\b/.test(plain) && !/[.!?]$/.test(plain)
