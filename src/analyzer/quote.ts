import { lowerCase, matches } from './signals/any-case';
import type { Item } from './item';
import { sentenceSpans } from './sentences';
import type { Block } from './spec';

/** Longer quotations are cut at a word. */
const LENGTH = 90;
/** Shorter sentences are seldom recognised. */
const TELLING = 24;

/** The sentence of the block that states something about the item, else one that touches it, else the first that says enough. */
export function quote(block: Block, { evidence }: Pick<Item, 'evidence'>): string {
  // A table's header says what it is about, its rows say something.
  const rows = block.table ? block.text.split('\n').slice(1) : undefined;
  const flat = block.text.replaceAll('\n', ' ');
  const sentences = rows?.length ? rows : block.kind === 'code' ? block.text.split('\n') : sentenceSpans(flat).map(({ start, end }) => flat.slice(start, end));
  const chosen = sentences.find((s) => (block.kind !== 'code' || s.trim().length > TELLING) && says(s, evidence.statements))
    ?? sentences.find((s) => s.length > TELLING && says(s, [evidence.topic])) ?? sentences.find((s) => s.length > TELLING) ?? sentences[0];
  return shorten(chosen ?? block.text);
}

function says(sentence: string, patterns: readonly RegExp[]): boolean {
  const lower = lowerCase(sentence);
  return patterns.some((pattern) => matches(pattern, sentence, lower));
}

export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= LENGTH) return flat;
  const cut = flat.slice(0, LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LENGTH - 20))}…`;
}
