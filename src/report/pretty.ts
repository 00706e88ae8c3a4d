import type { Item, Priority, Severity } from '../analyzer/item';
import { byArea, countPriorities, openings, wellAnswered } from './digest';
import type { CoverageReport, FileReport, FindingReport } from './file-report';
import type { Outcome, Reporter } from './outcome';
import { plain } from './plain';
import type { Point } from './position';
import { isSettled, STANDINGS, standingOf } from './standing';
import { style, type Style } from './style';
import { count, emptyTally, findingCounts, summary } from './tally';
import { KINDS, nameOf, stageWords, THAT_MATTER } from './words';
import { wrap } from './wrap';

export interface PrettyOptions {
  readonly items: readonly Item[];
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** `short` shows of each file the three findings that matter; for many files. */
  readonly detail: 'full' | 'short';
}

const GROUPS: readonly (readonly [Priority, string])[] = [['blocker', 'Also blocking'], ['should', 'Should be answered'], ['could', 'Could be answered']];
/** Columns of an area's name, and of a place, in front of what is wrapped beside them. */
const MARGIN = 17;

/** What one reads in a terminal: what matters first, then the other gaps, then how each area stands. */
export function prettyReporter(options: PrettyOptions): Reporter {
  const paint = style(options.colour);
  const tally = emptyTally();
  return {
    start: () => '',
    add(outcome: Outcome) {
      count(tally, outcome);
      // What could not be reviewed is told where errors go, and counted in the end.
      return 'error' in outcome ? '' : `${fileLines(outcome, options, paint).join('\n')}\n\n`;
    },
    end: () => tally.files === 0 ? '' : `${paint.bold(summary(tally))}\n${options.detail === 'short' ? 'Name a single file to see all of its findings and how every question stands.\n' : ''}`,
  };
}

function fileLines(file: FileReport, options: PrettyOptions, paint: Style): string[] {
  const settled = file.coverage.filter(isSettled).length;
  const { first, others } = openings(file);
  const show = (findings: readonly FindingReport[]): string[] => findings.flatMap((f) => findingLines(f, options.width, paint));
  const section = (title: string, lines: readonly string[]): string[] => (lines.length ? ['', `  ${paint.bold(title)}`, ...lines] : []);
  const head = [
    `${paint.bold(plain(file.path))}  ${KINDS[file.profile]}, ${stageWords(file.stage)}`,
    ...wrap(`${settled} of ${file.coverage.length} questions answered or decided; ${findingCounts(countPriorities(file))}`, options.width - 2).map((l) => `  ${l}`),
    ...section(THAT_MATTER[first.length] ?? '', show(first)),
  ];
  if (options.detail === 'short') return head;
  return [
    ...head,
    ...GROUPS.flatMap(([priority, title]) => section(title, show(others.filter((f) => f.priority === priority)))),
    ...section('All questions, with the line of the best answer', coverageLines(file, options.width, paint)),
    ...section('Answered well', wellAnswered(file, options.items).flatMap((c) => answerLines(c, options.width, paint))),
  ];
}

const SEVERITY_COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = { error: 'red', warning: 'yellow', info: 'blue' };

function findingLines(finding: FindingReport, width: number, paint: Style): string[] {
  const severity = paint[SEVERITY_COLOURS[finding.severity]](finding.severity.padEnd(7));
  return [`  ${place(finding.start)}  ${severity}  ${finding.rule}`, ...beside('', finding.message, width), ...(finding.elsewhere ?? []).flatMap((other) => beside('', `${other.message}: ${other.path}:${other.start.line}:${other.start.column}`, width).map(paint.dim))];
}

function answerLines({ item, reason, evidence }: CoverageReport, width: number, paint: Style): string[] {
  return [`  ${place(evidence[0]!.start)}  ${paint.green('answer ')}  ${item}`, ...beside('', reason, width).map(paint.dim)];
}

const place = ({ line, column }: Point): string => `${line}:${column}`.padStart(6);

/** `text` wrapped in the columns behind the margin, whose first line holds `label`. */
function beside(label: string, text: string, width: number): string[] {
  const indent = label ? MARGIN + 2 : 10;
  return wrap(plain(text), width - indent).map((line, i) => `${(i ? '' : `  ${label}`).padEnd(indent)}${line}`);
}

/** A line for each area: how many questions stand how, and which. */
function coverageLines(file: FileReport, width: number, paint: Style): string[] {
  return [...byArea(file.coverage)].flatMap(([area, coverage]) => {
    const [first = '', ...rest] = beside(area, STANDINGS.flatMap((s) => standingWords(s, coverage)).join('; '), width);
    return [first.replace(area, paint.cyan(area)), ...rest];
  });
}

/** "2 answered: contract 40, errors 88", or nothing where no question stands so. */
function standingWords(standing: (typeof STANDINGS)[number], coverage: readonly CoverageReport[]): string[] {
  const those = coverage.filter((c) => standingOf(c) === standing);
  const names = those.map((c) => {
    const best = standing === 'missing' ? undefined : c.evidence[0] ?? c.closest;
    return best ? `${nameOf(c.item)} ${best.start.line}` : nameOf(c.item);
  });
  return those.length ? [`${those.length} ${standing}: ${names.join(', ')}`] : [];
}
