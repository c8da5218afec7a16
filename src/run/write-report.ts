import { accessSync, closeSync, constants, globSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { EXIT, FatalError } from '../model/errors.ts'
import { systemReason } from '../model/system-error.ts'
import { makeFolder } from '../store/folder.ts'
import type { Store, WrittenReport } from '../store/store.ts'
import { skippedInputs } from './skipped.ts'
import type { ReportOptions } from './stored-report.ts'
import { codeHash, codeVersion, fileHash, inputHash, knowledgeVersion } from './version.ts'

const unwritable = (path: string, error: unknown): FatalError =>
  new FatalError(`${path}: cannot be written: ${systemReason(error)}`, EXIT.storage, { cause: error })

/** Makes the folder of reports, so that a run finds out before its work that it cannot write there. @throws FatalError 74 */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/**
 * Writes a report over the store; does nothing when the folder still holds the one that these facts, decisions and options gave.
 * Files appear whole or not at all. The signal ends it between two pieces of a file, and the next one begins anew. Files of the report before that this one no longer has are removed.
 * @returns the path of each format's own file
 * @throws FatalError 74 when a file cannot be written; the signal's reason when it was stopped
 */
export async function writeReport(
  store: Store,
  formats: readonly string[],
  folder: string,
  options: ReportOptions,
  signal?: AbortSignal,
): Promise<string[]> {
  const team = options.suppressions === undefined ? [] : [fileHash(options.suppressions)]
  const parts = [formats, options, team, await store.stamp(), await store.markings(), await skippedInputs(store)]
  const madeOf = inputHash([codeVersion(), codeHash(REPORT_CODE), knowledgeVersion(options.knowledge), ...parts])
  const place = resolve(folder)
  removeDrafts(place)
  const before = await store.writtenReport(place)
  if (before?.madeOf === madeOf && stillThere(place, before)) return mainFiles(folder, before)
  const [{ partsWith }, { storedReport }] = await Promise.all([import('./parts.ts'), import('./stored-report.ts')])
  const { writers } = await partsWith(options.plugins)
  const report = await storedReport(store, options)
  const files: [string, number, number][] = []
  for (const writer of writers.filter(({ id }) => formats.includes(id)))
    for await (const { path, text } of (await writer.load()).files(report)) {
      await writeWhole(join(folder, path), text, signal)
      const { size, mtimeMs } = statSync(join(folder, path))
      files.push([path, size, mtimeMs])
    }
  const kept = new Set(files.map(([path]) => path))
  for (const [path] of before?.files ?? []) if (!kept.has(path)) rmSync(join(folder, path), { force: true })
  const written = { madeOf, files }
  await store.noteReport(place, written)
  return mainFiles(folder, written)
}

/** Folders whose code decides, beside the stages, what a report looks like. */
const REPORT_CODE = ['report', 'store']

/** Files beside a folder of pages: the formats' own. */
const mainFiles = (folder: string, { files }: WrittenReport): string[] =>
  files.filter(([path]) => !path.includes('/')).map(([path]) => join(folder, path))

/** Removes what runs that were killed left half written. */
function removeDrafts(folder: string): void {
  for (const name of globSync(['*.tmp', '*/*.tmp'], { cwd: folder })) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true })
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

const stillThere = (folder: string, { files }: WrittenReport): boolean =>
  files.every(([path, size, changed]) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false })
    return stat?.size === size && stat.mtimeMs === changed
  })

/** Pieces of text gathered before they are written; one by one they would cost a system call each. */
const CHUNK = 1 << 16

async function writeWhole(
  file: string,
  text: AsyncIterable<string> | Iterable<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  try {
    makeFolder(dirname(file))
    const handle = openSync(draft, 'w')
    try {
      let chunk = ''
      for await (const piece of text) {
        chunk += piece
        if (chunk.length < CHUNK) continue
        writeAll(handle, chunk)
        chunk = ''
        await turn(signal)
      }
      writeAll(handle, chunk)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, file)
    await turn(signal)
  } catch (error) {
    rmSync(draft, { force: true })
    if (error instanceof FatalError || error === signal?.reason || (error as NodeJS.ErrnoException).code === undefined)
      throw error
    throw unwritable(file, error)
  }
}

/** Nothing else gives signals and the heartbeat their turn between two pieces of a report. @throws the signal's reason */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}

/** A write may take less than it is given. */
function writeAll(handle: number, text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0; ) rest = rest.subarray(writeSync(handle, rest))
}
