import type { z } from 'zod'
import { type Correction, latestWords } from '../model/correction.ts'
import type { Judgement } from '../model/decision.ts'
import { EXIT, FatalError } from '../model/errors.ts'
import { writeWholeFile } from '../store/whole-file.ts'
import { faultsOf } from './schema-words.ts'
import { decisionSchema, suppressionsSchema } from './suppressions-schema.ts'
import { userText } from './user-text.ts'

/** Name of the file that a team keeps beside its articles. */
export const SUPPRESSIONS_FILE = 'errata-suppressions.json'

/** Dismisses flags to which all of its keys apply; see schemas/suppressions.schema.json. */
export interface Rule {
  readonly check?: string
  readonly entity?: string
  readonly alias?: string
  readonly publisher?: string
  readonly doc?: string
  readonly reason: string
  readonly reviewer: string
  /** ISO day. */
  readonly at: string
}

/** What a suppressions file says. */
export interface Suppressions {
  readonly rules: readonly Rule[]
  readonly decisions: readonly Judgement[]
  /** Those that hold. */
  readonly corrections: readonly Correction[]
}

/** Bytes that a file of decisions may have: some hundred thousand of them. */
const LIMIT = 1 << 28

/**
 * Reads a suppressions file.
 * @throws FatalError 2 naming the file and everything that is wrong with it
 */
export function readSuppressions(file: string): Suppressions {
  const { rules, decisions, corrections } = checked(file, '', suppressionsSchema, parsed(file, '', textOf(file)))
  return {
    rules: (rules ?? []) as readonly Rule[],
    decisions: (decisions ?? []).map(judgement),
    corrections: latestWords(((corrections ?? []) as readonly Correction[]).map(inUtc)),
  }
}

/**
 * Reads decisions as `errata export decisions` prints them: one JSON object a line.
 * @throws FatalError 2 naming the file and the line
 */
export function readDecisionLines(file: string): Judgement[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => {
      const where = `:${index + 1}`
      return line.trim() === '' ? [] : [judgement(checked(file, where, decisionSchema, parsed(file, where, line)))]
    })
}

/**
 * Changes the rules of a suppressions file; everything else in it stays as it is.
 * @throws FatalError 2 when the file is or would be wrong, 74 when it cannot be written: it then stays as it was
 */
export function changeRules(file: string, change: (rules: readonly Rule[]) => readonly Rule[]): void {
  const given = parsed(file, '', textOf(file))
  const { rules = [] } = checked(file, '', suppressionsSchema, given)
  const after = { ...(given as object), rules: change(rules as readonly Rule[]) }
  checked(file, '', suppressionsSchema, after)
  writeSuppressions(file, after)
}

/** Writes a suppressions file whole or not at all. @throws FatalError 74 when it cannot be written */
export function writeSuppressions(file: string, content: object): void {
  writeWholeFile(file, `${JSON.stringify(content, null, 2)}\n`)
}

/** Without what a line carries for people only. */
const judgement = ({ doc, kind, text, undoes, ...line }: z.infer<typeof decisionSchema>): Judgement => ({
  ...inUtc(line as Judgement),
  ...(undoes === undefined ? {} : { undoes: utc(undoes) }),
})

const utc = (instant: string): string => new Date(instant).toISOString()
const inUtc = <T extends { readonly at: string }>(line: T): T => ({ ...line, at: utc(line.at) })

function checked<T>(file: string, where: string, schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const lines = faultsOf(schema, result.error, given).map(({ path, words }) => {
    const key = path.join('.')
    return `${file}${where}: ${key === '' ? '' : `${key}: `}${words}`
  })
  throw new FatalError(lines.slice(0, SHOWN).join('\nerrata: '), EXIT.usage)
}

/** Faults of one file that are named. */
const SHOWN = 20

function parsed(file: string, where: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new FatalError(`${file}${where}: is not JSON: ${(error as Error).message}`, EXIT.usage, { cause: error })
  }
}

const textOf = (file: string): string => userText(file, LIMIT, 'a file of decisions')
