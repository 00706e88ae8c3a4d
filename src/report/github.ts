import type { Severity } from '../analyzer/item';
import type { FindingReport } from './file-report';
import type { Reporter } from './outcome';
import { plain } from './plain';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, one a line, that GitHub Actions shows beside the lines of a pull request. */
export const githubReporter = (): Reporter => ({
  start: () => '',
  add(outcome) {
    if ('error' in outcome) return command('error', { file: outcome.path }, `${outcome.path} ${outcome.error}`);
    return outcome.findings.map((finding) => annotation(outcome.path, finding)).join('');
  },
  end: () => '',
});

function annotation(file: string, { severity, rule, message, start, end }: FindingReport): string {
  // Columns are allowed on a single line only.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return command(COMMANDS[severity], { file, line: start.line, endLine: end.line, ...columns, title: rule }, message);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(',')}::${data(message)}\n`;
}

/** Nothing a document holds may start a line: it would be read as a command. */
const data = (text: string): string => plain(text).replaceAll('%', '%25');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
