import type { Item } from '../analyzer/item';
import { changeWords, leftOut, wonAndLost, type Changes, type QuestionChange } from './changes';
import { byArea, countPriorities, openings, wellAnswered } from './digest';
import type { CoverageReport, FileReport, FindingReport } from './file-report';
import { ruleUrl } from './links';
import type { Reporter } from './outcome';
import { plain } from './plain';
import type { Range } from './position';
import { isSettled, standingOf, type Standing } from './standing';
import { count, emptyTally, findingCounts, summary } from './tally';
import { areaName, KINDS, nameOf, stageWords, THAT_MATTER } from './words';

export interface MarkdownOptions {
  readonly items: readonly Item[];
  /** The address of a line of a file, so that the report can be read away from the files. */
  lineUrl(path: string, line: number): string;
}

const COLUMNS: readonly (readonly [string, readonly Standing[]])[] = [
  ['Answered or decided', ['answered', 'accepted', 'not applicable']], ['Partly', ['partly']], ['Missing', ['missing']], ['For you to check', ['to check']],
];

/** What a pull request's comment or a job's summary shows: what matters, the other gaps, how each area stands. */
export function markdownReporter(options: MarkdownOptions): Reporter {
  const tally = emptyTally();
  return {
    start: () => '# Spec review\n\n',
    add(outcome) {
      count(tally, outcome);
      if ('error' in outcome) return `## ${escapeMarkdown(outcome.path)}\n\nNot reviewed: the file ${escapeMarkdown(outcome.error)}.\n\n`;
      return `${fileParts(outcome, options).filter(Boolean).join('\n\n')}\n\n`;
    },
    end: () => (tally.files + tally.failed ? `---\n\n${summary(tally)}\n` : 'No spec was reviewed.\n'),
  };
}

function fileParts(file: FileReport, options: MarkdownOptions): string[] {
  const { first, others } = openings(file);
  const settled = file.coverage.filter(isSettled).length;
  const well = wellAnswered(file, options.items);
  return [
    `## ${escapeMarkdown(file.path)}`,
    `${capital(KINDS[file.profile])}, ${stageWords(file.stage)}. **${capital(findingCounts(countPriorities(file)))}**; ${settled} of ${file.coverage.length} questions answered or decided.`,
    list(THAT_MATTER[first.length]!, '1.', first.map((f) => finding(f, file.path, options))),
    ...(file.changes ? changesParts(file.changes) : []),
    list('Other gaps', '-', others.map((f) => finding(f, file.path, options))),
    areaTable(file.coverage),
    list('Answered well', '-', well.map((c) => `${rule(c.item)}, ${line(c.evidence[0]!, file.path, options)}: ${escapeMarkdown(c.reason)}`)),
  ];
}

function changesParts(changes: Changes): string[] {
  const { won, lost, moved } = wonAndLost(changes);
  const line = (word: string) => ({ item, before, now }: QuestionChange): string => `${word}: ${rule(item)}, ${before} then, ${now} now`;
  return [
    `### What changed since ${escapeMarkdown(changes.since)}\n\n${changeWords(changes)}`,
    [...lost.map(line('Lost')), ...won.map(line('Won')), ...moved.map(line('Moved'))].map((entry) => `- ${entry}`).join('\n'),
    escapeMarkdown(leftOut(changes)),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const list = (title: string, mark: string, entries: readonly string[]): string => (entries.length ? `### ${title}\n\n${entries.map((e) => `${mark} ${e}`).join('\n')}` : '');

const finding = (f: FindingReport, path: string, options: MarkdownOptions): string =>
  `**${f.severity}** ${rule(f.rule)}, ${line(f, path, options)}: ${escapeMarkdown(f.message)}`;

const rule = (id: string): string => `[${escapeMarkdown(id)}](${ruleUrl(id)})`;
const line = ({ start }: Range, path: string, { lineUrl }: MarkdownOptions): string => `[line ${start.line}](<${lineUrl(path, start.line)}>)`;

function areaTable(coverage: readonly CoverageReport[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = [...byArea(coverage)].map(([area, those]) => row([escapeMarkdown(areaName(area)), ...COLUMNS.map(([, standings], i) => cell(those.filter((c) => standings.includes(standingOf(c))), i > 0))]));
  return ['### How each area stands', '', row(['Area', ...COLUMNS.map(([title]) => title)]), row(['---', ...COLUMNS.map(() => '---')]), ...rows].join('\n');
}

/** "3", or "2: errors, limits" where one wants to know which. */
function cell(those: readonly CoverageReport[], isNamed: boolean): string {
  if (!isNamed || !those.length) return String(those.length || '–');
  return `${those.length}: ${those.map((c) => escapeMarkdown(nameOf(c.item))).join(', ')}`;
}

/**
 * One line of text as itself: no markup, no mention of a person and no reference to an issue, which would notify
 * those concerned. The empty comment keeps `@` and `#` apart from the name behind them, and shows nothing.
 */
export const escapeMarkdown = (text: string): string =>
  plain(text).replace(/[\\`*_[\]<>|~!&$]/g, '\\$&').replace(/([@#])(?=\w)/g, '$1<!-- -->').trim();
