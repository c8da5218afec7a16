import { TLP } from '../../run/pipeline.ts'
import {
  type CommandSpec,
  DB,
  FAIL_ON,
  FORMAT_LIST,
  KNOWLEDGE,
  LOG,
  NOTES,
  PLUGINS,
  PUBLISHED,
  SINCE,
  STATUS,
  SUPPRESSIONS,
} from '../spec.ts'

const DOCS = [PUBLISHED, ...LOG]

const OUT = { flags: '--out <folder>', about: 'where the report goes', default: 'output' }

/** The batch, and what tells of it, in the order of `errata --help`. */
export const batch: readonly CommandSpec[] = [
  {
    name: 'run',
    about: 'read what is new or changed, check it, store it and write the report',
    args: [{ name: '[inputs...]', about: 'a pipeline (.yaml), or inputs for pipelines/folder.yaml' }],
    options: [
      { flags: '--db <file>', about: "the database (default: the pipeline's, output/errata.sqlite)" },
      OUT,
      { ...FORMAT_LIST, about: "formats of the report (default: the pipeline's)" },
      FAIL_ON,
      NOTES,
      KNOWLEDGE,
      PLUGINS,
      SUPPRESSIONS,
      {
        flags: '--threads <n>',
        about: 'worker threads; 0, for debuggers, works in the main one, where no limit of time and memory holds',
        kind: 'number',
      },
      { flags: '--full', about: 'read everything again, changed or not' },
      { flags: '--retry-skipped', about: 'try again what was skipped before' },
      {
        flags: '--every <schedule>',
        about: 'go on, and run again after a length of time (1h) or at the moments of a cron expression ("30 2 * * *")',
      },
      {
        flags: '--metrics <file>',
        about: "the run's figures for Prometheus (node_exporter: a name that ends in .prom)",
      },
      { flags: '--dry-run', about: 'say what would be read, and change nothing' },
      ...DOCS,
    ],
    examples: [
      ['errata run articles', 'everything under the folder; report in output/report.html'],
      ['errata run pipelines/folder.yaml', 'what the pipeline file says'],
      ['errata run articles --fail-on error', 'exit 1 when an error is flagged, for scripts'],
      [
        'errata run articles --suppressions errata-suppressions.json',
        "what the team's file dismisses is not asked again",
      ],
      ['errata run pipelines/folder.yaml --every 1h', 'now and every hour, until a signal ends it'],
      ['errata run articles --dry-run', 'what is new or changed, without reading it'],
    ],
    action: async (args, options) => (await import('../commands/run.ts')).runCommand(args, options),
  },
  {
    name: 'report',
    about: 'write the report over everything that is stored',
    options: [
      DB,
      OUT,
      { ...FORMAT_LIST, default: 'html,md,jsonl,csv' },
      STATUS,
      SINCE,
      NOTES,
      KNOWLEDGE,
      PLUGINS,
      SUPPRESSIONS,
      { flags: '--tlp <label>', about: 'marking of the report', choices: TLP },
      ...LOG,
    ],
    examples: [
      ['errata report --out today', 'today/report.html and the other formats'],
      ['errata report --format html --since 12', 'what is new and what has gone since run 12'],
    ],
    action: async (_, options) => (await import('../commands/report.ts')).reportCommand(options),
  },
  {
    name: 'status',
    about: 'the last run and every input it saw',
    options: [
      DB,
      { flags: '--json', about: 'one line an input' },
      { flags: '--check', about: 'exit 3 when the last run was not complete' },
      {
        flags: '--max-age <length>',
        about: 'exit 3 when no run was complete for so long (26h, 2d)',
      },
      ...LOG,
    ],
    examples: [
      ['errata status', 'when, how many, and what was skipped for what reason'],
      ['errata status --check --max-age 26h', "for monitoring: did last night's run begin, and finish?"],
    ],
    action: async (_, options) => (await import('../commands/status.ts')).statusCommand(options),
  },
  {
    name: 'verify',
    about: 'prove that every stored fact still leads to its words in the raw source',
    options: [DB, ...LOG],
    examples: [['errata verify', 'exit 78 when anything was altered or lost']],
    action: async (_, options) => (await import('../commands/verify.ts')).verifyCommand(options),
  },
]
