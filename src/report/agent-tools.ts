/** What agents may ask for: the same three tools over MCP and in the editor. Data alone: who announces them needs no checklist. */

/** Those that read one file. */
export type FileTool = 'review_spec' | 'list_gaps';

export interface Tool {
  readonly name: FileTool | 'explain_item';
  readonly title: string;
  /** For the model that chooses among tools. */
  readonly description: string;
  /** JSON Schema. */
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, { readonly type: 'string'; readonly description: string }>>;
    readonly required: readonly [string];
    readonly additionalProperties: false;
  };
}

const taking = (name: string, description: string): Tool['inputSchema'] =>
  ({ type: 'object', properties: { [name]: { type: 'string', description } }, required: [name], additionalProperties: false });

const PATH = 'Path of a Markdown file, relative to the workspace';

export const tools: readonly Tool[] = [
  {
    name: 'review_spec', title: 'Review a spec',
    description: 'Reviews a technical spec in Markdown (design doc, RFC, PRD, KEP, ADR) against a checklist of 39 questions. Returns what matters most, every finding with its line, and for each question whether and where it is answered. Deterministic, no model.',
    inputSchema: taking('path', PATH),
  },
  {
    name: 'list_gaps', title: 'List the gaps of a spec',
    description: 'Lists the questions that a spec in Markdown leaves open, the most important first, each with what would satisfy it. Shorter than review_spec.',
    inputSchema: taking('path', PATH),
  },
  {
    name: 'explain_item', title: 'Explain a question of the checklist',
    description: 'Explains one question or rule of the checklist: why it is asked, what answers it, with examples.',
    inputSchema: taking('item', 'Id of a question or rule, such as infrastructure/rollback'),
  },
];
