import { existsSync } from 'node:fs'

/** Where a browser for the page tests is, or undefined; says so once, since the tests then skip. */
export const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  path => path !== undefined && existsSync(path),
)
if (CHROMIUM === undefined)
  console.log('skipped: no Chromium (CHROMIUM_PATH, /usr/bin/chromium, /usr/bin/google-chrome)')
