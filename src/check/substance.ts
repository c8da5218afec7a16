const SMALL = new Set(
  (
    'about after also been before being could from have into more most only other over said says some than that their them then there these ' +
    'they this those through under until were what when where which will with would percent million billion trillion thousand dollars euros pounds least nearly around'
  ).split(' '),
)

/** A word without its most common endings: "extended" and "extends" meet. */
export const stem = (word: string): string => word.replace(/(?:ing|ed|es|s|e)$/, '')

/** The words of substance of a text: four letters or more, lower case, without endings. */
export const substance = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,40}/gu) ?? []).filter(word => !SMALL.has(word)).map(stem))
