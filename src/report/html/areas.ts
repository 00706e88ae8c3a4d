import { byArea } from '../digest';
import type { CoverageReport } from '../file-report';
import { standingOf } from '../standing';
import { areaName } from '../words';
import { PARTS } from './looks';
import { escapeHtml, key, table } from './markup';

/** How the questions of each area stand: in a bar, and in figures. */
export function areaTable(coverage: readonly CoverageReport[]): string {
  const heads = PARTS.map(({ title, look }) => `<th scope="col" class="count">${key(look)}${title}</th>`);
  const rows = [...byArea(coverage)].map(([area, those]) => {
    const counts = PARTS.map(({ standings }) => those.filter((c) => standings.includes(standingOf(c))).length);
    const cells = counts.map((n) => `<td class="count">${n || '–'}</td>`);
    return `<tr><th scope="row">${escapeHtml(areaName(area))}</th><td class="picture">${bar(counts)}</td>${cells.join('')}</tr>`;
  });
  return table('areas', 'Number of questions, by how they stand', `<th scope="col">Area</th><td></td>${heads.join('')}`, rows);
}

/** A bar of the counts one after another; the table beside it says the same in figures. */
function bar(counts: readonly number[]): string {
  let from = 0;
  const parts = counts.map((n, i) => (n ? `<rect class="${PARTS[i]!.look}" x="${(from += n) - n}" width="${n}" height="1"/>` : ''));
  return `<svg viewBox="0 0 ${from} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.join('')}</svg>`;
}
