import type { Item } from '../../analyzer/item';
import type { CoverageReport } from '../file-report';
import { standingOf } from '../standing';
import { standingMark } from './looks';
import { at, cells, columns, escapeHtml, ruleLink, table } from './markup';

/** What the authors decided in the document, why, who answers for it and until when. */
export function decisionTable(coverage: readonly CoverageReport[]): string {
  const rows = coverage.flatMap(({ item, decision }) => (decision
    ? `<tr><th scope="row">${ruleLink(item)}</th>${cells([decision.verb, decision.reason, decision.owner ?? '–', decision.until ?? '–'])}<td>${at(decision.start.line, String(decision.start.line))}</td></tr>`
    : []));
  return rows.length ? table('decisions', 'What the authors decided in the document', columns(['Question', 'Decision', 'Reason', 'Owner', 'Until', 'Line']), rows) : '';
}

export function questionTable(coverage: readonly CoverageReport[], items: readonly Item[]): string {
  const rows = coverage.map((c) => {
    const question = items.find(({ id }) => id === c.item)?.question ?? c.item;
    const places = (c.evidence.length ? c.evidence : c.closest ? [c.closest] : []).map(({ start }) => start.line);
    return `<tr><th scope="row">${escapeHtml(question)}<br>${ruleLink(c.item)}</th><td class="standing">${standingMark(standingOf(c))}</td>`
      + `<td>${escapeHtml(c.reason)}</td><td class="lines">${[...new Set(places)].map((line) => at(line, String(line))).join(', ') || '–'}</td></tr>`;
  });
  return table('questions', 'How every question stands, why, and the lines that tell', columns(['Question', 'Standing', 'Why', 'Lines']), rows);
}
