import type { FlagGroup } from '../group.ts'
import type { Report } from '../report.ts'
import { inQuestion, summary } from '../summary.ts'
import { count, figure, sentenceCase } from '../words.ts'
import { type CardAddress, contents, type Touched } from './contents.ts'
import { inline, type Markup, markup } from './markup.ts'
import { datum, marking, wordmark } from './page.ts'

export interface FrontParts {
  readonly report: Report
  /** By weight. */
  readonly groups: readonly FlagGroup[]
  readonly touched: ReadonlyMap<string, Touched>
  readonly address: CardAddress
}

/** The head of the report: what was read, what was found, in words and in a picture that leads to the cards. */
export function front({ report, groups, touched, address }: FrontParts): Markup {
  const { documents, characters, mentions, claims } = report.figures
  const found = Object.values(mentions).reduce((sum, number) => sum + number, 0)
  const counted = new Set(inQuestion(report))
  const flags = counted.size
  // Flags of one cause are alike open, decided or fixed.
  const inView = groups.filter(group => counted.has(group.flags[0]))
  const causes = inView.length
  return markup`<header class="front">
${marking(report.tlp)}${wordmark()}
<h1>${flags === 0 ? 'Nothing to flag' : 'What does not add up'}</h1>
<p class="lead">${summary(report)}</p>
<dl class="figures">
${datum(documents === 1 ? 'article' : 'articles', figure(documents))}
${datum('characters read', figure(characters))}
${datum('names, numbers and dates', figure(found))}
${claims === 0 ? '' : datum(claims === 1 ? 'claim' : 'claims', figure(claims))}
${datum(flags === 1 ? 'flag' : 'flags', figure(flags))}
${causes === flags ? '' : datum(causes === 1 ? 'cause' : 'causes', figure(causes))}
</dl>
</header>
${contents(report, inView, touched, address)}`
}

/** What stands after the cards: inputs that could not be read, and every check with what it looks for. */
export function back(report: Report): Markup {
  return markup`${
    report.skipped.length === 0
      ? ''
      : markup`<section class="plain" id="not-read"><h2>Not read</h2><ul>${report.skipped.map(
          ({ path, reason }) => markup`<li><code>${inline(path)}</code>: ${inline(reason)}</li>`,
        )}</ul></section>`
  }
<section class="plain" id="checks"><h2>What was checked</h2>
<p>Each check looks for one kind of fault in every article. What none of them looks for, this report does not find.</p>
<details><summary>${sentenceCase(count(report.checks.length, 'check'))}, what each catches and when it is wrong</summary>
<dl>${report.checks.map(({ id, title, why }) => markup`<dt>${title} <code>${id}</code></dt><dd>${why}</dd>`)}</dl></details>
</section>`
}
