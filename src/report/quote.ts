import type { Range } from './position';

const LINES = 6;
const CHARACTERS = 360;

/** The words at a place, as the author wrote them; long passages end with an ellipsis. */
export function quote(lines: readonly string[], { start, end }: Range): string {
  const passage = lines.slice(start.line - 1, end.line);
  if (!passage.length) return '';
  // The end first: on a single line it would move with the start.
  passage.push(passage.pop()!.slice(0, end.column - 1));
  passage[0] = passage[0]!.slice(start.column - 1);
  const words = passage.slice(0, LINES).join('\n').trim();
  const shown = words.length > CHARACTERS ? words.slice(0, CHARACTERS).replace(/\s*\S*$/, '') : words;
  return passage.length > LINES || shown !== words ? `${shown} …` : shown;
}
