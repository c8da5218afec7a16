import type { Span } from '../model/span.ts'
import type { Sentence } from './encode.ts'
import { type Voice, voiceOf } from './speech.ts'

/** Who is heard in one sentence. */
export interface Speech {
  readonly voice: Voice | undefined
  /** The speaker by name, where one is known. */
  readonly key: string | undefined
  /** The quotation that began before this sentence and that its speaker closes: "A. B," said X. */
  readonly earlier: Span | undefined
  /** A quotation that this sentence opens or goes on with, whose speaker stood in the sentence before. */
  readonly carried: Span | undefined
  /** `Link.key` of whoever is said to say what stands at a place of the code. */
  at(place: number): string | undefined
  /** Whether a place of the code belongs to the words about speaking. */
  covers(place: number): boolean
}

/** Hears a document's sentences in order: quotations go on over sentences, and "the report said" means the one heard last. */
export class Speakers {
  readonly #text: string
  readonly #quoted: readonly Span[]
  #next = 0
  #last: { readonly key: string; readonly end: number } | undefined
  #report: string | undefined

  constructor(text: string, quoted: readonly Span[]) {
    this.#text = text
    this.#quoted = quoted
  }

  hear(sentence: Sentence): Speech {
    for (; (this.#quoted[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start; ) this.#next++
    const here: Span[] = []
    for (let index = this.#next; (this.#quoted[index]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; index++) {
      const span = this.#quoted[index]
      if (span) here.push(span)
    }
    const quoted = (at: number) => {
      const offset = sentence.offset(at)
      return here.some(({ start, end }) => start <= offset && offset < end)
    }
    const voice = voiceOf(sentence, quoted)
    const first = here[0]
    const opens = first && first.start <= sentence.start + 2
    const follows =
      this.#last !== undefined && !/\n/.test(this.#text.slice(this.#last.end, sentence.start))
        ? this.#last.key
        : undefined
    const carried = !voice && opens && follows ? first : undefined
    const key = voice ? (voice.key ?? this.#report) : carried ? follows : undefined
    if (voice?.key?.startsWith('organization')) this.#report = voice.key
    this.#last = key ? { key, end: sentence.end } : undefined
    return {
      voice,
      key,
      earlier: voice && first && first.start < sentence.start ? first : undefined,
      carried,
      at: place => {
        if (!key) return undefined
        if (carried) return quoted(place) ? key : undefined
        return voice?.parts.some(([from, to]) => from <= place && place < to) ? key : undefined
      },
      covers: place => voice !== undefined && voice.from <= place && place < voice.to,
    }
  }
}
