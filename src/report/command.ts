/**
 * A command line of errata for people to copy from a report.
 * @param db the database that it must name; undefined for the one that commands look at by themselves
 */
export const commandLine = (words: string, db: string | undefined): string =>
  `errata ${words}${db === undefined ? '' : ` --db ${shellWord(db)}`}`

/** One word of a POSIX shell, whatever is in it. */
const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
