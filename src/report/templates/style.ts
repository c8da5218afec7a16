import { CARD } from './style-card.ts'
import { DOCUMENT } from './style-document.ts'
import { LAYOUT } from './style-layout.ts'

/** The one style sheet of the report's pages: system fonts, no address in it, named by its hash in the policy. */
export const STYLE = `${LAYOUT}${CARD}${DOCUMENT}`
