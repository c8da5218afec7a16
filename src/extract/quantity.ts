import { type Mention, type MentionType, mention, type Values } from '../model/mention.ts'
import type { ExtractContext, Extractor } from '../model/stage.ts'
import { dayOf } from '../normalise/calendar.ts'
import { readCount } from '../normalise/count.ts'
import { readDate } from '../normalise/date.ts'
import { durationTimex, readSpans } from '../normalise/duration.ts'
import { looksAhead } from '../normalise/future.ts'
import { readMoneyRange } from '../normalise/money.ts'
import { opensDate, opensQuantity } from '../normalise/openers.ts'
import { readPercent } from '../normalise/percent.ts'
import { type Read, type Tokens, tokenise } from '../normalise/tokens.ts'

type Kind = 'money' | 'percent' | 'date' | 'duration' | 'count'
type Found = { [K in Kind]: { readonly type: K; readonly value: Values[K]; readonly next: number } }[Kind]

const as = <K extends Kind>(type: K, read: Read<Values[K]> | undefined): Found | undefined =>
  read && ({ type, value: read.value, next: read.next } as Found)

/**
 * Amounts, dates and durations in one pass over the words. What may start in one place is tried in order: money needs a
 * currency and percent its sign, so they come before dates, and a number that nothing else wants is a count.
 */
export const quantity: Extractor<Kind> = {
  id: 'quantity',
  finds: ['money', 'percent', 'date', 'duration', 'count'] satisfies readonly MentionType[],
  *extract({ doc, text }: ExtractContext): Generator<Mention<Kind>> {
    const tokens = tokenise(text)
    const published = dayOf(doc.published)
    for (let index = 0; index < tokens.list.length; ) {
      const dated = opensDate(tokens, index)
      const found = dated || opensQuantity(tokens, index) ? read(tokens, index, dated, published) : undefined
      const first = tokens.list[index]
      const last = found && tokens.list[found.next - 1]
      if (found && first && last)
        yield mention(doc, 'quantity', found.type, first.start, last.end, found.value as never)
      index = found ? Math.max(found.next, index + 1) : index + 1
    }
  },
}

function read(tokens: Tokens, index: number, dated: boolean, published: string | undefined): Found | undefined {
  const anchor = { ...(published === undefined ? {} : { published }), future: dated && looksAhead(tokens, index) }
  const money = as('money', readMoneyRange(tokens, index)) ?? as('percent', readPercent(tokens, index))
  if (money) return money
  const date = dated ? as('date', readDate(tokens, index, anchor)) : undefined
  if (date) return date
  const spans = readSpans(tokens, index)
  return (
    (spans && as('duration', { value: { timex: durationTimex(spans.value) }, next: spans.next })) ??
    as('count', readCount(tokens, index))
  )
}
