import { readFileSync } from 'node:fs'

/** The one script of the pages, by hand and small: keys, scrolling, news from other reviewers. Everything works without it. */
export const SCRIPT = readFileSync(new URL('./script.js', import.meta.url), 'utf8')
