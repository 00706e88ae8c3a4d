import type { Area, Item, Priority, Profile, Severity, Stage } from '../analyzer/item';
import type { Coverage, Finding, Review } from '../analyzer/review';
import type { Outcome, Reporter, Reviewed } from './outcome';
import { plain } from './plain';
import { positions, type Positions } from './position';
import { isSettled, STANDINGS, standingOf } from './standing';
import { style, type Style } from './style';
import { count, emptyTally, findingCounts, summary } from './tally';
import { wrap } from './wrap';

export interface PrettyOptions {
  readonly items: readonly Item[];
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** `short` shows of each file the three findings that matter; for many files. */
  readonly detail: 'full' | 'short';
}

const KINDS: Readonly<Record<Profile, string>> = { kep: 'KEP', rfc: 'RFC', design: 'design doc', prd: 'PRD', adr: 'ADR' };
const STAGES: Readonly<Record<Stage, string>> = { draft: 'draft', 'in-review': 'in review', accepted: 'accepted', done: 'done' };
const GROUPS: readonly (readonly [Priority, string])[] = [['blocker', 'Also blocking'], ['should', 'Should be answered'], ['could', 'Could be answered']];
const THAT_MATTER = ['', 'The one that matters', 'The two that matter', 'The three that matter'];
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

function fileLines({ path, text, review }: Reviewed, options: PrettyOptions, paint: Style): string[] {
  const at = positions(text);
  const settled = review.coverage.filter(isSettled).length;
  const brief = review.brief.flatMap((rule) => review.findings.find((f) => f.rule === rule) ?? []);
  const show = (findings: readonly Finding[]): string[] => findings.flatMap((f) => findingLines(f, at, options.width, paint));
  const section = (title: string, lines: readonly string[]): string[] => (lines.length ? ['', `  ${paint.bold(title)}`, ...lines] : []);
  const head = [
    `${paint.bold(plain(path))}  ${KINDS[review.profile]}, ${review.stage ? STAGES[review.stage] : 'stage unknown'}`,
    ...wrap(`${settled} of ${review.coverage.length} questions answered or decided; ${findingCounts(countPriorities(review))}`, options.width - 2).map((l) => `  ${l}`),
    ...section(THAT_MATTER[brief.length] ?? '', show(brief)),
  ];
  if (options.detail === 'short') return head;
  const others = review.findings.filter((f) => !brief.includes(f));
  return [
    ...head,
    ...GROUPS.flatMap(([priority, title]) => section(title, show(others.filter((f) => f.priority === priority)))),
    ...section('All questions, with the line of the best answer', coverageLines(review, at, options.width, paint)),
    ...section('Answered well', wellAnswered(review, options.items).flatMap((c) => answerLines(c, at, options.width, paint))),
  ];
}

function countPriorities({ findings }: Review): Record<Priority, number> {
  const counts = { blocker: 0, should: 0, could: 0 };
  for (const { priority } of findings) counts[priority]++;
  return counts;
}

const SEVERITY_COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = { error: 'red', warning: 'yellow', info: 'blue' };

function findingLines(finding: Finding, at: Positions, width: number, paint: Style): string[] {
  const severity = paint[SEVERITY_COLOURS[finding.severity]](finding.severity.padEnd(7));
  return [`  ${place(finding.at.start, at)}  ${severity}  ${finding.rule}`, ...beside('', finding.message, width)];
}

function answerLines({ item, reason, evidence }: Coverage, at: Positions, width: number, paint: Style): string[] {
  return [`  ${place(evidence[0]!.start, at)}  ${paint.green('answer ')}  ${item}`, ...beside('', reason, width).map(paint.dim)];
}

function place(offset: number, at: Positions): string {
  const { line, column } = at.point(offset);
  return `${line}:${column}`.padStart(6);
}

/** `text` wrapped in the columns behind the margin, whose first line holds `label`. */
function beside(label: string, text: string, width: number): string[] {
  const indent = label ? MARGIN + 2 : 10;
  return wrap(plain(text), width - indent).map((line, i) => `${(i ? '' : `  ${label}`).padEnd(indent)}${line}`);
}

/** A line for each area: how many questions stand how, and which. */
function coverageLines(review: Review, at: Positions, width: number, paint: Style): string[] {
  const areas = new Map<Area, Coverage[]>();
  for (const c of review.coverage) {
    const area = c.item.split('/')[0] as Area;
    areas.set(area, [...(areas.get(area) ?? []), c]);
  }
  return [...areas].flatMap(([area, coverage]) => {
    const [first = '', ...rest] = beside(area, STANDINGS.flatMap((s) => standingWords(s, coverage, at)).join('; '), width);
    return [first.replace(area, paint.cyan(area)), ...rest];
  });
}

/** "2 answered: contract 40, errors 88", or nothing where no question stands so. */
function standingWords(standing: (typeof STANDINGS)[number], coverage: readonly Coverage[], at: Positions): string[] {
  const those = coverage.filter((c) => standingOf(c) === standing);
  const names = those.map((c) => {
    const best = standing === 'missing' ? undefined : c.evidence[0] ?? c.closest;
    const name = c.item.slice(c.item.indexOf('/') + 1);
    return best ? `${name} ${at.point(best.start).line}` : name;
  });
  return those.length ? [`${those.length} ${standing}: ${names.join(', ')}`] : [];
}

/** The three answers that are worth most: the weightiest questions, the surest first. Decisions are no answers. */
function wellAnswered({ coverage }: Review, items: readonly Item[]): readonly Coverage[] {
  const weight = (c: Coverage): number => items.find((item) => item.id === c.item)?.weight ?? 0;
  return coverage
    .filter((c) => standingOf(c) === 'answered' && !c.decision && c.evidence.length > 0)
    .sort((a, b) => weight(b) - weight(a) || b.confidence - a.confidence)
    .slice(0, 3);
}
