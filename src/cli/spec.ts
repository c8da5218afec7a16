import { FORMATS } from '../run/pipeline.ts'
import { FLAG_FILTERS } from '../store/store.ts'

/** Values of a command's options, by their long name in camel case. */
export type Options = Readonly<Record<string, unknown>>

/** One option as commander spells it. */
export interface OptionSpec {
  /** `--db <file>`, `--notes`, `-q, --quiet`. */
  readonly flags: string
  readonly about: string
  /** What its value must be: a whole number from 0 on, a day, a run (a number or `previous`), or words separated by commas. Otherwise any text. */
  readonly kind?: 'number' | 'day' | 'list' | 'run'
  /** The only values (for a list: words) that it takes. */
  readonly choices?: readonly string[]
  /** Plugins may bring further choices: the command looks at what is none of these. */
  readonly open?: true
  readonly default?: string
  readonly required?: true
}

/** One command: what `--help` says, and what runs. Parts are imported when it is called, so that starting stays quick. */
export interface CommandSpec {
  /** One word, or two for a command of a command: `knowledge build`. */
  readonly name: string
  readonly about: string
  /** `<input...>`, `[words...]`; undefined for none. */
  readonly args?: readonly { readonly name: string; readonly about: string; readonly choices?: readonly string[] }[]
  readonly options: readonly OptionSpec[]
  /** Command lines and what each does. */
  readonly examples: readonly (readonly [line: string, does: string])[]
  /** @returns the exit code */
  readonly action: (args: readonly string[], options: Options) => number | Promise<number>
}

/** `--db`, on every command that has a store. */
export const DB: OptionSpec = { flags: '--db <file>', about: 'the database', default: 'output/errata.sqlite' }

/** On every command that says something beside its result. */
export const LOG: readonly OptionSpec[] = [
  { flags: '-q, --quiet', about: 'nothing on standard error but errors' },
  {
    flags: '--log-format <format>',
    about: 'how standard error is written',
    choices: ['text', 'json'],
    default: 'text',
  },
]

export const PUBLISHED: OptionSpec = {
  flags: '--published <date>',
  about: 'day of publication of every document (2018-10-03), whatever it says itself',
  kind: 'day',
}

export const FAIL_ON: OptionSpec = {
  flags: '--fail-on <severity>',
  about: 'exit 1 when a flag is at least so severe; note shows notes too',
  choices: ['error', 'warning', 'note'],
}

export const NOTES: OptionSpec = { flags: '--notes', about: 'show flags of severity note too' }

/** Formats of reports that errata or a plugin writes. */
export const FORMAT_LIST: OptionSpec = {
  flags: '--format <formats>',
  about: 'formats',
  kind: 'list',
  choices: FORMATS,
  open: true,
}

/** Which flags: as reviewers left them. */
export const STATUS: OptionSpec = {
  flags: '--status <status>',
  about: 'flags as reviewers left them',
  choices: FLAG_FILTERS,
  default: 'open',
}

/** The team's file, on everything that shows flags. */
export const SUPPRESSIONS: OptionSpec = {
  flags: '--suppressions <file>',
  about: "the team's decisions and rules (errata-suppressions.json); of two decisions the later holds",
}

/** What came after a run. */
export const SINCE: OptionSpec = {
  flags: '--since <run>',
  about: 'what came after this run (a number of `errata status`, or `previous`: the one before the latest)',
  kind: 'run',
}

/** On every command that asks the knowledge base about names in text. */
export const KNOWLEDGE: OptionSpec = {
  flags: '--knowledge <files>',
  about: 'your own entities beside the shipped ones: YAML or JSON files',
  kind: 'list',
}

/** On every command whose parts plugins add to. */
export const PLUGINS: OptionSpec = {
  flags: '--plugins <names>',
  about: 'packages that add loaders, extractors, checks or formats, or paths (./…) of such',
  kind: 'list',
}

/** The files of `--knowledge`; none when it is not given. */
export const knowledgeFiles = (options: Options): readonly string[] =>
  Array.isArray(options['knowledge']) ? options['knowledge'].map(String) : []
