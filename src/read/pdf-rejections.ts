/** Where an error's stack stands when it is the PDF library's own. */
const LIBRARY = /[\\/]unpdf[\\/]dist[\\/]pdfjs/

let guarded = false

/**
 * Keeps promises that the PDF library forgets about from ending the process: of a damaged file it rejects several, and
 * awaits one, whose failure is told. Rejections of anybody else end the process as they always do.
 */
export function guardRejections(): void {
  if (guarded) return
  guarded = true
  process.on('unhandledRejection', onRejection)
}

function onRejection(reason: unknown): void {
  if (reason instanceof Error && LIBRARY.test(reason.stack ?? '')) return
  // Without this listener Node would end the process; with others, it is their affair.
  if (process.listenerCount('unhandledRejection') === 1) throw reason
}

/** Milliseconds on the clock after which a library that waits for itself has failed. */
const PATIENCE = 60_000

/** A promise, or a failure when it is not kept in time: a forgotten rejection can leave another promise open for ever. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it could not be read in a minute')), PATIENCE)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
