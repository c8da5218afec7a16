import { type CommandSpec, DB, LOG, type OptionSpec, SUPPRESSIONS } from '../spec.ts'

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
      ...BY,
      ...LOG,
    ],
    examples: [
      ["errata decide 3f2a91 dismissed --note 'both groups took part'", 'not asked again, in any run'],
      ['errata decide 3f2a91 confirmed --corrected APT38', 'a fault, and what should stand there'],
      ['errata decide 3f2a91 undo', 'what held before holds again; both lines stay in the log'],
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
    about: "write the decisions that hold to the team's file; its rules stay",
    args: [{ name: '[file]', about: 'the file (default: errata-suppressions.json)' }],
    options: [DB, ...LOG],
    examples: [['errata decide save', 'sorted, so that a diff shows what changed']],
    action: async (args, options) => (await import('../commands/decisions.ts')).saveCommand(args, options),
  },
]
