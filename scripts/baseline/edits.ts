import type { Finding, Review } from '../../src/analyzer/review';
import { reviewer } from '../../src/index';
import { foundIn, reviewWithout } from '../../src/report/known';

/** What went wrong with one edit. */
export interface Broken {
  readonly spec: string;
  readonly edit: string;
  /** `rule: line` of what the baseline should have hidden, or should not have. */
  readonly reappeared: readonly string[];
  readonly hidden: readonly string[];
}

export interface Outcome {
  readonly edits: number;
  /** Edits that planted something which a review of the whole document reports. */
  readonly planted: number;
  /** Findings that a baseline had to hide, over all edits. */
  readonly known: number;
  readonly broken: readonly Broken[];
}

/** It neither lacks anything nor answers a question. */
const NEUTRAL = 'The ferry to the island is blue, and the harbour has a small kiosk with newspapers.';
/** Reported wherever it stands, and by no question of the checklist. */
const PLANTED = 'The colour of the second ferry is TBD.';
const PLANTED_RULE = 'wording/placeholder';
const OPTIONS = { rules: { 'wording/*': 'info', 'consistency/*': 'info' }, today: '2026-01-31' } as const;

/**
 * Edits specs at random, each time elsewhere than where something was found, and looks at what a baseline of the text
 * before then hides. What was found is known again by its rule and its line, not by what the baseline knows it by.
 * @param specs texts by name
 * @param seed the same edits for the same seed
 */
export function checkBaselines(specs: ReadonlyMap<string, string>, edits: number, seed = 1): Outcome {
  const next = chance(seed);
  const names = [...specs.keys()];
  const broken: Broken[] = [];
  let planted = 0, knownCount = 0;
  for (let i = 0; i < edits; i++) {
    const spec = names[i % names.length]!, before = specs.get(spec)!;
    const door = reviewer();
    const first = door.review(before, OPTIONS);
    const marks = new Set(marksOf(first, before));
    knownCount += marks.size;
    const known = foundIn(door, { text: before, options: OPTIONS });
    const { text, name, plants } = edited(before, first, next);
    const whole = marksOf(door.review(text, OPTIONS), text);
    const shown = marksOf(reviewWithout(door, { text, options: OPTIONS }, known), text);
    const isOnce = (mark: string) => !mark.includes(': ') || (times(before, mark) === 1 && times(text, mark) === 1);
    const reappeared = shown.filter((mark) => marks.has(mark) && isOnce(mark));
    const plant = `${PLANTED_RULE}: ${PLANTED}`;
    const isPlanted = plants && whole.includes(plant);
    if (isPlanted) planted++;
    const hidden = isPlanted && !shown.includes(plant) ? [plant] : [];
    if (reappeared.length || hidden.length) broken.push({ spec, edit: name, reappeared, hidden });
  }
  return { edits, planted, known: knownCount, broken };
}

/** Of a gap the question, of any other finding the rule and the line of each of its places. */
function marksOf({ findings, coverage }: Review, text: string): string[] {
  const questions = new Set<string>(coverage.map(({ item }) => item));
  const places = ({ rule, at, items, members }: Finding): readonly string[] =>
    questions.has(rule) ? [rule] : rule.endsWith('/*') ? items ?? [] : (members ?? [{ at }]).map((one) => `${rule}: ${lineAt(text, one.at.start)}`);
  return findings.flatMap(places);
}

const lineAt = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0]!.trim();
const times = (text: string, mark: string): number => text.split('\n').filter((line) => line.trim() === mark.slice(mark.indexOf(': ') + 2)).length;

/** A text with one random edit that touches no line of a finding. */
function edited(text: string, review: Review, next: () => number): { text: string; name: string; plants: boolean } {
  const lines = text.split('\n');
  const gaps = boundaries(lines);
  const at = gaps[Math.floor(next() * gaps.length)] ?? lines.length;
  const insert = (...added: string[]) => [...lines.slice(0, at), '', ...added, '', ...lines.slice(at)].join('\n');
  const kind = Math.floor(next() * 6);
  switch (kind) {
    case 0: return { name: `a paragraph at line ${at + 1}`, text: insert(NEUTRAL), plants: false };
    case 1: return { name: `a section at the end`, text: `${text.trimEnd()}\n\n## The ferry\n\n${NEUTRAL}\n`, plants: false };
    case 2: return { name: `a fence at line ${at + 1}`, text: insert('```text', NEUTRAL, '```'), plants: false };
    case 3: return { name: `a paragraph less at line ${at + 1}`, text: withoutParagraph(lines, at, review, text), plants: false };
    case 4: return { name: `blank lines at line ${at + 1}`, text: insert('', ''), plants: false };
    default: return { name: `a defect at line ${at + 1}`, text: insert(PLANTED), plants: true };
  }
}

/** Lines that are blank between paragraphs: outside of fences, front matter, comments, lists and tables. */
function boundaries(lines: readonly string[]): number[] {
  let fence = '', isComment = false;
  const front = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines.flatMap((line, i) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (mark && mark[0] === fence[0] && mark.length >= fence.length) fence = '';
    if (line.includes('<!--')) isComment = true;
    if (line.includes('-->')) isComment = false;
    const isInside = fence || isComment || i <= front || /^\s|^[-*+>|]|^\d+[.)]/.test(lines[i + 1] ?? '') || /^\s|^[-*+>|]|^\d+[.)]/.test(lines[i - 1] ?? '');
    return line.trim() === '' && !isInside ? [i] : [];
  });
}

/** Takes out the paragraph behind a boundary, unless it is a heading or something was found in it. */
function withoutParagraph(lines: readonly string[], at: number, { findings }: Review, text: string): string {
  const end = lines.findIndex((line, i) => i > at && line.trim() === '');
  const [from, to] = [lines.slice(0, at + 1), lines.slice(0, end)].map((part) => part.join('\n').length) as [number, number];
  const isFound = findings.some((f) => [...(f.members ?? [f])].some((one) => one.at.start <= to && one.at.end >= from));
  const isPlain = lines.slice(at + 1, end).every((line) => /^[\p{L}(]/u.test(line)) && !/^(?:=+|-+)$/.test(lines[at + 2] ?? '');
  return end < 0 || isFound || !isPlain ? text : [...lines.slice(0, at), ...lines.slice(end)].join('\n');
}

/** Numbers in [0, 1) that are the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}
