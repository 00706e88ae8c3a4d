import { realpath } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Item } from '../analyzer/item';
import { answerOn, explanation } from '../report/agent';
import { tools, type Tool } from '../report/agent-tools';
import { checklist } from '../index';
import type { FileReport } from '../report/file-report';
import { TOOL } from '../report/tool';
import { loadConfigs } from './configs';
import { Failure } from './failure';
import { runJob } from './job';
import { absolute, folderOf, from, rootOf, shown, slashes } from './paths';
import { readText } from './read';
import { complain } from './terminal';
import { today } from './outcome';

/** Versions of the Model Context Protocol whose messages are those used here; the newest is offered to a client that asks for another. */
const VERSIONS = ['2025-06-18', '2025-03-26', '2024-11-05'] as const;
/** In UTF-16 code units: a request names a path or an id. */
const LONGEST = 64 * 1024;
const CODES = { parse: -32700, request: -32600, method: -32601, params: -32602 } as const;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly name?: unknown; readonly arguments?: Readonly<Record<string, unknown>>; readonly protocolVersion?: unknown };
}

/** A Model Context Protocol server on standard input and output: one JSON-RPC message in each line. Ends with its input. */
export async function serveMcp(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const answer = line.length > LONGEST ? failed(null, CODES.request, `the message is longer than ${LONGEST} characters`) : await answerTo(line);
    if (answer) process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

const failed = (id: number | string | null, code: number, message: string): object => ({ jsonrpc: '2.0', id, error: { code, message } });

/** Undefined for what wants no answer. */
async function answerTo(line: string): Promise<object | undefined> {
  let message: Message;
  try {
    message = JSON.parse(line) as Message;
  } catch {
    return failed(null, CODES.parse, 'the line is no JSON');
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message) || typeof message.method !== 'string') return failed(null, CODES.request, 'the message is no request');
  const { id, method, params } = message;
  if (id === undefined) return undefined;
  const answered = (result: object): object => ({ jsonrpc: '2.0', id, result });
  switch (method) {
    case 'initialize': return answered({ protocolVersion: VERSIONS.find((v) => v === params?.protocolVersion) ?? VERSIONS[0], capabilities: { tools: {} }, serverInfo: TOOL });
    case 'ping': return answered({});
    case 'tools/list': return answered({ tools: tools.map((tool) => ({ ...tool, annotations: { readOnlyHint: true, openWorldHint: false } })) });
    case 'tools/call': {
      const tool = tools.find(({ name }) => name === params?.name);
      if (!tool) return failed(id, CODES.params, `there is no tool ${JSON.stringify(params?.name)}; there are ${tools.map(({ name }) => name).join(', ')}`);
      const [argument] = tool.inputSchema.required;
      const value = params?.arguments?.[argument];
      if (typeof value !== 'string' || !value) return failed(id, CODES.params, `${tool.name} needs "${argument}", a text`);
      const { text, isError = false } = await call(tool.name, value);
      return answered({ content: [{ type: 'text', text }], isError });
    }
    default: return failed(id, CODES.method, `there is no method ${JSON.stringify(method)}`);
  }
}

interface Result {
  readonly text: string;
  /** It is for the model to read, and so a result and no error of the protocol. */
  readonly isError?: boolean;
}

async function call(name: Tool['name'], value: string): Promise<Result> {
  try {
    if (name === 'explain_item') {
      const { text, isKnown } = explanation(value, checklist);
      return { text, isError: !isKnown };
    }
    const { report, items } = await reviewed(value);
    return { text: answerOn(name, report, items) };
  } catch (error) {
    if (error instanceof Failure) return { text: error.message, isError: true };
    complain(`mcp: ${String(error)}`);
    return { text: `${value} could not be reviewed`, isError: true };
  }
}

async function reviewed(given: string): Promise<{ readonly report: FileReport; readonly items: readonly Item[] }> {
  const file = await inside(given), path = shown(file);
  const text = await readText(file).catch((error: unknown) => { throw error instanceof Failure ? new Failure(`${path} ${error.message}`) : error; });
  if (!text.trim()) throw new Failure(`${path} is empty`);
  const configs = await loadConfigs([file], undefined);
  const options = { ...configs.of(file).options, path: from(rootOf(folderOf(file)), file), today: today() };
  const { report } = await runJob({ path, text, options, own: configs.definitionsOf(file), onlySpec: false, known: undefined, since: undefined, fix: undefined });
  return { report: report!, items: [...checklist, ...configs.itemsOf(file)] };
}

/** The file itself, behind links; what a model asks for must lie in the folder that the user started the server in. */
async function inside(given: string): Promise<string> {
  const root = slashes(await realpath(process.cwd()));
  const file = slashes(await realpath(absolute(given)).catch(() => { throw new Failure(`${given} does not exist`); }));
  if (!file.startsWith(`${root}/`)) throw new Failure(`${given} is outside of the folder ${root}, which is all that may be read`);
  if (!/\.(?:md|markdown|mdx)$/i.test(file)) throw new Failure(`${given} is no Markdown file`);
  return file;
}
