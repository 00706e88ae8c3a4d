import type { Contract, DeclaredField, DeclaredType } from '../analyzer/contract';
import type { Span } from '../analyzer/span';

const TABLE = /\bCREATE\s+(?:TEMP(?:ORARY)?\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w."`]{1,200})\s*\(/gi;
const COLUMN = /^\s*(["`]?)(\w+)\1\s+(\w+(?:\s*\([\d\s,]*\))?)/;
/** What opens a line of a table and is no column. */
const CONSTRAINT = /^\s*(?:primary|foreign|unique|constraint|check|index|key|exclude|partition|like)\b/i;

/** Tables and columns of SQL. Every database has a grammar of its own; what is common to all is enough here. */
export function readSql(text: string): Contract<Span> {
  const types = [...text.matchAll(TABLE)].map((match): DeclaredType<Span> => {
    const start = match.index, from = start + match[0].length;
    return { name: match[1]!.replace(/["`]/g, ''), at: { start, end: start + match[0].slice(0, -1).trimEnd().length }, fields: columns(text, from) };
  });
  return { format: 'sql', operations: [], types };
}

function columns(text: string, from: number): DeclaredField<Span>[] {
  return definitions(text, from).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const match = CONSTRAINT.test(words) ? null : COLUMN.exec(words);
    if (!match) return [];
    const at = start + match[0].indexOf(match[2]!);
    return [{ name: match[2]!, at: { start: at, end: at + match[2]!.length }, type: match[3]!.replace(/\s+/g, ''), required: /\bNOT\s+NULL\b|\bPRIMARY\s+KEY\b/i.test(words) }];
  });
}

/** What stands between the commas of the outermost brackets that open before `from`. */
function definitions(text: string, from: number): Span[] {
  const found: Span[] = [];
  let depth = 1, start = from, at = from;
  for (; at < text.length && depth > 0; at++) {
    const char = text[at];
    if (char === '(') depth++;
    else if (char === ')') depth--;
    if ((char === ',' && depth === 1) || depth === 0) {
      found.push({ start, end: at });
      start = at + 1;
    }
  }
  return found;
}
