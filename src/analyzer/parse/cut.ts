import { htmlUntilBlank, isBlank, mayBeHtmlUntilBlank, rawBlock } from './raw-block';

/**
 * What may still be open where the next line begins. Only what stands at the root matters: a line that starts with
 * `#` in the first column closes every list, quote, footnote and paragraph, but no fence or HTML block at the root.
 */
export interface State {
  /** Tells the last line of the fence or HTML block that is open at the root. */
  closes: ((line: string) => boolean) | undefined;
  /** Columns by which a line must be indented to stand in the open list item; 0 without one. */
  width: number;
  /** False where there is either no open item or one of at least `width`. */
  sure: boolean;
  /** Whether a paragraph is open that the next line would continue whatever its indentation. */
  paragraph: 'no' | 'maybe' | 'yes';
  /** What stands here up to the next blank line is HTML or it is not. */
  murky: boolean;
  /** It cannot be told any more whether something is open at the root. */
  lost: boolean;
}

/**
 * Where `text` can be cut so that its parts, parsed alone, give what they give together: ascending offsets, the first
 * of them 0. Every other part begins with an ATX heading in the first column, at the root of the document. Not every
 * such heading begins one: where a look at the lines cannot tell what is open, nothing is cut.
 *
 * `text` is without byte order mark. Takes time linear in its length.
 */
export function cut(text: string): readonly number[] {
  return cutFrom(text, 0, () => false);
}

/**
 * The cuts of `text` from `first` on, which is one itself: at a cut nothing is open, so that it does not matter what
 * stands before it. Ends behind a cut that `isLast` tells.
 */
export function cutFrom(text: string, first: number, isLast: (cut: number) => boolean): readonly number[] {
  const starts = [first];
  const state = createState();
  let at = first === 0 ? behindFrontMatter(text) : first;
  while (at < text.length && !state.lost) {
    const end = lineEnd(text, at);
    if (advance(state, text.slice(at, end)) && at > first) {
      starts.push(at);
      if (isLast(at)) break;
    }
    at = behindLineEnding(text, end);
  }
  return starts;
}

export const createState = (): State => ({ closes: undefined, width: 0, sure: true, paragraph: 'no', murky: false, lost: false });

/** Whether what begins a block wherever one can begin, and stands in the first column, now begins one at the root. */
export const canBegin = ({ closes, murky, lost }: State): boolean => !closes && !murky && !lost;

/** The same of what a paragraph could hold: none is open. */
export const isFree = (state: State): boolean => canBegin(state) && state.paragraph === 'no';

/** Takes in a line without its line ending; true where a part can begin with it. */
export function advance(state: State, line: string): boolean {
  if (state.closes) {
    if (state.closes(line)) state.closes = undefined;
    return false;
  }
  if (isBlank(line)) {
    state.paragraph = 'no';
    state.murky = false;
    return false;
  }
  const indent = indentation(line);
  if (state.width > 0 && indent >= state.width) inItem(state, line, indent);
  else if (indent > 3) flowText(state);
  else return atRoot(state, line, indent);
  return false;
}

/** A line of the open list item. If there may be none, it must open nothing that would then stand at the root. */
function inItem(state: State, line: string, indent: number): void {
  state.paragraph = 'maybe';
  if (state.sure || indent > 3) return;
  const rest = line.slice(indent);
  const raw = rawBlock(rest);
  if (raw === htmlUntilBlank || mayBeHtmlUntilBlank(rest)) state.murky = true;
  else if (raw && !raw.ends) state.lost = true;
}

/** A line that stands in no open list item and is indented by less than four columns. */
function atRoot(state: State, line: string, indent: number): boolean {
  const rest = indent > 0 ? line.slice(indent) : line;
  if (HEADING.test(rest)) {
    reset(state, 'no');
    return indent === 0 && !state.murky;
  }
  if (rest.startsWith('>')) reset(state, 'maybe');
  else if (THEMATIC_BREAK.test(rest)) reset(state, 'no');
  else if (!openRaw(state, rest) && !beginItem(state, rest, indent)) flowText(state);
  return false;
}

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const THEMATIC_BREAK = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

function reset(state: State, paragraph: State['paragraph']): void {
  state.width = 0;
  state.sure = true;
  state.paragraph = paragraph;
}

/** A line of text: it continues a paragraph, be it in a list item, or it closes the item and begins a paragraph. */
function flowText(state: State): void {
  if (state.paragraph === 'no') reset(state, 'maybe');
  else if (state.paragraph === 'maybe' && state.width > 0) state.sure = false;
}

/** Opens a fence or HTML block at the root, if the line does. */
function openRaw(state: State, rest: string): boolean {
  const raw = rawBlock(rest);
  if (raw) {
    if (state.murky && raw !== htmlUntilBlank && !raw.ends) state.lost = true;
    reset(state, 'no');
    state.closes = raw.ends ? undefined : raw.closes;
    return true;
  }
  if (!mayBeHtmlUntilBlank(rest)) return false;
  flowText(state);
  state.paragraph = 'maybe';
  state.murky = true;
  return true;
}

const MARKER = /^(?:[-+*]|(\d{1,9})[.)])(?:([ \t]+)|$)/;
/** Text of an item that is a paragraph whatever follows it on the line. */
const PLAIN = /^(?:\[[ xX]\] )?(?:[*_]{0,2}|`)\p{L}/u;

/** Begins a list item, if the line does or may do so. */
function beginItem(state: State, rest: string, indent: number): boolean {
  const marker = MARKER.exec(rest);
  if (!marker) return false;
  const [all, number, space = ''] = marker;
  const text = rest.slice(all.length);
  const narrow = indent + all.length - space.length;
  const wide = columnsBehind(space, narrow);
  const indentedCode = wide - narrow > 4;
  const width = text === '' || indentedCode ? narrow + 1 : wide;
  // An item must have text, and the number 1, to interrupt a paragraph that does not stand in an item itself.
  const interrupts = text !== '' && (number === undefined || Number(number) === 1);
  const begins = interrupts || (text !== '' && state.paragraph === 'no') || (text !== '' && state.width > 0 && state.sure);
  // Indented by four columns, a line opens nothing at the root, so that wider items need no care.
  state.width = width > 3 ? 0 : width;
  state.sure = width > 3 || (begins && !state.murky);
  state.paragraph = begins && !indentedCode && PLAIN.test(text) ? 'yes' : 'maybe';
  return true;
}

/** The column that `space`, of blanks and tabs, ends at when it begins at `column`; columns from 0. */
function columnsBehind(space: string, column: number): number {
  let at = column;
  for (const char of space) at = char === '\t' ? at + 4 - (at % 4) : at + 1;
  return at;
}

/** Columns of indentation, 4 for all from 4 on. */
function indentation(line: string): number {
  let at = 0;
  while (at < 4 && line[at] === ' ') at++;
  return line[at] === '\t' ? 4 : at;
}

/**
 * Offset behind the closing line of front matter; 0 without front matter. Where it is opened and never closed that is
 * the end of the text: remark then reads everything outside of containers, and no list is a list any more.
 */
export function behindFrontMatter(text: string): number {
  if (!text.startsWith('---')) return 0;
  let end = lineEnd(text, 0);
  if (!FRONT_MATTER_FENCE.test(text.slice(0, end))) return 0;
  while (end < text.length) {
    const at = behindLineEnding(text, end);
    end = lineEnd(text, at);
    if (FRONT_MATTER_FENCE.test(text.slice(at, end))) return end;
  }
  return text.length;
}

const FRONT_MATTER_FENCE = /^---[ \t]*$/;

/** Where the line around `from` ends, before its line end. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
  }
  return at;
}

/** Behind the line end at `end`. */
export const behindLineEnding = (text: string, end: number): number => end + (text.startsWith('\r\n', end) ? 2 : 1);
