import { once } from 'node:events'
import { EXIT } from '../model/errors.ts'

/** Ends quietly when the reader of standard output has gone (`errata export flags | head`); other failures are told. */
export function guardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    process.stderr.write(`errata: standard output cannot be written: ${error.message}\n`)
    process.exit(EXIT.storage)
  })
  // Nobody listens to what we would say: going on is all that is left.
  process.stderr.on('error', () => undefined)
}

/** Writes a result to standard output; waits when the reader is slower, so that nothing piles up in memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
