import type { Document } from '../../src/model/document.ts'
import { html } from '../../src/read/html.ts'

/** Reads a page as the loader would hand it over. */
export const readPage = (raw: string, doc = 'page.html'): Document =>
  html.read({ id: 'source', doc, path: doc, mediaType: 'text/html', bytes: new TextEncoder().encode(raw) })

/** Paragraphs long enough for an article. */
export const BODY = [
  'Investigators said on Monday that the group stole $81 million from the central bank of Bangladesh in February 2016.',
  'The money went through casinos in the Philippines, where most of it was lost, according to a report by the police.',
  'Officials in Dhaka have asked for help from the United States, but a hearing in New York was put off until March.',
  'The bank said that it had changed the way in which it checks orders, and that no further orders had been accepted.',
  'A spokesman for the network said that its software had not been broken into, only the computers of its customers.',
]

export const PARAGRAPHS = BODY.map(text => `<p>${text}</p>`).join('\n')
