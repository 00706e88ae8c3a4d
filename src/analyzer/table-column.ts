import { lineEnd } from './insertion';
import type { Edit } from './review';
import type { Block, Section, Spec } from './spec';

/**
 * Edits that add a column at the right of a table; undefined where a line of it does not end with a pipe, because
 * text behind the last cell would become a part of that cell.
 */
export function addColumn({ text }: Spec, section: Section, table: Block, header: string, value: string): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const end = section.origin + table.end;
  for (let at = section.origin + table.start; at < end;) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, stop).trimEnd();
    if (!/(?<!\\)\|$/.test(line)) return undefined;
    const cell = edits.length === 0 ? header : edits.length === 1 ? '---' : value;
    edits.push({ at: { start: at + line.length, end: at + line.length }, text: ` ${cell} |` });
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1);
  }
  return edits;
}
