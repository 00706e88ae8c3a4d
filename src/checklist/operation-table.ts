import type { Operation } from '../analyzer/facts/operations';

/** In rows: a longer table is for the author to make. */
const MOST = 20;

/** A table with a row for exactly these operations, as lines of Markdown; what is to be told of each is left open. */
export function operationTable(operations: readonly Pick<Operation, 'name'>[], columns: readonly string[]): readonly string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['Operation', ...columns]),
    row(['---', ...columns.map(() => '---')]),
    ...operations.slice(0, MOST).map(({ name }) => row([`\`${name.replace(/\|/g, '\\|')}\``, ...columns.map(() => 'TBD')])),
  ];
}
