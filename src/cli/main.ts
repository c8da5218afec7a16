import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EXIT, FatalError } from '../model/errors.ts'
import { visible } from '../report/characters.ts'
import { commands } from './commands.ts'
import { type Log, logOf } from './log.ts'
import { guardOutput } from './output.ts'
import type { CommandSpec, OptionSpec, Options } from './spec.ts'

const EXAMPLES = `
Start here:
  $ errata lint article.txt        what does not add up in one article
  $ errata run articles            a folder: read, check, store; then open output/report.html
  $ errata status                  what the last run saw, and what it skipped
  $ errata explain name-drift      what a check looks for
"errata COMMAND --help" shows a command's options and examples.

Exit codes: 0 done, 1 findings (--fail-on) or an unexpected failure, 2 usage, 3 some inputs were skipped,
74 storage, 75 another run holds the database, 78 database newer, foreign or damaged, 130 interrupted.`

/** What the commands of two words are about. */
const GROUPS: Readonly<Record<string, string>> = { knowledge: 'the knowledge base: who is who, and who says so' }

/** Runs the command line; resolves to the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  guardOutput()
  let log = logOf({})
  try {
    const asked = await askedFor(args)
    if (!asked) return EXIT.done
    log = logOf(asked.options)
    return await asked.spec.action(asked.given, asked.options)
  } catch (error) {
    return failed(error, log)
  }
}

/** A command with what it was given. */
export interface Asked {
  readonly spec: CommandSpec
  readonly given: readonly string[]
  readonly options: Options
}

/**
 * What a command line asks for, without doing it.
 * @throws CommanderError when errata does not understand it, or shows help instead
 */
export async function askedFor(args: readonly string[]): Promise<Asked | undefined> {
  let asked: Asked | undefined
  const program = new Command('errata')
    .description('Reads articles and threat reports and flags what does not add up.')
    .option('-V, --version', 'print the version')
    .addHelpText('after', EXAMPLES)
    // Options after the name of a command (`decide import --db`) are that command's, not those of the one above it.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeErr: text => process.stderr.write(visible(text)) })
  const groups = new Map<string, Command>()
  for (const spec of commands) {
    const [group, name] = spec.name.split(' ')
    const command = new Command(name ?? group ?? spec.name)
    define(command, spec, found => {
      asked = found
    })
    if (name === undefined || group === undefined) {
      program.addCommand(command.enablePositionalOptions())
      groups.set(spec.name, command)
    } else {
      const parent =
        groups.get(group) ??
        program
          .command(group)
          .description(GROUPS[group] ?? '')
          .exitOverride()
      groups.set(group, parent.addCommand(command))
    }
  }
  await program.parseAsync(args, { from: 'user' })
  return asked
}

function define(command: Command, spec: CommandSpec, use: (asked: Asked) => void): void {
  command.description(spec.about).exitOverride()
  command.configureOutput({ writeErr: text => process.stderr.write(visible(text)) })
  const args = spec.args ?? []
  for (const { name, about, choices } of args) {
    const argument = new Argument(name, about)
    command.addArgument(choices ? argument.choices(choices) : argument)
  }
  for (const option of spec.options) command.addOption(optionOf(option))
  const width = Math.max(...spec.examples.map(([line]) => line.length))
  const lines = spec.examples.map(([line, does]) => `  $ ${line.padEnd(width)}   ${does}`)
  command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
  command.action((...values: unknown[]) => {
    const given = values
      .slice(0, args.length)
      .flat()
      .filter(value => typeof value === 'string')
    use({ spec, given, options: command.opts<Options>() })
  })
}

function optionOf({ flags, about, kind, choices, open, default: preset, required }: OptionSpec): Option {
  // What commander lists by itself are choices of one word that nothing can add to.
  const listed = choices && (open || kind === 'list')
  const option = new Option(
    flags,
    listed ? `${about}: ${choices.join(', ')}${open ? ', or what a plugin brings' : ''}` : about,
  )
  if (preset !== undefined) option.default(defaultOf(kind, preset), preset)
  if (required) option.makeOptionMandatory()
  if (kind === 'number') option.argParser(value => wholeNumber(value))
  else if (kind === 'run')
    option.argParser(value => (value === 'previous' ? value : wholeNumber(value, ', or "previous"')))
  else if (kind === 'day') option.argParser(day)
  else if (kind === 'list') option.argParser(value => list(value, choices, open))
  else if (choices && !open) option.choices(choices)
  return option
}

function defaultOf(kind: OptionSpec['kind'], preset: string): string | number | string[] {
  if (kind === 'number') return Number(preset)
  return kind === 'list' ? preset.split(',') : preset
}

function wholeNumber(value: string, or = ''): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(`It must be a whole number, 0 or more${or}.`)
  return Number(value)
}

function day(value: string): string {
  const instant = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  if (!instant || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('It must be a day such as 2018-10-03.')
  return value
}

function list(value: string, choices: readonly string[] | undefined, open = false): string[] {
  const words = [...new Set(value.split(',').map(word => word.trim()))].filter(word => word !== '')
  const unknown = words.find(word => choices && !open && !choices.includes(word))
  if (unknown !== undefined || words.length === 0)
    throw new InvalidArgumentError(`Allowed, separated by commas: ${choices?.join(', ')}.`)
  return words
}

function failed(error: unknown, log: Log): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (error instanceof FatalError) {
    log.error(error.message)
    return error.exitCode
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  log.error(`unexpected failure, please report it: ${text}`)
  return EXIT.findings
}
