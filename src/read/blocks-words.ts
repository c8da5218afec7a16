/** What stands inside or around articles without being one, told by the elements and class and id words of a page. */
export interface WordRule {
  readonly reason: string
  /** Elements that are such a thing by their name. */
  readonly elements: readonly string[]
  /** Words of a class or id, as written between hyphens, underscores and capitals. */
  readonly words: readonly string[]
  /** Longer words that count within a word too ("imagecaption"). */
  readonly within: readonly string[]
}

export const WORD_RULES: readonly WordRule[] = [
  {
    reason: 'caption',
    elements: ['figcaption', 'figure'],
    words: [
      'credit',
      'credits',
      'gallery',
      'slideshow',
      'carousel',
      'lightbox',
      'photographer',
      'cutline',
      'photo',
      'photos',
    ],
    within: ['caption', 'photocredit', 'imagecredit'],
  },
  {
    reason: 'navigation',
    elements: ['nav', 'menu'],
    words: ['nav', 'menu', 'pagination', 'pager', 'toc', 'skip', 'topnav', 'navbar', 'tabs', 'quicktabs'],
    within: ['breadcrumb', 'navigation'],
  },
  {
    reason: 'byline',
    elements: ['address'],
    words: [
      'dateline',
      'timestamp',
      'date',
      'datetime',
      'meta',
      'postmeta',
      'postinfo',
      'pubdate',
      'kicker',
      'eyebrow',
    ],
    within: ['byline', 'readtime', 'reading-time', 'posted-on', 'dateline', 'timestamp', 'publishdate'],
  },
  {
    reason: 'about the author',
    elements: [],
    words: ['bio', 'author', 'authors', 'contributor', 'contributors', 'attribution', 'writer', 'profile'],
    within: ['authorbio', 'authorbox', 'biography'],
  },
  {
    reason: 'related links',
    elements: [],
    words: [
      'recirc',
      'rail',
      'popular',
      'trending',
      'promo',
      'teaser',
      'teasers',
      'recommended',
      'recommendations',
      'readmore',
      'outbrain',
      'taboola',
      'crosslink',
      'upnext',
      'excerpt',
      'inset',
    ],
    within: ['related', 'yarpp', 'trending', 'recommend', 'more-stories', 'also-like', 'most-read', 'readnext'],
  },
  {
    reason: 'newsletter or sharing',
    elements: ['form', 'button', 'label'],
    words: ['share', 'sharing', 'social', 'follow', 'cta', 'optin', 'login', 'signin', 'paywall', 'donate', 'callout'],
    within: ['newsletter', 'signup', 'subscri', 'sharedaddy', 'addthis', 'addtoany', 'sociable'],
  },
  {
    reason: 'tags',
    elements: [],
    words: ['tags', 'taglist', 'tagcloud', 'topics', 'categories', 'keywords'],
    within: ['post-tags', 'tag-links', 'cat-links'],
  },
  {
    reason: 'comments',
    elements: [],
    words: ['comments', 'comment', 'respond', 'replies', 'disqus', 'reviews'],
    within: ['commentlist', 'comment-'],
  },
  {
    reason: 'advertisement',
    elements: ['ins'],
    words: [
      'ad',
      'ads',
      'advert',
      'adverts',
      'advertisement',
      'advertising',
      'sponsor',
      'sponsored',
      'dfp',
      'affiliate',
    ],
    within: ['advert', 'adsbygoogle', 'sponsored'],
  },
  {
    reason: 'notice',
    elements: ['footer', 'dialog', 'dir'],
    words: [
      'disclaimer',
      'disclosure',
      'cookie',
      'cookies',
      'gdpr',
      'footer',
      'noscript',
      'print',
      'popup',
      'modal',
      'overlay',
    ],
    within: [
      'copyright',
      'cookie',
      'disclaimer',
      'tooltip',
      'hovercard',
      'hover-card',
      'popover',
      'screen-reader',
      'sr-only',
    ],
  },
]
