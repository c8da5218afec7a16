import { markup } from '../../report/templates/markup.ts'
import type { Page } from './frame.ts'
import { hidden } from './notice.ts'

/** Asks for the password; shows nothing of the store. */
export const loginPage = (back: string, text?: string): Page => ({
  title: 'Sign in',
  heading: 'Sign in',
  closed: true,
  body: markup`<div class="sheet">${text === undefined ? '' : markup`<p class="notice stop" role="alert">${text}</p>`}
<form method="post" action="/login" class="fields">${hidden({ back })}
<label>Password of these pages <input name="password" type="password" required autocomplete="current-password" autofocus maxlength="1000"></label>
<p><button>Sign in</button></p></form></div>`,
})
