import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Skipped, Source } from '../model/document.ts'
import { FatalError } from '../model/errors.ts'
import { jsonLines } from './jsonl.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
}

/** Every file under a path, sorted by name; a file given by itself is named by its own name. */
export function* loadPath(input: string): Generator<Source | Skipped> {
  const stat = statSync(input, { throwIfNoEntry: false })
  if (!stat) throw new FatalError(`${input}: no such file or folder`, 2)
  if (stat.isDirectory()) yield* walk(input, '')
  else yield* take(input, basename(input))
}

function* walk(root: string, relative: string): Generator<Source | Skipped> {
  for (const name of readdirSync(join(root, relative)).sort()) {
    const path = relative ? `${relative}/${name}` : name
    if (lstatSync(join(root, path)).isDirectory()) yield* walk(root, path)
    else yield* take(join(root, path), path)
  }
}

function* take(file: string, doc: string): Generator<Source | Skipped> {
  const bytes = readFileSync(file)
  if (extname(file).toLowerCase() === '.jsonl') {
    yield* jsonLines(bytes, doc)
    return
  }
  const mediaType = MEDIA_TYPES[extname(file).toLowerCase()]
  if (mediaType === undefined) yield { path: doc, reason: 'no reader takes this kind of file' }
  else yield { id: createHash('sha256').update(bytes).digest('hex'), doc, path: doc, mediaType, bytes }
}
