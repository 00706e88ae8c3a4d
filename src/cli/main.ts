import './engine';
import { isMainThread, workerData } from 'node:worker_threads';
import { otherRules } from '../checklist/rules';
import { checklist } from '../index';
import { jsonChecklist, prettyChecklist } from '../report/checklist';
import { TOOL } from '../report/tool';
import { SERVES } from '../server/protocol';
import { parseArguments, type Command } from './arguments';
import { checkExamples } from './check-examples';
import { effectiveOf } from './effective';
import { explain } from './explain';
import { Failure } from './failure';
import { HELP } from './help';
import { streamOutput } from './output';
import { ownItems } from './own-items';
import { serveJobs } from './pool';
import { runReview } from './review';
import { complain, wantsColour, widthOf } from './terminal';

/** Runs one command; what it prints goes to standard output. Returns the exit code. What a review does without is loaded when it is asked for. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'review': return runReview(command);
    case 'merge': return (await import('./merge')).runMerge(command);
    case 'decisions': return (await import('./decisions')).runDecisions(command);
    case 'status': return (await import('./status')).runStatus(command);
    case 'lsp':
      await import('../server/node');
      return 0;
    case 'mcp':
      await (await import('./mcp')).serveMcp();
      return 0;
    case 'init': return (await import('./init')).runInit(command);
    default: {
      const { text, code = 0 } = await print(command);
      await streamOutput(process.stdout).write(text);
      return code;
    }
  }
}

type Printing = Exclude<Command, { name: 'review' | 'merge' | 'decisions' | 'status' | 'lsp' | 'mcp' | 'init' }>;

/** What a command prints, and the exit code where that is not 0. */
async function print(command: Printing): Promise<{ readonly text: string; readonly code?: number }> {
  const options = { colour: wantsColour('colour' in command ? command.colour : undefined, process.stdout.isTTY), width: widthOf(process.stdout) };
  switch (command.name) {
    case 'help': return { text: HELP };
    case 'version': return { text: `${TOOL.version}\n` };
    case 'config': return { text: await effectiveOf(command.file, command.config) };
    case 'explain': return { text: explain(command.item, await ownItems(command.config), options) };
    case 'checklist': {
      const own = await ownItems(command.config);
      if (command.test) {
        const { text, failed } = checkExamples(own);
        return { text, code: failed ? 1 : 0 };
      }
      const items = [...checklist, ...own];
      return { text: command.format === 'json' ? jsonChecklist(items, otherRules) : prettyChecklist(items, otherRules, options) };
    }
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

if (isMainThread) void main();
else if (workerData === SERVES) void import('../server/node');
else serveJobs();
