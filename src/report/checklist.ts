import type { Area, Item } from '../analyzer/item';
import type { OtherRule } from '../checklist/rules';
import { style } from './style';
import { TOOL } from './tool';
import { wrap } from './wrap';

/** The questions by area, for a terminal of `width` columns. */
export function prettyChecklist(items: readonly Item[], rules: readonly OtherRule[], { colour, width }: { colour: boolean; width: number }): string {
  const paint = style(colour);
  const column = Math.max(...[...items, ...rules].map(({ id }) => id.length)) + 4;
  const rows = [...items.map(({ id, question }) => ({ id, text: question })), ...rules.map(({ id, reports }) => ({ id, text: reports }))];
  let area = '';
  const lines = rows.flatMap(({ id, text }) => {
    const head = areaOf(id) === area ? [] : [...(area ? [''] : []), paint.bold((area = areaOf(id)))];
    return [...head, ...wrap(text, width - column).map((line, i) => `${(i ? '' : `  ${id}`).padEnd(column)}${line}`)];
  });
  return `${lines.join('\n')}\n`;
}

/** The questions as JSON, in the order of the checklist. */
export function jsonChecklist(items: readonly Item[], rules: readonly OtherRule[]): string {
  const questions = items.map(({ id, question, why, expected, severity, weight }) => ({ id, area: areaOf(id) as Area, question, why, expected, severity, weight }));
  return `${JSON.stringify({ version: 1, tool: TOOL, items: questions, rules }, null, 2)}\n`;
}

const areaOf = (id: string): string => id.slice(0, id.indexOf('/'));
