import type { Item } from '../analyzer/item';
import { fails, type FailOn } from './fail-on';
import type { CoverageReport, FindingReport } from './file-report';
import type { Failed, Reporter, Reviewed } from './outcome';
import { plain } from './plain';
import { standingOf } from './standing';
import { areaOf } from './words';

export interface JunitOptions {
  readonly items: readonly Item[];
  /** From this severity on a finding is a failure; below, its case passes and carries the message as output. */
  readonly failOn: FailOn;
}

/**
 * JUnit XML: a suite for each file, a case for each question that the document owes an answer to, and one for each
 * other rule that found something. What was decided, does not apply or is for a human to check is skipped.
 */
export function junitReporter(options: JunitOptions): Reporter {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="spec-review">\n',
    add: (outcome) => ('error' in outcome ? failedSuite(outcome) : suite(outcome, options)),
    end: () => '</testsuites>\n',
  };
}

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly findings: readonly FindingReport[];
  /** Why nothing is said about it; undefined where something is. */
  readonly skipped?: string;
}

function suite(file: Reviewed, { items, failOn }: JunitOptions): string {
  const cases = [...file.coverage.flatMap((c) => questionCase(c, file, items)), ...ruleCases(file)];
  const failing = cases.filter((c) => c.findings.some((f) => fails(f.severity, failOn)));
  const skipped = cases.filter((c) => c.skipped !== undefined);
  return [
    `  <testsuite${attributes({ name: file.path, tests: cases.length, failures: failing.length, errors: 0, skipped: skipped.length })}>`,
    ...cases.map((c) => caseElement(c, file.path, failOn)),
    '  </testsuite>\n',
  ].join('\n');
}

/** None for a gap that is no finding: nothing in the document makes the question due. */
function questionCase(coverage: CoverageReport, { findings }: Reviewed, items: readonly Item[]): Case[] {
  const { item: rule, reason } = coverage;
  const question = items.find((item) => item.id === rule)?.question;
  const name = question ? `${rule}: ${question}` : rule;
  const own = findings.filter((f) => f.rule === rule || f.items?.includes(rule));
  const standing = standingOf(coverage);
  if (own.length || standing === 'answered') return [{ rule, name, findings: own }];
  return standing === 'missing' || standing === 'partly' ? [] : [{ rule, name, findings: [], skipped: `${standing}: ${reason}` }];
}

function ruleCases({ coverage, findings }: Reviewed): Case[] {
  const questions = new Set<string>(coverage.map((c) => c.item));
  const others = findings.filter((f) => !f.items && !questions.has(f.rule));
  return [...new Set(others.map((f) => f.rule))].map((rule) => ({ rule, name: rule, findings: others.filter((f) => f.rule === rule) }));
}

function caseElement({ rule, name, findings, skipped }: Case, path: string, failOn: FailOn): string {
  const told = (f: FindingReport): string => escapeXml(`${path}:${f.start.line}:${f.start.column}: ${f.message}`);
  const failures = findings.filter((f) => fails(f.severity, failOn));
  const children = [
    ...(skipped === undefined ? [] : [`<skipped>${escapeXml(skipped)}</skipped>`]),
    ...failures.map((f) => `<failure${attributes({ type: f.severity, message: f.message })}>${told(f)}</failure>`),
    ...findings.filter((f) => !failures.includes(f)).map((f) => `<system-out>${told(f)}</system-out>`),
  ];
  const head = `    <testcase${attributes({ classname: areaOf(rule), name })}`;
  return children.length ? [`${head}>`, ...children.map((child) => `      ${child}`), '    </testcase>'].join('\n') : `${head}/>`;
}

const failedSuite = ({ path, error }: Failed): string => [
  `  <testsuite${attributes({ name: path, tests: 1, failures: 0, errors: 1, skipped: 0 })}>`,
  `    <testcase${attributes({ classname: 'file', name: 'can be reviewed' })}>`,
  `      <error${attributes({ message: `${path} ${error}` })}/>`,
  '    </testcase>',
  '  </testsuite>\n',
].join('\n');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`).join('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 cannot hold, not even escaped, beside control characters: halves of surrogate pairs, two non-characters. */
const UNSPEAKABLE = /[\ufffe\uffff]|\p{Cs}/gu;

const escapeXml = (text: string): string => plain(text).replace(UNSPEAKABLE, '').replace(/[&<>"']/g, (c) => ENTITIES[c]!);
