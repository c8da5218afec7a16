import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { load } from '../../src/load/load.ts'
import type { Document } from '../../src/model/document.ts'
import { toRaw } from '../../src/model/text-map.ts'
import { rawText } from '../../src/read/raw.ts'
import { read } from '../../src/run/analyse.ts'

/** What is made of one file: its documents, and `path: reason` of what is skipped, by a loader or a reader. */
export interface Gathered {
  readonly docs: readonly Document[]
  readonly skipped: readonly string[]
}

/**
 * Loads and reads a file of these bytes as `errata run` does; whatever each document's map calls verbatim must stand so
 * in the raw text that is made of the stored bytes.
 */
export async function gather(name: string, content: Uint8Array | string): Promise<Gathered> {
  const folder = mkdtempSync(join(tmpdir(), 'errata-gather-'))
  const docs: Document[] = []
  const skipped: string[] = []
  try {
    writeFileSync(join(folder, name), content)
    for await (const item of load([join(folder, name)])) {
      if ('reason' in item) skipped.push(`${item.path}: ${item.reason}`)
      else
        try {
          const doc = await read(item)
          expectMapped(doc, await rawText(item.bytes, doc.encoding))
          docs.push(doc)
        } catch (error) {
          if ((error as Error).name !== 'InputError') throw error
          skipped.push(`${item.path}: ${(error as Error).message}`)
        }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { docs, skipped }
}

/** Each segment of a map leads into the raw text; verbatim ones to the same characters. */
export function expectMapped({ text, map }: Pick<Document, 'text' | 'map'>, raw: string): void {
  for (let at = 0; at < map.length; at += 3) {
    const span = { start: map[at] ?? 0, end: map[at + 3] ?? text.length }
    const place = toRaw(map, text.length, span)
    expect(place.end).toBeLessThanOrEqual(raw.length)
    if (place.verbatim) expect(raw.slice(place.start, place.end)).toBe(text.slice(span.start, span.end))
  }
  expect(map[0] ?? 0).toBe(0)
}

/** The raw words that stand behind words of a document. */
export async function rawWords(doc: Document, bytes: Uint8Array, words: string): Promise<string> {
  const start = doc.text.indexOf(words)
  const raw = await rawText(bytes, doc.encoding)
  const place = toRaw(doc.map, doc.text.length, { start, end: start + words.length })
  return raw.slice(place.start, place.end)
}

export const shown = ({ docs, skipped }: Gathered) => ({ docs: docs.map(({ id, text }) => [id, text]), skipped })
