/** Largest raw source, in bytes: a file, an unpacked `.gz`, one line of a `.jsonl` file. No news article comes near. */
export const MAX_BYTES = 50_000_000

/** The same for people. */
export const MAX_BYTES_WORDS = '50 MB'

/**
 * Most unpacked bytes for one packed byte of a `.jsonl.gz`, whose whole length is not limited. Articles pack about 3 to
 * 1, repetitive JSON 20 to 1; deflate's ceiling, which bombs use, is 1032 to 1.
 */
export const MAX_RATIO = 500
