import { TLP } from '../run/pipeline.ts'
import { FLAG_FILTERS, FORMATS } from './choices.ts'
import { type CommandSpec, DB, FAIL_ON, KNOWLEDGE, LOG, NOTES, PUBLISHED } from './spec.ts'

const INPUTS = {
  name: '<input...>',
  about: 'files, folders, quoted globs, .jsonl files of documents, or - for standard input',
}
const DOCS = [PUBLISHED, ...LOG]
const STATUS = {
  flags: '--status <status>',
  about: 'flags as reviewers left them',
  choices: FLAG_FILTERS,
  default: 'open',
}
const SINCE = {
  flags: '--since <run>',
  about: 'only what came after this run (a number of `errata status`)',
  kind: 'number',
} as const

const TEXT_OR_JSON = {
  flags: '--format <format>',
  about: 'text for people, json for programs',
  choices: ['text', 'json'],
  default: 'text',
}
const OUT = { flags: '--out <folder>', about: 'where the report goes', default: 'output' }

/** Everything errata can be told to do, in the order of `errata --help`. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'run',
    about: 'read what is new or changed, check it, store it and write the report',
    args: [{ name: '[inputs...]', about: 'a pipeline (.yaml), or inputs for pipelines/folder.yaml' }],
    options: [
      { flags: '--db <file>', about: "the database (default: the pipeline's, output/errata.sqlite)" },
      OUT,
      {
        flags: '--format <formats>',
        about: "formats of the report (default: the pipeline's)",
        kind: 'list',
        choices: FORMATS,
      },
      FAIL_ON,
      NOTES,
      { flags: '--threads <n>', about: 'worker threads; 0 works in the main one', kind: 'number' },
      { flags: '--full', about: 'read everything again, changed or not' },
      { flags: '--retry-skipped', about: 'try again what was skipped before' },
      { flags: '--dry-run', about: 'say what would be read, and change nothing' },
      ...DOCS,
    ],
    examples: [
      ['errata run articles', 'everything under the folder; report in output/report.html'],
      ['errata run pipelines/folder.yaml', 'what the pipeline file says'],
      ['errata run articles --fail-on error', 'exit 1 when an error is flagged, for scripts'],
      ['errata run articles --dry-run', 'what is new or changed, without reading it'],
    ],
    action: async (args, options) => (await import('./commands/run.ts')).runCommand(args, options),
  },
  {
    name: 'lint',
    about: 'check every document by itself, storing nothing',
    args: [INPUTS],
    options: [
      {
        flags: '--format <format>',
        about: 'text for people (the default on a terminal), jsonl for programs',
        choices: ['text', 'jsonl'],
      },
      NOTES,
      FAIL_ON,
      KNOWLEDGE,
      ...DOCS,
    ],
    examples: [
      ['errata lint article.txt', 'what does not add up in one article'],
      ['curl -s https://example.org/a | errata lint -', 'the same for standard input'],
      ['errata lint --format jsonl articles > flags.jsonl', 'one flag a line'],
    ],
    action: async (args, options) => (await import('./commands/lint.ts')).lint(args, options),
  },
  {
    name: 'read',
    about: 'show the documents as errata reads them, storing nothing',
    args: [INPUTS],
    options: DOCS,
    examples: [['errata read page.html', 'text, date, title and the way back to the page, as JSON']],
    action: async (args, options) => (await import('./commands/read.ts')).readCommand(args, options),
  },
  {
    name: 'extract',
    about: 'show who, what, where, when and how much, storing nothing',
    args: [INPUTS],
    options: [
      { flags: '--format <format>', about: 'text is for people', choices: ['text', 'jsonl'], default: 'jsonl' },
      KNOWLEDGE,
      ...DOCS,
    ],
    examples: [
      ['errata extract article.txt', 'mentions with places and values, one line a document'],
      ['errata extract --format text article.txt', 'the article with every mention marked'],
    ],
    action: async (args, options) => (await import('./commands/extract.ts')).extractCommand(args, options),
  },
  {
    name: 'report',
    about: 'write the report over everything that is stored',
    options: [
      DB,
      OUT,
      { flags: '--format <formats>', about: 'formats', kind: 'list', choices: FORMATS, default: FORMATS.join(',') },
      STATUS,
      SINCE,
      NOTES,
      { flags: '--tlp <label>', about: 'marking of the report', choices: TLP },
      ...LOG,
    ],
    examples: [
      ['errata report --out today', 'today/report.html and the other formats'],
      ['errata report --format html --since 12', 'what is new and what has gone since run 12'],
    ],
    action: async (_, options) => (await import('./commands/report.ts')).reportCommand(options),
  },
  {
    name: 'export',
    about: 'print what is stored, one JSON object a line',
    args: [{ name: '<what>', about: 'what to print', choices: ['documents', 'mentions', 'claims', 'facts', 'flags'] }],
    options: [
      DB,
      { flags: '--format <format>', about: 'format', choices: ['jsonl'], default: 'jsonl' },
      STATUS,
      SINCE,
      NOTES,
      ...LOG,
    ],
    examples: [
      ['errata export flags', 'open flags'],
      ['errata export flags --status all --notes', 'all flags, decided and fixed ones and notes included'],
      ['errata export facts', 'claims that agree, with every place that supports or disputes them'],
    ],
    action: async (args, options) => (await import('./commands/export.ts')).exportCommand(args, options),
  },
  {
    name: 'decide',
    about: "record a reviewer's verdict on a flag",
    args: [
      { name: '<fingerprint>', about: 'the flag; its first characters do when no other flag has them' },
      { name: '<verdict>', about: 'the verdict', choices: ['confirmed', 'dismissed', 'unsure'] },
    ],
    options: [
      DB,
      { flags: '--note <text>', about: 'why' },
      { flags: '--reviewer <name>', about: 'who decides (default: the user of this machine)' },
      ...LOG,
    ],
    examples: [["errata decide 3f2a91 dismissed --note 'both groups took part'", 'not asked again, in any run']],
    action: async (args, options) => (await import('./commands/decide.ts')).decideCommand(args, options),
  },
  {
    name: 'status',
    about: 'the last run and every input it saw',
    options: [
      DB,
      { flags: '--json', about: 'one line an input' },
      { flags: '--check', about: 'exit 3 when the last run was not complete' },
      ...LOG,
    ],
    examples: [
      ['errata status', 'when, how many, and what was skipped for what reason'],
      ['errata status --check', "for monitoring: did last night's run finish?"],
    ],
    action: async (_, options) => (await import('./commands/status.ts')).statusCommand(options),
  },
  {
    name: 'verify',
    about: 'prove that every stored fact still leads to its words in the raw source',
    options: [DB, ...LOG],
    examples: [['errata verify', 'exit 78 when anything was altered or lost']],
    action: async (_, options) => (await import('./commands/verify.ts')).verifyCommand(options),
  },
  {
    name: 'search',
    about: 'find stored articles that have all the words',
    args: [{ name: '<words...>', about: 'words; quote several to find them side by side' }],
    options: [DB, { flags: '--limit <n>', about: 'articles at most', kind: 'number', default: '20' }, ...LOG],
    examples: [["errata search -- 'Lazarus Group' bank", 'articles with the name and the word']],
    action: async (args, options) => (await import('./commands/search.ts')).searchCommand(args, options),
  },
  {
    name: 'explain',
    about: 'what a check looks for, or one flag in full',
    args: [{ name: '<check|fingerprint>', about: 'id of a check, or the fingerprint of a stored flag' }],
    options: [DB, ...LOG],
    examples: [
      ['errata explain name-drift', 'what it catches, when it is wrong, examples'],
      ['errata explain 3f2a91', 'one flag with its evidence'],
    ],
    action: async (args, options) => (await import('./commands/explain.ts')).explainCommand(args, options),
  },
  {
    name: 'knowledge lookup',
    about: 'who bears a name, who says so, and where the sources disagree',
    args: [{ name: '<name...>', about: 'a name or an id; quotes are not needed' }],
    options: [TEXT_OR_JSON, KNOWLEDGE],
    examples: [['errata knowledge lookup Hidden Cobra', 'names, countries, relations, disagreements']],
    action: async (args, options) =>
      (await import('./commands/knowledge-lookup.ts')).knowledgeLookup(args.join(' '), options),
  },
  {
    name: 'knowledge info',
    about: 'release, counts, sources and licences of the knowledge base',
    options: [TEXT_OR_JSON],
    examples: [['errata knowledge info', 'how much is known, and from where']],
    action: async (_, options) => (await import('./commands/knowledge-info.ts')).knowledgeInfo(options),
  },
  {
    name: 'knowledge build',
    about: 'make the tables from MISP galaxy clusters and ATT&CK bundles',
    args: [{ name: '<source...>', about: 'files or folders, .gz or not' }],
    options: [{ flags: '--out <folder>', about: 'where the tables go (default: the shipped ones)' }],
    examples: [['errata knowledge build misp-galaxy/clusters enterprise-attack.json', 'new tables from new releases']],
    action: async (args, options) => (await import('./commands/knowledge-build.ts')).knowledgeBuild(args, options),
  },
]
