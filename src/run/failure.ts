/** One document must not take the others with it; the reason says that errata, not the document, is at fault. */
export const failure = (error: unknown): string =>
  `errata failed on it, please report this: ${(error as Error).stack ?? String(error)}`
    .split('\n')
    .slice(0, 2)
    .join(' ')
