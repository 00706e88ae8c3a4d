import { otherRules } from '../checklist/rules';
import { checklist } from '../index';
import { jsonChecklist, prettyChecklist } from '../report/checklist';
import { TOOL } from '../report/tool';
import { parseArguments, type Command } from './arguments';
import { explain } from './explain';
import { Failure } from './failure';
import { HELP } from './help';
import { streamOutput } from './output';
import { runReview } from './review';
import { complain, wantsColour, widthOf } from './terminal';

/** Runs one command; what it prints goes to standard output. Returns the exit code. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'review': return runReview(command);
    case 'lsp':
      await import('../server/node');
      return 0;
    default:
      await streamOutput(process.stdout).write(print(command));
      return 0;
  }
}

function print(command: Exclude<Command, { name: 'review' | 'lsp' }>): string {
  const options = { colour: wantsColour('colour' in command ? command.colour : undefined, process.stdout.isTTY), width: widthOf(process.stdout) };
  switch (command.name) {
    case 'help': return HELP;
    case 'version': return `${TOOL.version}\n`;
    case 'explain': return explain(command.item, options);
    case 'checklist': return command.format === 'json' ? jsonChecklist(checklist, otherRules) : prettyChecklist(checklist, otherRules, options);
  }
}

async function main(): Promise<void> {
  try {
    // Never process.exit: it would cut off what standard output has not taken yet.
    process.exitCode = await run(parseArguments(process.argv.slice(2)));
  } catch (error) {
    const message = error instanceof Failure ? error.message : `failed unexpectedly: ${error instanceof Error ? error.message : String(error)}`;
    message.split('\n').forEach(complain);
    process.exitCode = 2;
  }
}

void main();
