/** Words after a name that make it an organisation. Sticky on what follows the name. */
const AFTER =
  /^(?:['\u2019]s (?:chief|CEO|CTO|CISO|founder|president|spokes\w+|customers|employees|security team|security researchers?|researchers?|servers|network|website|headquarters|parent)\b|,? (?:Inc|Corp|Ltd|LLC)\b|,? (?:which (?:is|was) )?(?:based|headquartered) in\b|['\u2019]?s? (?:researchers?|spokes(?:person|man|woman)|employees|CEO|customers|officials|executives|analysts|shareholders|engineers)\b)/

/** Words before a name that make it an organisation. */
const BEFORE =
  /\b(?:(?:security|cybersecurity|tech|technology|software|antivirus|intelligence|insurance|oil|telecom|telecommunications|law|consulting|research|media|hotel|retail|accounting|engineering|data|hosting|Internet|credit|analytics|parent|mother) (?:company|firm|giant|vendor|provider|maker|outfit|startup|start-up|bureau|group|chain)|vendors?|retailer|insurer|(?:crypto(?:currency)?|bitcoin|Bitcoin) exchange|exchange|hosting provider|bank|chain|airline|carrier|nonprofit|non-profit|think tank|newspaper|magazine|broadcaster|news agency|company|firm|startup|start-up|(?:researchers?|analysts?|experts?|engineers?|analyst|employees|officials|CEO|CTO|CISO|founder|co-founder|president|chairman|spokes(?:person|man|woman)|director) (?:at|from|of|with|for)(?: security (?:firm|company))?|(?:programmer|developer|evangelist|strategist|manager|architect|consultant|scientist|specialist|investigator|counsel|officer) at)(?: the| called| named)? ["\u201c]?$/

/** Apposition: "Acme, a Dutch hosting company". */
const APPOSITION =
  /^,? (?:which is |is )?(?:an?|the|one of the) (?:[\p{L}\p{N}-]+ ){0,5}(?:compan(?:y|ies)|firm|vendor|provider|retailer|manufacturer|maker|startup|bank|insurer|exchange|agency|organi[sz]ation|carrier|broadcaster|nonprofit|supplier|distributor|publisher|brokerage|consultancy|marketplace|charity|subsidiary|wholesaler|lender|corporation|conglomerate|chain|airline|university|hospital)\b(?!['\u2019])/u

/** Whether the words around a span make what it names an organisation. Reads at most 80 units on each side. */
export function companyCue(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 80)
  return AFTER.test(after) || BEFORE.test(text.slice(Math.max(0, start - 60), start)) || APPOSITION.test(after)
}
