/** A verdict given on these pages, on one flag or on several of its cause at once. */
export interface Step {
  /** The flag in hand. */
  readonly flag: string
  readonly others: readonly string[]
  /** Instant of its lines in the log. */
  readonly at: string
  /** The flagged words. */
  readonly words: string
  /** Query of the place in the queue where it was given. */
  readonly back: string
}

/** Steps kept. */
const KEPT = 200

/** What this server's reviewer decided, so that undo after undo leads back through it, from flag to flag. */
export class Trail {
  #steps: Step[] = []

  keep(step: Step): void {
    this.#steps.push(step)
    if (this.#steps.length > KEPT) this.#steps.shift()
  }

  /** It has been taken back. */
  drop(flag: string, at: string): void {
    this.#steps = this.#steps.filter(step => step.at !== at || !(step.flag === flag || step.others.includes(flag)))
  }

  /** The latest that stands. */
  get last(): Step | undefined {
    return this.#steps.at(-1)
  }
}

/** The fields of the form that takes a step back. */
export const undoFields = ({ flag, others, at, back }: Omit<Step, 'words'>): Readonly<Record<string, string>> => ({
  flag,
  others: others.join(' '),
  at,
  back,
})
