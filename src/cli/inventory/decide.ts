import { type CommandSpec, DB, KNOWLEDGE, LOG, type OptionSpec, SUPPRESSIONS } from '../spec.ts'

const BY: readonly OptionSpec[] = [
  { flags: '--note <text>', about: 'why' },
  { flags: '--reviewer <name>', about: 'who decides (default: the user of this machine)' },
]

/** What reviewers decide, in the order of `errata decide --help`. */
export const decide: readonly CommandSpec[] = [
  {
    name: 'decide',
    about: "record a reviewer's verdict on a flag, or take it back",
    args: [
      { name: '<fingerprint>', about: 'the flag; its first characters do when no other flag has them' },
      { name: '<verdict>', about: 'the verdict', choices: ['confirmed', 'dismissed', 'unsure', 'undo'] },
    ],
    options: [
      DB,
      { flags: '--corrected <text>', about: 'what should stand in place of the flagged words' },
      { flags: '--cause', about: 'the other open places of its cause too; of an undo, those decided together with it' },
      SUPPRESSIONS,
      ...BY,
      ...LOG,
    ],
    examples: [
      ["errata decide 3f2a91 dismissed --note 'both groups took part'", 'not asked again, in any run'],
      ['errata decide 3f2a91 confirmed --corrected APT38', 'a fault, and what should stand there'],
      ['errata decide 3f2a91 confirmed --cause', 'every open place in the article of the same check and subject'],
      ['errata decide 3f2a91 undo', 'what held before holds again; a second time, what held before that'],
      ['errata decide save', "errata-suppressions.json for the team's version control"],
    ],
    action: async (args, options) => (await import('../commands/decide.ts')).decideCommand(args, options),
  },
  {
    name: 'decide list',
    about: 'what was decided, which rules dismiss how much, and what was corrected',
    options: [DB, SUPPRESSIONS, ...LOG],
    examples: [['errata decide list --suppressions errata-suppressions.json', "the team's rules too"]],
    action: async (_, options) => (await import('../commands/decisions.ts')).listCommand(options),
  },
  {
    name: 'decide mention',
    about: 'say what words name, or that they name nothing; outranks every later reading and import',
    args: [{ name: '<words>', about: 'the words, exactly as they stand in the text' }],
    options: [
      DB,
      { flags: '--entity <id>', about: 'what they name (errata knowledge lookup NAME), or none' },
      { flags: '--doc <id>', about: 'only in this document' },
      { flags: '--type <type>', about: 'only where they were taken for this type' },
      { flags: '--undo', about: 'take the correction back' },
      KNOWLEDGE,
      ...BY,
      ...LOG,
    ],
    examples: [
      ['errata decide mention Silence --entity none --doc news/a.txt', 'an ordinary word here, no group'],
      ['errata decide mention Turla --entity actor/turla --type malware', 'the group, not its malware, everywhere'],
    ],
    action: async (args, options) => (await import('../commands/correct.ts')).mentionCommand(args, options),
  },
  {
    name: 'decide forget',
    about: 'take an article out, for good: later runs skip it, under another name too',
    args: [{ name: '<doc>', about: 'id of the document, as exports give it' }],
    options: [DB, { flags: '--undo', about: 'let the next run read it again' }, ...BY, ...LOG],
    examples: [
      ["errata decide forget news/a.txt --note 'withdrawn by its publisher'", 'its text and bytes leave the store'],
      ['errata decide forget news/a.txt --undo', 'the tombstone goes; the log keeps both lines'],
    ],
    action: async (args, options) => (await import('../commands/correct.ts')).forgetCommand(args, options),
  },
  {
    name: 'decide import',
    about: 'take over decisions of others; of two on one flag the later holds',
    args: [{ name: '<file>', about: 'decisions as JSONL (errata export decisions), or an errata-suppressions.json' }],
    options: [DB, ...LOG],
    examples: [
      ['errata decide import colleague.jsonl', 'a second time it changes nothing'],
      ['errata decide import errata-suppressions.json', 'decisions and corrections; rules stay in the file'],
    ],
    action: async (args, options) => (await import('../commands/decisions.ts')).importCommand(args, options),
  },
  {
    name: 'decide save',
    about:
      "write the decisions that hold to the team's file, and those it had that were taken back since; its rules stay. Makes the file when there is none",
    args: [{ name: '[file]', about: 'the file (default: errata-suppressions.json)' }],
    options: [DB, ...LOG],
    examples: [['errata decide save', 'sorted, so that a diff shows what changed']],
    action: async (args, options) => (await import('../commands/decisions.ts')).saveCommand(args, options),
  },
]
