import { parseDecisions } from '../analyzer/decisions';
import type { Spec } from '../analyzer/spec';
import type { Decision } from '../analyzer/review';
import { decisionReport } from './file-report';
import type { Failed } from './outcome';
import { plain } from './plain';
import { positions, type Range } from './position';
import { style } from './style';
import { some } from './tally';
import { TOOL } from './tool';
import { wrap } from './wrap';

/** What the authors of one document decided in it. */
export interface DecisionList {
  readonly path: string;
  readonly decisions: readonly ListedDecision[];
  /** Comments that decide nothing, and why. */
  readonly unreadable: readonly (Range & { readonly message: string })[];
}

export type ListedDecision = Omit<Decision, 'span'> & Range & {
  /** Past its date: it decides nothing any more. */
  readonly expired: boolean;
};

/**
 * The decisions in a document, in the order of the text.
 * @param items ids that a decision may name
 * @param today YYYY-MM-DD
 */
export function listDecisions(path: string, spec: Spec, items: ReadonlySet<string>, today: string): DecisionList {
  const at = positions(spec.text);
  const { decisions, problems } = parseDecisions(spec, items);
  return {
    path,
    decisions: [...decisions].sort((a, b) => a.span.start - b.span.start)
      .map((decision) => ({ ...decisionReport(decision, at), expired: decision.until !== undefined && decision.until < today })),
    unreadable: problems.map(({ message, at: span }) => ({ message, ...at.range(span) })),
  };
}

export const jsonDecisions = (lists: readonly (DecisionList | Failed)[]): string => `${JSON.stringify({ version: 1, tool: TOOL, files: lists }, null, 2)}\n`;

const VERBS: Readonly<Record<Decision['verb'], string>> = { accept: 'accepted', answered: 'answered', 'not-applicable': 'not applicable' };

/** Documents without decisions are left out; the last line counts them all. */
export function prettyDecisions(lists: readonly DecisionList[], { colour, width }: { colour: boolean; width: number }): string {
  const paint = style(colour);
  const indented = (text: string): string[] => wrap(plain(text), width - 4).map((line) => `    ${line}`);
  const files = lists.filter((l) => l.decisions.length + l.unreadable.length > 0).map(({ path, decisions, unreadable }) => [
    paint.bold(plain(path)),
    ...decisions.flatMap((d) => [`  ${d.start.line}  ${d.item}  ${heading(d)}${d.expired ? paint.red(', expired') : ''}`, ...indented(d.reason)]),
    ...unreadable.flatMap((u) => [`  ${u.start.line}  ${paint.yellow('decides nothing')}`, ...indented(u.message)]),
    '',
  ].join('\n'));
  const all = lists.flatMap((l) => l.decisions);
  const expired = all.filter((d) => d.expired).length;
  return [...files, `${some(all.length, 'decision')} in ${some(lists.length, 'file')}${expired ? `, ${expired} expired` : ''}.\n`].join('\n');
}

const heading = ({ verb, until, owner }: ListedDecision): string =>
  plain([VERBS[verb], owner && `by ${owner}`, until && `until ${until}`].filter(Boolean).join(' '));
