import { RE2JS } from 're2js';
import { headingKey } from '../analyzer/heading-key';
import type { Facts, Item, ItemId, Skeleton } from '../analyzer/item';
import type { OwnItem } from '../analyzer/own-item';
import { remembered } from '../analyzer/remembered';
import { PROFILES, type CustomItem, type Problem } from './config';
import { customVerdict, type Matcher } from './custom-verdict';
import type { Placed } from './shape';

/** Neither a nice-to-have nor irreversible: a config has no scale for it. */
const WEIGHT = 3;
/** In instructions. Repetitions are unrolled, and a step on a text costs each of them once at most. */
const LARGEST_PATTERN = 500;
const LARGEST_CONFIG = 20_000;
/** In UTF-16 code units: what is looked at of one paragraph or table. */
const LONGEST_TEXT = 10_000;
/** An item's prose patterns are in its {@link OwnItem.judge}; no text matches this. */
const NOTHING = /(?!)/;

/**
 * Makes items of what a config says, so that they are reviewed, explained and inserted as the built-in ones. An item
 * with a pattern that cannot be used is left out and the pattern reported.
 */
export function buildItems(items: readonly CustomItem[]): { items: readonly OwnItem[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const compiler = compilerInto(problems);
  const built = items.flatMap((item) => build(item, compiler) ?? []);
  return { items: built, problems };
}

type Compiler = (pattern: Placed, isWords?: boolean) => RE2JS | undefined;

/** Compiles for an engine without backtracking: time grows with the text and the pattern, never beyond their product. */
function compilerInto(problems: Problem[]): Compiler {
  let left = LARGEST_CONFIG;
  let isTold = false;
  return ({ text, span }, isWords = false) => {
    const problem = (message: string) => void problems.push({ message: `the pattern ${JSON.stringify(text)} ${message}`, span });
    if (left <= 0) {
      // Once: the same would be said of each that follows.
      if (!isTold) problem('is one too many: with those before it, the patterns are too large together; use fewer, or shorter repetitions');
      isTold = true;
      return undefined;
    }
    try {
      const pattern = RE2JS.compile(text, RE2JS.CASE_INSENSITIVE);
      left -= pattern.programSize();
      if (pattern.programSize() > LARGEST_PATTERN) return problem('is too large when its repetitions are written out; use fewer or shorter ones');
      if (pattern.test('')) return problem('matches even where nothing is written; make a part of it necessary');
      return isWords ? RE2JS.compile(`\\b(?:${text})\\b`, RE2JS.CASE_INSENSITIVE) : pattern;
    } catch (error) {
      return problem(`is not RE2 syntax: ${reasonOf(error)}`);
    }
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/^error parsing regexp: /, '');

function build(custom: CustomItem, compile: Compiler): OwnItem | undefined {
  const { evidence, due } = custom;
  const phrases = (evidence.phrases ?? []).map((pattern) => compile(pattern));
  const mentions = (due?.mentions ?? []).map((pattern) => compile(pattern, true));
  if ([...phrases, ...mentions].includes(undefined)) return undefined;
  const headings = (evidence.headings ?? []).map(headingKey);
  const skeleton = skeletonOf(custom);
  const item: Item = {
    // The format holds ids to this shape.
    id: custom.id.text as ItemId,
    question: custom.question, why: custom.why ?? '', expected: custom.expected ?? `answer “${custom.question}”`,
    severity: Object.fromEntries(PROFILES.map((profile) => [profile, custom.severity ?? 'warning'])) as Item['severity'],
    weight: WEIGHT,
    ...(custom.url !== undefined && { url: custom.url }),
    ...(due && { due: mentioned(mentions.flatMap((m) => m ?? [])) }),
    evidence: { headings, topic: NOTHING, statements: [] },
    skeleton,
    examples: { covered: custom.examples?.covered ?? [], partial: custom.examples?.partial ?? [], missing: custom.examples?.missing ?? [] },
  };
  const columns = (evidence.tableColumns ?? []).map((column) => column.toLowerCase());
  const judge = customVerdict({ id: item.id, headings: new Set(headings), phrases: phrases.flatMap((p) => (p ? matcher(p) : [])), columns, minWords: evidence.minWords });
  return { ...item, judge };
}

const matcher = (pattern: RE2JS): Matcher => (text) => pattern.test(text.slice(0, LONGEST_TEXT));

/** Why the question is due: the first of the words that the document's own text mentions. */
function mentioned(patterns: readonly RE2JS[]): (facts: Facts) => string | undefined {
  const find = remembered((blocks) => {
    for (const { text, words } of blocks) {
      for (const pattern of words ? patterns : []) {
        const match = pattern.matcher(text.slice(0, LONGEST_TEXT));
        if (match.find()) return match.group() ?? undefined;
      }
    }
    return undefined;
  });
  return ({ spec }) => {
    for (const { role, blocks } of spec.sections) {
      const found = role === 'body' ? find(blocks) : undefined;
      if (found) return `it mentions “${found.replace(/\s+/g, ' ')}”`;
    }
    return undefined;
  };
}

/** The first heading names the section, each other line is a question. */
function skeletonOf({ skeleton = '', question, evidence, id }: CustomItem): Skeleton {
  const lines = skeleton.split('\n').map((line) => line.trim()).filter(Boolean);
  const title = lines.find((line) => /^#{1,6}\s/.test(line))?.replace(/^#+\s+|\s+#+$/g, '');
  const questions = lines.filter((line) => !/^#{1,6}\s/.test(line)).map((line) => line.replace(/^[-*+]\s+/, ''));
  const name = id.text.slice(id.text.indexOf('/') + 1).replaceAll('-', ' ');
  return {
    heading: title ?? evidence.headings?.[0] ?? name.charAt(0).toUpperCase() + name.slice(1),
    questions: questions.length ? questions : [question],
    after: [],
  };
}
