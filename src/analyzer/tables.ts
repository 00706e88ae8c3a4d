import type { Table as TableNode } from 'mdast';
import type { Cell, ColumnRole, Table } from './spec';
import { plainText } from './plain-text';

/** First match wins, so the narrower role stands above the wider one. Tested on the header in lower case. */
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['mitigation', /\b(?:mitigations?|counter ?measures?|response plan|remedy|contingency|remediation)\b/],
  ['likelihood', /\b(?:likelihood|probability|prob\.?)\b/],
  ['impact', /\b(?:impact|severity|consequence|effect)s?\b/],
  ['risk', /\b(?:risks?|threats?|hazard)\b/],
  ['owner', /\b(?:owners?|dri|assignee|responsible|team|lead|contact|who|accountable|maintainers?)\b/],
  ['estimate', /\b(?:estimates?|effort|duration|story points|loe|size \(|person)\b/],
  ['date', /\b(?:dates?|when|deadline|due|eta|quarter|target release|timeline|weeks?)\b/],
  ['phase', /\b(?:phases?|milestones?|stages?|sprint|iteration|release)\b/],
  ['error', /\b(?:errors?|error codes?|status codes?|http status|http code|failure(?: mode)?s?|exception)\b/],
  ['limit', /\b(?:limits?|quota|max(?:imum)?|ceiling|cap)\b/],
  ['method', /\b(?:methods?|verb|http method|rpc)\b/],
  ['path', /\b(?:paths?|endpoints?|routes?|url|uri)\b/],
  ['permission', /\b(?:permissions?|access|scopes?|auth(?:entication|orization)?|privileges?)\b/],
  ['role', /\b(?:roles?|actors?|persona|user type)\b/],
  ['metric', /\b(?:metrics?|kpis?|slis?|indicator|measure(?:ment)?|signal)\b/],
  ['target', /\b(?:targets?|slos?|goal|threshold|objective|baseline|budget)\b/],
  ['dependency', /\b(?:dependenc(?:y|ies)|depends on|upstream|integration|external system)\b/],
  ['alternative', /\b(?:alternatives?|options?|approach|candidate)\b/],
  ['reason', /\b(?:reasons?|rationale|why|pros|cons|justification|trade ?-?offs?|verdict)\b/],
  ['question', /\b(?:questions?|issue)\b/],
  ['test', /\b(?:tests?|test case|verification|scenario|how verified)\b/],
  ['priority', /\b(?:priority|prio|must\/should|moscow)\b/],
  ['status', /\b(?:status|state|result|done)\b/],
  ['version', /\b(?:versions?|since)\b/],
  ['type', /\b(?:types?|format|data type)\b/],
  ['default', /\b(?:defaults?|default value)\b/],
  ['id', /^(?:id|#|no\.?|nr\.?|req(?:uirement)? id|ref|key|code)$/],
  ['name', /\b(?:names?|fields?|columns?|parameters?|property|propert(?:y|ies)|flags?|options?|component|event|item|feature|requirement|task)\b/],
  ['description', /\b(?:descriptions?|details?|notes?|comments?|meaning|purpose|summary|behaviou?r)\b/],
];

export const columnRole = (header: string): ColumnRole | undefined => {
  const text = header.toLowerCase().trim();
  return text ? ROLES.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
};

/** The table, and its lines as plain text with the offsets they come from; see {@link Block.text}. */
export function readTable(node: TableNode, source: string): { table: Table; text: string; map: readonly number[] } {
  const map: number[] = [];
  let text = '';
  const lines = node.children.map((row) => row.children.map((cell, i): Cell => {
    const plain = plainText(cell, source);
    if (i > 0) text += ' | ';
    map.push(text.length, cell.position!.start.offset!, ...plain.map.map((at, n) => (n % 2 ? at : at + text.length)));
    text += plain.text;
    if (i === row.children.length - 1) text += '\n';
    return { text: plain.text.trim(), start: cell.position!.start.offset!, end: cell.position!.end.offset! };
  }));
  const [header = [], ...rows] = lines;
  return { table: { header, roles: header.map((cell) => columnRole(cell.text)), rows }, text: text.trimEnd(), map };
}
