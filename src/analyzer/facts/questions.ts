import type { Section, Spec } from '../spec';
import { entriesOf, type Entry } from './entries';

/** A list or table of open questions. */
export interface QuestionList {
  readonly section: Section;
  readonly questions: readonly Entry[];
}

/** The lists under headings such as "Open questions" and "Unresolved issues", with what is still open in them. */
export const questionLists = (spec: Spec): readonly QuestionList[] => spec.sections
  .filter((s) => s.role === 'open-questions' && s.heading && spec.sections[s.parent]?.role !== 'open-questions' && !SETTLED.test(s.heading.key))
  .map((section) => ({ section, questions: entriesOf(spec, section).filter((entry) => isOpen(entry) && !isAnsweredBelow(section, entry)) }))
  .filter(({ questions }) => questions.length > 0);

const SETTLED = /\b(?:resolved|answered|closed|non blocking|future)\b(?<!\bun\w*)/;
const ANSWERED = /\b(?:resolved|answered|closed|decided|decisions?|answers?|resolution|resolves|yes|no longer|settled|deferred|follow-?up|out of scope|we (?:will|chose|decided|think|propose))\b|^\W*A:|✅|~~/im;

/** What asks something and has no answer beneath; a discussion may hold one. */
function isOpen({ name, text, row }: Entry): boolean {
  if (row) return /\?/.test(text) && !ANSWERED.test(text);
  return /\?\W*$/.test(name) && text.trim().length <= name.length && !ANSWERED.test(text);
}

const ANSWER = /^\W*A(?:nswer)?\s*:/i;

/** "A: …" in a paragraph of its own behind the item that asks. */
function isAnsweredBelow({ blocks }: Section, entry: Entry): boolean {
  const next = blocks[blocks.indexOf(entry.blocks.at(-1)!) + 1];
  return entry.form === 'item' && next?.kind === 'paragraph' && ANSWER.test(next.text);
}
