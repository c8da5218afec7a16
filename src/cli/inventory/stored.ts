import { FORMATS } from '../../run/pipeline.ts'
import { type CommandSpec, DB, KNOWLEDGE, LOG, NOTES, PLUGINS, SINCE, STATUS, SUPPRESSIONS } from '../spec.ts'

/** What looks into the store, in the order of `errata --help`. */
export const stored: readonly CommandSpec[] = [
  {
    name: 'export',
    about: 'print what is stored, one JSON object a line',
    args: [
      {
        name: '<what>',
        about: 'what to print',
        choices: ['documents', 'mentions', 'claims', 'facts', 'flags', 'changes', 'copies', 'retrievals', 'decisions'],
      },
    ],
    options: [
      DB,
      {
        flags: '--format <format>',
        about: 'jsonl; for flags also those of reports',
        choices: FORMATS,
        open: true,
        default: 'jsonl',
      },
      STATUS,
      SINCE,
      NOTES,
      PLUGINS,
      SUPPRESSIONS,
      ...LOG,
    ],
    examples: [
      ['errata export flags', 'open flags'],
      ['errata export flags --status all --notes', 'all flags, decided and fixed ones and notes included'],
      ['errata export decisions > decisions.jsonl', 'the whole log, for `errata decide import` elsewhere'],
      ['errata export changes', 'figures, names and dates that publishers changed since they were first read'],
      ['errata export retrievals', 'where, when and through which redirects fetched articles came'],
      ['errata export facts', 'claims that agree, with every place that supports or disputes them'],
    ],
    action: async (args, options) => (await import('../commands/export.ts')).exportCommand(args, options),
  },
  {
    name: 'review',
    about: 'a page on this machine to judge flags, beside their articles',
    options: [
      DB,
      { flags: '--port <n>', about: 'port on 127.0.0.1; 0 for any free one', kind: 'number', default: '7373' },
      { flags: '--reviewer <name>', about: 'who decides (default: the user of this machine)' },
      SUPPRESSIONS,
      {
        flags: '--password-file <file>',
        about: 'ask for the password whose hash it holds (default: $ERRATA_REVIEW_PASSWORD_FILE)',
      },
      KNOWLEDGE,
      PLUGINS,
      ...LOG,
    ],
    examples: [
      ['errata review', 'then open http://127.0.0.1:7373 in a browser; Ctrl-C ends it'],
      ['errata review --port 0 --reviewer ann', 'a second reviewer, on a port of her own'],
      ['errata review --suppressions errata-suppressions.json', "under the team's rules, which can be changed there"],
    ],
    action: async (_args, options) => (await import('../commands/review.ts')).reviewCommand(options),
  },
  {
    name: 'review password',
    about: 'set the password of the review pages, for a machine with several users',
    args: [{ name: '<file>', about: 'gets the hash (scrypt); the password comes on standard input' }],
    options: LOG,
    examples: [
      ['errata review password ~/.errata-password', 'asks for the password'],
      ['errata review --password-file ~/.errata-password', 'the pages ask for it too'],
    ],
    action: async (args, options) => (await import('../commands/password.ts')).passwordCommand(args, options),
  },
  {
    name: 'search',
    about: 'find stored articles that have all the words',
    args: [{ name: '<words...>', about: 'words; quote several to find them side by side' }],
    options: [DB, { flags: '--limit <n>', about: 'articles at most', kind: 'number', default: '20' }, ...LOG],
    examples: [["errata search -- 'Lazarus Group' bank", 'articles with the name and the word']],
    action: async (args, options) => (await import('../commands/search.ts')).searchCommand(args, options),
  },
  {
    name: 'explain',
    about: 'what a check looks for, or one flag in full',
    args: [{ name: '<check|fingerprint>', about: 'id of a check, or the fingerprint of a stored flag' }],
    options: [DB, SUPPRESSIONS, PLUGINS, ...LOG],
    examples: [
      ['errata explain name-drift', 'what it catches, when it is wrong, examples'],
      ['errata explain 3f2a91', 'one flag with its evidence'],
    ],
    action: async (args, options) => (await import('../commands/explain.ts')).explainCommand(args, options),
  },
]
