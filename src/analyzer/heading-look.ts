import type { Area } from './item';
import { afterLineEnd, lineEnd, lineEndsAfter, lineEndsBefore } from './insertion';
import { lastNumbered, nextNumber, withoutNumber, type Headed, type Place } from './outline';
import type { Spec } from './spec';

/** A new heading as the document would write it. */
export interface HeadingLook {
  readonly lines: readonly string[];
  /** Blank lines between the heading and its text: 0 or 1. */
  readonly below: number;
  /** Blank lines around the section: 1 or 2. */
  readonly around: number;
}

/** For documents that open their headings with one: as close to the subject as a pictograph gets. */
const PICTOGRAPHS: Readonly<Record<Area, string>> = { api: '🔌', scalability: '📈', infrastructure: '🏗️', acceptance: '✅', delivery: '📦' };
const pictographOf = (area: string): string => PICTOGRAPHS[area as Area] ?? '📋';
const PICTOGRAPH = /^\p{Extended_Pictographic}[\uFE0F\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}]*\s*/u;
/** Not capitalised in titles. */
const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'in', 'into', 'nor', 'of', 'on', 'or', 'per', 'the', 'to', 'via', 'vs', 'with']);

/** `words` as a heading at `place`: number, pictograph, capitals, markup and blank lines as its siblings have them. */
export function headingLook(spec: Spec, place: Place, words: string, area: string): HeadingLook {
  const { models } = place;
  const texts = models.map((m) => withoutNumber(m.heading.text));
  const pictograph = isCommon(texts, (t) => PICTOGRAPH.test(t)) ? `${pictographOf(area)} ` : '';
  const text = nextNumber(models) + pictograph + inCaseOf(words, texts.map((t) => t.replace(PICTOGRAPH, '')));
  const withText = models.filter((m) => m.blocks.length);
  return {
    lines: markUp(spec, models, text, place.level),
    below: isCommon(withText, (m) => lineEndsAfter(spec.text, headingEnd(spec, m)) === 1) ? 0 : 1,
    around: isCommon(models, (m) => lineEndsBefore(spec.text, m.span.start) > 2) ? 2 : 1,
  };
}

const isCommon = <T>(all: readonly T[], test: (one: T) => boolean): boolean => all.length > 0 && all.filter(test).length * 2 > all.length;

/** Where the heading's last line ends; the underline is part of it. Absolute. */
export function headingEnd(spec: Spec, section: Headed): number {
  const end = lineEnd(spec.text, section.origin + section.heading.span.end);
  return section.heading.style === 'setext' ? lineEnd(spec.text, afterLineEnd(spec.text, end)) : end;
}

function markUp(spec: Spec, models: readonly Headed[], text: string, level: number): string[] {
  // A number with a dot that is underlined is a list item and no heading: take the form of one that is numbered.
  const style = lastNumbered(models)?.heading.style ?? models.at(-1)?.heading.style ?? 'atx';
  if (style === 'bold') return [bold(spec, models, text)];
  if (style === 'setext' && level <= 2) return [text, (level === 1 ? '=' : '-').repeat(Math.max(3, text.length))];
  const hashes = '#'.repeat(level);
  const closed = style === 'atx' && isCommon(models, (m) => /#\s*$/.test(spec.text.slice(m.origin + m.heading.span.end, headingEnd(spec, m))));
  return [`${hashes} ${text}${closed ? ` ${hashes}` : ''}`];
}

function bold(spec: Spec, models: readonly Headed[], text: string): string {
  const written = models.map((m) => spec.text.slice(m.span.start, headingEnd(spec, m)).trim());
  const mark = isCommon(written, (line) => line.startsWith('__')) ? '__' : '**';
  const inner = isCommon(written, (line) => /:(?:\*\*|__)$/.test(line)) ? ':' : '';
  const outer = isCommon(written, (line) => line.endsWith(':')) ? ':' : '';
  return `${mark}${text}${inner}${mark}${outer}`;
}

function inCaseOf(words: string, models: readonly string[]): string {
  // Shorter ones may be acronyms.
  const lettered = models.filter((m) => /\p{L}{5}/u.test(m));
  if (isCommon(lettered, (m) => m === m.toUpperCase())) return words.toUpperCase();
  if (isCommon(lettered, (m) => m === m.toLowerCase())) return words.toLowerCase();
  const inner = lettered.flatMap((m) => m.split(/\s+/).slice(1)).filter((w) => /^\p{L}\p{Ll}{3,}$/u.test(w) && !SMALL.has(w.toLowerCase()));
  if (!inner.length) return words;
  const isTitle = isCommon(inner, (w) => w[0] !== w[0]!.toLowerCase());
  return words.split(' ').map((word, i) => (isTitle ? titleWord(word, i) : sentenceWord(word, i))).join(' ');
}

const titleWord = (word: string, i: number): string =>
  i > 0 && SMALL.has(word) ? word : word.replace(/(^|-)\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Acronyms and names with capitals inside stay as they are. */
const sentenceWord = (word: string, i: number): string => (i > 0 && /^\p{Lu}[\p{Ll}-]*$/u.test(word) ? word.toLowerCase() : word);
