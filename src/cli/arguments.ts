import { didYouMean } from '../analyzer/nearest';
import { FAIL_ON, type FailOn } from '../report/fail-on';
import type { Shard } from '../report/shard';
import { Failure } from './failure';

export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'markdown', 'html', 'junit'] as const;
export const COMMANDS = ['explain', 'checklist', 'config', 'init', 'decisions', 'status', 'merge', 'lsp', 'mcp'] as const;

export type Format = (typeof FORMATS)[number];
type Name = 'review' | (typeof COMMANDS)[number];

export interface Flag {
  readonly name: string;
  /** What its value is called in the help; a flag without it takes none. */
  readonly value?: string;
  /** The only values it takes. */
  readonly values?: readonly string[];
  /** The commands that it goes with. */
  readonly for: readonly Name[];
  /** Undefined for one that only programs pass. */
  readonly about?: string;
}

export const FLAGS: readonly Flag[] = [
  { name: '--format', value: 'FORMAT', values: FORMATS, for: ['review', 'checklist', 'decisions', 'status', 'merge'], about: 'pretty (default), json, sarif, github, markdown, html or junit' },
  { name: '--output', value: 'FILE', for: ['review', 'merge'], about: 'write the report to FILE instead of standard output' },
  { name: '--config', value: 'FILE', for: ['review', 'decisions', 'status', 'explain', 'checklist', 'config'], about: 'use this config for every file; its globs are relative to the current folder' },
  { name: '--fail-on', value: 'LEVEL', values: FAIL_ON, for: ['review', 'merge'], about: 'exit with 1 from this severity on: error (default), warning, info or never' },
  { name: '--since', value: 'GIT_REF', for: ['review'], about: 'only what changed since the branch left GIT_REF' },
  { name: '--baseline', value: 'FILE', for: ['review'], about: 'hide what FILE lists; exit with 1 where it lists what is no longer found' },
  { name: '--update-baseline', for: ['review'], about: 'take out of the baseline what is no longer found, and put in the files that it does not list' },
  { name: '--fix', for: ['review'], about: 'put the questions under headings without a text, and make places for owners; only inserts' },
  { name: '--dry-run', for: ['review'], about: 'tell what --fix would do, and write nothing' },
  { name: '--only-specs', for: ['review'], about: 'of the files that are named, too, review only those that are specs' },
  { name: '--shard', value: 'I/N', for: ['review'], about: 'review the I-th of N parts of the files; "merge" joins their JSON reports' },
  { name: '--test', for: ['checklist'], about: 'check the examples of the config\'s own items; exit with 1 where one is not what it says' },
  { name: '--yes', for: ['init'], about: 'write the config and the baseline without asking' },
  { name: '--no-baseline', for: ['init'], about: 'propose no baseline' },
  { name: '--stdin', for: ['review'], about: 'review the text on standard input' },
  { name: '--stdin-filename', value: 'NAME', for: ['review'], about: 'the name that the text goes by, for its config and the report' },
  { name: '--no-cache', for: ['review', 'status'], about: 'review anew what an earlier run reviewed' },
  { name: '--no-progress', for: ['review'], about: 'no progress line' },
  { name: '--color', for: ['review', 'explain', 'checklist', 'decisions', 'status', 'merge'], about: 'colours even where the output is no terminal' },
  { name: '--no-color', for: ['review', 'explain', 'checklist', 'decisions', 'status', 'merge'], about: 'no colours' },
  { name: '--stdio', for: ['lsp'], about: 'speak the Language Server Protocol on standard input and output' },
  { name: '--clientProcessId', value: 'ID', for: ['lsp'] },
  { name: '--help', for: ['review', ...COMMANDS], about: 'show this help' },
  { name: '--version', for: ['review', ...COMMANDS], about: 'show the version' },
];

export type Command =
  | ReviewCommand
  | { readonly name: 'explain'; readonly item: string; readonly config: string | undefined; readonly colour: boolean | undefined }
  | { readonly name: 'checklist'; readonly format: 'pretty' | 'json'; readonly test: boolean; readonly config: string | undefined; readonly colour: boolean | undefined }
  | { readonly name: 'config'; readonly file: string; readonly config: string | undefined }
  | { readonly name: 'init'; readonly yes: boolean; readonly baseline: boolean }
  | { readonly name: 'decisions'; readonly paths: readonly string[]; readonly config: string | undefined; readonly format: 'pretty' | 'json'; readonly colour: boolean | undefined }
  | { readonly name: 'status'; readonly paths: readonly string[]; readonly config: string | undefined; readonly cache: boolean; readonly format: 'pretty' | 'json' | 'markdown'; readonly colour: boolean | undefined }
  | MergeCommand
  | { readonly name: 'lsp' }
  | { readonly name: 'mcp' }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

/** How a report is written, and what it makes of the exit code. */
export interface ReportFlags {
  readonly format: Format;
  readonly output: string | undefined;
  readonly failOn: FailOn;
  /** Undefined where neither flag says. */
  readonly colour: boolean | undefined;
}

export interface MergeCommand extends ReportFlags {
  readonly name: 'merge';
  /** JSON reports. */
  readonly reports: readonly string[];
}

export interface ReviewCommand extends ReportFlags {
  readonly name: 'review';
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
  readonly progress: boolean;
  readonly cache: boolean;
  readonly since: string | undefined;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly fix: 'write' | 'tell' | undefined;
  /** A file that is named is no exception. */
  readonly onlySpecs: boolean;
  readonly shard: Pick<Shard, 'index' | 'count'> | undefined;
}

interface Words {
  readonly name: Name;
  readonly operands: readonly string[];
  /** By flag; '' for a flag without a value. The last of two wins. */
  readonly flags: ReadonlyMap<string, string>;
}

/** Reads the arguments behind the program's name. Throws a {@link Failure} on anything it does not know. */
export function parseArguments(argv: readonly string[]): Command {
  const words = split(argv);
  const { name, operands, flags } = words;
  if (flags.has('--help')) return { name: 'help' };
  if (flags.has('--version')) return { name: 'version' };
  for (const flag of flags.keys()) {
    if (!FLAGS.some((f) => f.name === flag && f.for.includes(name))) throw new Failure(`${flag} does not go with ${name === 'review' ? 'a review' : name}; "spec-review --help" shows what does`);
  }
  const colour = flags.has('--no-color') ? false : flags.has('--color') ? true : undefined;
  const format = (flags.get('--format') ?? 'pretty') as Format;
  const config = flags.get('--config');
  switch (name) {
    case 'review': return reviewCommand(words, format, colour);
    case 'explain': return { name, item: only(operands, 'explain needs one item, such as infrastructure/rollback'), config, colour };
    case 'checklist': return none(operands, name) ?? { name, format: textOrJson(name, format), test: flags.has('--test'), config, colour };
    case 'config': return { name, file: only(operands, 'config needs one file, such as docs/rfc.md: it shows what applies to it'), config };
    case 'init': return none(operands, name) ?? { name, yes: flags.has('--yes'), baseline: !flags.has('--no-baseline') };
    case 'decisions': return { name, paths: operands.length ? operands : ['.'], config, format: textOrJson(name, format), colour };
    case 'status': return { name, paths: operands.length ? operands : ['.'], config, cache: !flags.has('--no-cache'), format: format === 'markdown' ? format : textOrJson(name, format), colour };
    case 'merge':
      if (!operands.length) throw new Failure('merge needs JSON reports, such as: spec-review merge shard-*.json');
      return { name, reports: operands, ...reportFlags(flags, format, colour) };
    case 'mcp': return none(operands, name) ?? { name };
    case 'lsp':
      if (!flags.has('--stdio')) throw new Failure('lsp needs --stdio: it speaks on standard input and output only');
      return none(operands, name) ?? { name };
  }
}

/** What is no report has no report's format. */
function textOrJson(command: string, format: Format): 'pretty' | 'json' {
  if (format === 'pretty' || format === 'json') return format;
  throw new Failure(`--format of ${command} must be ${command === 'status' ? 'pretty, json or markdown' : 'pretty or json'}, not "${format}"`);
}

function reviewCommand({ operands, flags }: Words, format: Format, colour: boolean | undefined): ReviewCommand {
  const stdin = flags.has('--stdin');
  if (stdin && operands.length) throw new Failure('--stdin reviews standard input and takes no paths; leave out one of them');
  if (!stdin && flags.has('--stdin-filename')) throw new Failure('--stdin-filename names what --stdin reads; add --stdin');
  if (stdin && flags.has('--since')) throw new Failure('--since compares files with what git has of them; leave out --stdin');
  if (stdin && flags.has('--fix')) throw new Failure('--fix writes the files that it reviews; leave out --stdin');
  if (flags.has('--dry-run') && !flags.has('--fix')) throw new Failure('--dry-run tells what --fix would do; add --fix');
  if (flags.has('--update-baseline') && !flags.has('--baseline')) throw new Failure('--update-baseline needs --baseline FILE, which it writes');
  return {
    name: 'review',
    paths: operands.length ? operands : ['.'],
    ...reportFlags(flags, format, colour),
    config: flags.get('--config'),
    stdin,
    stdinFilename: flags.get('--stdin-filename'),
    progress: !flags.has('--no-progress'),
    cache: !flags.has('--no-cache'),
    since: flags.get('--since'),
    baseline: flags.get('--baseline'),
    updateBaseline: flags.has('--update-baseline'),
    fix: flags.has('--dry-run') ? 'tell' : flags.has('--fix') ? 'write' : undefined,
    onlySpecs: flags.has('--only-specs'),
    shard: shardFlag(flags.get('--shard')),
  };
}

const reportFlags = (flags: Words['flags'], format: Format, colour: boolean | undefined): ReportFlags =>
  ({ format, output: flags.get('--output'), failOn: (flags.get('--fail-on') ?? 'error') as FailOn, colour });

function shardFlag(value: string | undefined): ReviewCommand['shard'] {
  if (value === undefined) return undefined;
  const [index = 0, count = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(value)?.slice(1).map(Number) ?? [];
  if (index < 1 || index > count) throw new Failure(`--shard must be I/N with I from 1 to N, such as 2/5, not "${value}"`);
  return { index, count };
}

/** Tells flags from operands; everything behind `--` is an operand. */
function split(argv: readonly string[]): Words {
  const flags = new Map<string, string>();
  const operands: string[] = [];
  let name: Name | undefined;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') {
      operands.push(...argv.slice(i + 1));
      break;
    }
    if (!word.startsWith('-')) {
      if (!name && operands.length === 0 && isCommand(word)) name = word;
      else operands.push(word);
      continue;
    }
    const flag = find(word);
    if (word.includes('=')) flags.set(flag.name, checked(flag, word.slice(word.indexOf('=') + 1)));
    else if (flag.value) flags.set(flag.name, checked(flag, argv[++i]));
    else flags.set(flag.name, '');
  }
  return { name: name ?? 'review', operands, flags };
}

const isCommand = (word: string): word is (typeof COMMANDS)[number] => (COMMANDS as readonly string[]).includes(word);

function find(word: string): Flag {
  const name = word === '-h' ? '--help' : word.split('=', 1)[0]!;
  const flag = FLAGS.find((f) => f.name === name);
  if (flag) return flag;
  throw new Failure(`unknown flag "${name}"${didYouMean(name, FLAGS.map((f) => f.name)) || '; "spec-review --help" lists the flags'}`);
}

function checked(flag: Flag, value: string | undefined): string {
  if (!flag.value) throw new Failure(`${flag.name} takes no value`);
  const choices = flag.values?.join(', ').replace(/, (?=[^,]*$)/, ' or ');
  if (!value || (value.startsWith('--') && !flag.values)) throw new Failure(`${flag.name} needs ${choices ? `one of ${choices}` : `a value: ${flag.name} ${flag.value}`}`);
  if (flag.values && !flag.values.includes(value)) throw new Failure(`${flag.name} must be ${choices}, not "${value}"${didYouMean(value, flag.values)}`);
  return value;
}

function only(operands: readonly string[], complaint: string): string {
  const [first, ...more] = operands;
  if (first === undefined || more.length) throw new Failure(complaint);
  return first;
}

function none(operands: readonly string[], command: string): undefined {
  if (operands.length) throw new Failure(`${command} takes no arguments, but got "${operands[0]}"`);
}
