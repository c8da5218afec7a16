import { Command, CommanderError } from 'commander'
import { EXIT, FatalError } from '../model/errors.ts'

/** Runs the command line; resolves to the exit code. Commands load their parts when called, so `--help` stays quick. */
export async function main(args: readonly string[]): Promise<number> {
  let code: number = EXIT.done
  const program = new Command('errata')
    .description('Reads articles and threat reports and flags what does not add up.')
    .exitOverride()
    .configureOutput({ writeErr: text => process.stderr.write(text) })
  program
    .command('lint')
    .description('check every document by itself, with an empty store')
    .argument('<input...>')
    .option('--format <format>', 'jsonl or text', process.stdout.isTTY ? 'text' : 'jsonl')
    .action(async (inputs: string[], options: { format: string }) => {
      const { lint } = await import('./commands/lint.ts')
      code = await lint(inputs, options)
    })
  program
    .command('read')
    .description('documents as JSONL')
    .argument('<input...>')
    .action(async (inputs: string[]) => {
      const { readCommand } = await import('./commands/read.ts')
      code = await readCommand(inputs)
    })
  program
    .command('extract')
    .description('mentions as JSONL, one line a document')
    .argument('<input...>')
    .action(async (inputs: string[]) => {
      const { extractCommand } = await import('./commands/extract.ts')
      code = await extractCommand(inputs)
    })
  const knowledge = program.command('knowledge').description('the knowledge base: who is who, and who says so')
  knowledge
    .command('build')
    .description('make the tables from MISP galaxy clusters and ATT&CK bundles (files or folders, .gz or not)')
    .argument('<source...>')
    .option('--out <folder>', 'where the tables go (default: the shipped ones)')
    .action(async (paths: string[], options: { out?: string }) => {
      const { knowledgeBuild } = await import('./commands/knowledge.ts')
      code = await knowledgeBuild(paths, options)
    })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (error instanceof FatalError) {
      process.stderr.write(`errata: ${error.message}\n`)
      return error.exitCode
    }
    throw error
  }
}
