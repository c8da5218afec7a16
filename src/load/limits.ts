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

/** Pieces of one container that are no documents, when they are more than its documents; then the rest of it is left. */
export const MAX_USELESS = 10_000

/** Values in one piece of JSON (a line, a file), and lists and objects within each other: 100,000 documents have a million, 4 deep. */
export const MAX_JSON_VALUES = 2_000_000
export const MAX_JSON_DEPTH = 200

/** Documents of one JSON list, which is parsed as a whole. */
export const MAX_LISTED = 100_000

/** Containers within containers: a packed feed attached to a mail in a mailbox in an archive has a depth of 4. */
export const MAX_DEPTH = 5
