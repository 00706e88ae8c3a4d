import { addBulk, addLine, BULK_NAMES, largest, noBulk, type Bulk } from './bulk';
import { behindLineEnding, lineEnd } from './cut';
import { wholeAt, type Span } from '../span';

/**
 * Tells texts that would keep the parser busy for seconds from what people write, by their shape and before they are
 * parsed. What it takes to parse a text grows with the square of how deeply blocks nest, how many signs of inline
 * markup one paragraph holds, and how many lines continue a list item or quote; everything else takes its time each.
 */
export interface Complexity {
  /** Estimated from what is known to take long; one unit takes about a microsecond. */
  readonly cost: number;
  /** The beginning of what adds most to it, within one line; relative to the text. */
  readonly at: Span;
  /** What there is too much of, as the start of a clause: "4,000 rows in one table". */
  readonly what: string;
}

/** A document may cost this much, which is three times what the most intricate of real ones do. */
export const TOO_COMPLEX = 500_000;

/** So much of each is ordinary and costs nothing extra. */
const ORDINARY = { depth: 10, signs: 100, lines: 100, rows: 100 } as const;
type Measure = keyof typeof ORDINARY;
const WEIGHT: Readonly<Record<Measure, number>> = { depth: 4, signs: 1, lines: 1, rows: 50 };
const POWER: Readonly<Record<Measure, number>> = { depth: 2, signs: 2, lines: 2, rows: 1 };
const NAMES: Readonly<Record<Measure, string>> = {
  depth: 'levels of lists and quotes in one line', signs: 'signs of markup in one paragraph', lines: 'lines in one list item or quote', rows: 'rows in one table',
};

/** A finding marks no more of a line. */
const MARKED = 80;

/** A run of backticks is looked for up to the end of the paragraph, the more often the more lengths there are; so each counts. */
const SIGNS = /\[|\]|[*_]+|`|~+|<|!\[/g;
const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** A line that only says where links lead, which takes no longer the more of them there are. */
const DEFINITION = /^ {0,3}\[[^\]]+\]: ?\S/;

/** A paragraph, list item or table on the way through the text. */
interface Run {
  readonly at: Span;
  /** Whether every line so far is a definition; behind another line they are references. */
  defines: boolean;
  readonly counts: Record<Exclude<Measure, 'depth'>, number>;
  cost: number;
}

/** What costs something. */
interface Source {
  readonly cost: number;
  readonly at: Span;
  readonly measure: Measure;
  readonly count: number;
}

interface Scan {
  run: Run | undefined;
  cost: number;
  readonly bulk: Bulk;
  worst: Source | undefined;
  /** How deep the last line was nested. */
  depth: number;
  inContainer: boolean;
}

/** What is hard to parse in `text`; undefined where nothing is. Takes time linear in its length. */
export function complexity(text: string): Complexity | undefined {
  const scan: Scan = { run: undefined, cost: 0, bulk: noBulk(), worst: undefined, depth: 0, inContainer: false };
  let fence: { readonly mark: string; readonly indent: number; readonly at: Span; lines: number } | undefined;
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const indent = line.search(/[^ \t]/);
    const mark = FENCE.exec(line)?.[1];
    const span = { start: at, end: Math.min(end, wholeAt(text, at + MARKED)) };
    if (fence) {
      fence.lines++;
      // A line that is indented less ends the list item that the fence stands in.
      if (mark?.startsWith(fence.mark) || (indent >= 0 && indent < fence.indent)) fence = undefined;
    } else if (mark) fence = { mark, indent, at: span, lines: 0 };
    else measure(scan, line, indent, span);
    at = behindLineEnding(text, end);
  }
  // One that is closed is set aside before the text is parsed.
  if (fence) addBulk(scan.bulk, 'fenced', fence.lines, fence.at);
  return summary(scan);
}

function summary({ cost, worst, bulk }: Scan): Complexity | undefined {
  const most = largest(bulk);
  if (worst && worst.cost >= (most?.cost ?? 0)) return { cost: cost + bulk.cost, at: worst.at, what: amount(worst.count, NAMES[worst.measure]) };
  return most && { cost: cost + bulk.cost, at: most.at, what: `${amount(most.count, BULK_NAMES[most.kind])} in one section` };
}

const amount = (count: number, name: string): string => `${count.toLocaleString('en')} ${name}`;

function measure(scan: Scan, line: string, indent: number, at: Span): void {
  if (indent < 0) {
    scan.run = undefined;
    scan.inContainer = false;
    return;
  }
  const markers = countContainers(line);
  scan.depth = Math.min(indent >> 1, scan.depth + 1) + markers;
  const deep = excess('depth', scan.depth);
  if (deep > 0) charge(scan, deep, { cost: deep, at, measure: 'depth', count: scan.depth });
  scan.inContainer ||= markers > 0;
  const begins = markers > 0 || !scan.run;
  if (begins) scan.run = { at, defines: true, counts: { signs: 0, lines: 0, rows: 0 }, cost: 0 };
  const run = scan.run!;
  run.defines &&= DEFINITION.test(line);
  const isRow = line.includes('|'), signs = line.match(SIGNS)?.length ?? 0;
  addLine(scan.bulk, { text: line, at, begins, markers, signs, isRow, isDefinition: run.defines });
  if (run.defines) return;
  count(run.counts, isRow, signs, scan.inContainer);
  const most = (['signs', 'lines', 'rows'] as const).reduce((a, b) => (excess(b, run.counts[b]) > excess(a, run.counts[a]) ? b : a));
  const cost = Math.max(run.cost, excess(most, run.counts[most]));
  if (cost > run.cost) charge(scan, cost - run.cost, { cost, at: run.at, measure: most, count: run.counts[most] });
  run.cost = cost;
}

function count(counts: Run['counts'], isRow: boolean, signs: number, inContainer: boolean): void {
  counts.lines = inContainer ? counts.lines + 1 : 0;
  counts.rows = isRow ? counts.rows + 1 : 0;
  // Each row is tokenised by itself.
  counts.signs = (isRow ? 0 : counts.signs) + signs;
}

const excess = (measure: Measure, found: number): number => WEIGHT[measure] * Math.max(0, found - ORDINARY[measure]) ** POWER[measure];

function charge(scan: Scan, cost: number, source: Source): void {
  scan.cost += cost;
  if (!scan.worst || source.cost > scan.worst.cost) scan.worst = source;
}

function countContainers(line: string): number {
  let count = 0;
  CONTAINER.lastIndex = 0;
  while (CONTAINER.test(line)) count++;
  return count;
}
