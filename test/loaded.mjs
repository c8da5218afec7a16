// Preloaded into errata (`node --import`): notes every module of a package that is really loaded, in threads too.
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, next) {
    if (url.includes('/node_modules/')) appendFileSync(process.env['LOADED'] ?? '', `${url}\n`)
    return next(url, context)
  },
})
