/** Largest raw source, in bytes: a file, an unpacked `.gz`, one line of a `.jsonl` file. No news article comes near. */
export const MAX_BYTES = 50_000_000

/** The same for people. */
export const MAX_BYTES_WORDS = '50 MB'

/**
 * Most unpacked bytes for one packed byte: the whole length of a `.jsonl.gz`, `.mbox.gz` or `.warc.gz` is not limited. Articles pack about 3 to
 * 1, repetitive JSON 20 to 1; deflate's ceiling, which bombs use, is 1032 to 1.
 */
export const MAX_RATIO = 500

/** Unpacked bytes below which the ratio does not matter: a page of blanks is no bomb. */
export const SMALL = 1_000_000

/** Containers within containers: a packed feed attached to a mail in a mailbox in an archive has a depth of 4. */
export const MAX_DEPTH = 5
