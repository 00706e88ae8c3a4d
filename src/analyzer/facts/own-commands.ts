import { remembered } from '../remembered';
import type { Block, Section, Spec } from '../spec';
import { announced, linesOf, placeOf, THERE, type Announced, type Local } from './announced';
import { isUnder, rowsOf } from './definitions';
import { placeIn, statements, type Statement } from './statements';

/** A command or a flag of one that the proposal adds to a command line. */
export interface OwnCommand extends Announced {
  readonly kind: 'command' | 'command-flag';
  /** Of a flag: the command that takes it, where the document says so: "ferry queue add". */
  readonly of?: string;
}

/** Commands and flags in headings, tables, prose and synopses. */
export function ownCommands(spec: Spec): readonly OwnCommand[] {
  return announced<OwnCommand>(spec, ({ name, of = '' }) => `${of} ${name}`, (section) => {
    const isAbout = isUnder(spec, section, ABOUT) && !isUnder(spec, section, TRIED);
    return [...inHeading(section, isAbout), ...said(section.blocks), ...(isAbout ? listed(section.blocks) : [])];
  });
}

const ABOUT = /\b(?:cli|command line)\b|^(?:(?:new|proposed|additional) )?(?:(?:sub ?)?commands?|flags)$/;
/** There a command line is shown at work. */
const TRIED = /\b(?:tests?|testing|verif\w+|install\w*|troubleshooting|build\w*|workarounds?)\b/;

const FLAG = /(?<![\w-])--?[A-Za-z][\w.-]{0,60}/g;
/** A command with the ones below it; arguments and placeholders end it. */
const COMMAND = /^[a-z][\w.-]{0,40}(?: [a-z][a-z\d-]{1,40}){0,4}(?=$|\s)/;

interface Part {
  readonly named: Pick<OwnCommand, 'kind' | 'name' | 'of'>;
  /** Offset in the call. */
  readonly from: number;
}

/** The command that a call names, and its flags. */
function partsOf(call: string): readonly Part[] {
  const of = COMMAND.exec(call)?.[0];
  return [
    ...(of ? [{ named: { kind: 'command' as const, name: of }, from: 0 }] : []),
    ...[...call.matchAll(FLAG)].map((match) => ({ named: { kind: 'command-flag' as const, name: match[0], ...(of && { of }) }, from: match.index })),
  ];
}

function inHeading({ heading }: Section, isAbout: boolean): Local<OwnCommand>[] {
  const [, isNew, call] = /^(new )?(?:(?:sub-?)?command|flag|option)?:?\s*(`[^`]{2,80}`|--[a-z][\w-]+)(?: (?:sub-?)?(?:command|flag|option))?$/i.exec(heading?.text ?? '') ?? [];
  const [part] = call && (isAbout || isNew) ? partsOf(call.replace(/`/g, '')) : [];
  return part ? [{ ...part.named, at: heading!.span, from: 'heading' }] : [];
}

/** Cheap, before the pattern below. */
const SPOKEN_OF = /`[^`]*--|command|flag|option/i;
const ADDED = /\b(?<verb>new|adds?|introduc(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|will (?:have|get|gain|accept|support))\b(?<between>[^.`]{0,60})`(?<call>[^`\n]{2,80})`(?: (?:cli |command[- ]line )?(?<after>(?:sub-?)?commands?|flags?|options?)\b)?/gi;
/** What may stand between: nothing but what belongs to the name, or the noun itself. */
const PLAIN = /^ (?:(?:support for|an?|the|its|new|optional|hidden|boolean|global|repeatable|top-level) ){0,4}$/i;
const NAMED = /^ (?:[\w/-]+ ){0,4}?(?<noun>(?:sub-?)?commands?|flags?|options?)(?: called| named)?[:,]? \(?$/i;
/** As far back, in UTF-16 code units, is looked for who does it. */
const BEFORE = 40;
/** Then others do it, or nobody. */
const OTHERS = /\b(?:users?|operators?|admin\w*|you|can|could|may|might|must|not|without|never|possible to)(?: \w+)? $|n['’]t $/i;
const OF = /^[^.`]{0,20}\b(?:to|of|in|on|for) (?:the )?`([a-z][^`]{0,60})`/;

const said = remembered((blocks): readonly Local<OwnCommand>[] => statements(blocks).flatMap((statement) =>
  (statement.block.table || !SPOKEN_OF.test(statement.text) ? [] : inStatement(statement))));

function inStatement(statement: Statement): Local<OwnCommand>[] {
  const { text } = statement;
  if (THERE.test(text)) return [];
  return [...text.matchAll(ADDED)].flatMap((match): Local<OwnCommand>[] => {
    const { between, call, after } = match.groups!;
    const noun = NAMED.exec(between!)?.groups!['noun'] ?? (PLAIN.test(between!) ? after ?? (call!.startsWith('--') ? 'flag' : undefined) : undefined);
    if (!noun || OTHERS.test(text.slice(Math.max(0, match.index - BEFORE), match.index))) return [];
    const start = match.index + match[0].lastIndexOf(`\`${call!}\``) + 1;
    // "New `ferry` commands" are named elsewhere.
    const isCommand = /command/i.test(noun);
    const of = OF.exec(text.slice(match.index + match[0].length))?.[1];
    return partsOf(call!).filter(({ named }) => named.kind === 'command-flag' || (isCommand && (!noun.endsWith('s') || named.name.includes(' ')))).map(({ named, from }) => ({
      ...(named.kind === 'command-flag' && of && COMMAND.test(of) && { of }), ...named, from: 'text',
      at: placeIn(statement, { start: start + from, end: start + from + named.name.length }),
    }));
  });
}

/** In a section about the command line. */
const listed = remembered((blocks): readonly Local<OwnCommand>[] => blocks.flatMap((block) => (block.table ? inTable(block) : block.kind === 'code' ? inSynopsis(block) : [])));

const COLUMN = /^(?:new )?(?:cli )?(?:(?:sub-?)?commands?|flags?|options?)(?: name)?$/i;

function inTable(block: Block): Local<OwnCommand>[] {
  if (!COLUMN.test(block.table!.header[0]?.text.replace(/`/g, '').trim() ?? '')) return [];
  return rowsOf(block).flatMap(({ cells, row, at }): Local<OwnCommand>[] => {
    const written = cells[0]!.text.trim();
    if (!/^`|^--/.test(written) || THERE.test(row)) return [];
    const [part] = partsOf(written.replace(/`/g, ''));
    return part ? [{ ...part.named, at, from: 'table' }] : [];
  });
}

const SHELL = new Set(['', 'sh', 'bash', 'shell', 'zsh', 'text', 'txt', 'plaintext']);
/** A line that somebody typed, and what came out: it shows more than the proposal's own. */
const SESSION = /^[ \t]*(?:[\w@:~/-]{0,40}[$%>]|[\w@:~/-]{1,40}#) ?\S/m;
/** A call with values is an example, and may be of what is there. */
const PLACEHOLDER = /[\s=](?:<[\w -]{1,40}>|\[[<\w-]|\{[<\w]|[A-Z][A-Z_]+\b)/;
const PROGRAM = /[{;(]\s*$|:=/m;
/** What everybody has. */
const TOOLS = new Set(['apt', 'aws', 'az', 'brew', 'cargo', 'cat', 'cd', 'chmod', 'cp', 'curl', 'docker', 'echo', 'export', 'for', 'gcloud', 'git', 'go', 'grep', 'helm', 'if', 'jq', 'kubectl', 'ls', 'make', 'mkdir', 'mv', 'node', 'npm', 'npx', 'oc', 'pip', 'python', 'rm', 'sed', 'source', 'sudo', 'systemctl', 'tar', 'terraform', 'watch', 'wget', 'yarn']);
/** What follows a command in a synopsis, and never in a sentence. */
const ARGUMENTS = /^(?:$|\s+(?:--?[A-Za-z]|[<[{"'$A-Z\\]))/;

/** Calls in a fence that says what may be typed: "ferry queue add --sailing ID". */
function inSynopsis(block: Block): Local<OwnCommand>[] {
  if (!SHELL.has(block.lang ?? '') || !PLACEHOLDER.test(block.text) || SESSION.test(block.text) || PROGRAM.test(block.text)) return [];
  let of: string | undefined, goesOn = false;
  return linesOf(block).flatMap(({ line, from }): Local<OwnCommand>[] => {
    const call = line.trimStart(), indent = line.length - call.length;
    if (!goesOn) of = opens(call);
    goesOn = of !== undefined && call.trimEnd().endsWith('\\');
    if (!of) return [];
    const parts = partsOf(call).filter(({ named: { kind, name } }) => kind === 'command-flag' || name === of);
    return parts.map(({ named, from: start }) => ({ ...named, ...(named.kind === 'command-flag' && { of: of! }), at: placeOf(block, from + indent + start, named.name.length), from: 'fence' }));
  });
}

function opens(call: string): string | undefined {
  const name = COMMAND.exec(call)?.[0];
  return name?.includes(' ') && !TOOLS.has(name.split(' ', 1)[0]!) && ARGUMENTS.test(call.slice(name.length).trimEnd()) ? name : undefined;
}
