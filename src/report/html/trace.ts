import type { Pictures } from '../pictures';
import { at, brief, columns, escapeHtml, table, unseen } from './markup';

/** More columns are no picture any more, but a list. */
const WIDEST = 14;

type Traced = Pick<Pictures, 'requirements' | 'criteria'>;

/** Which criterion shows which requirement to be met, and what is left over on either side. */
export function tracePart(traced: Traced): string {
  if (!traced.requirements.length) return '';
  const idle = traced.criteria.filter(({ cites }) => !cites.length);
  const left = idle.length ? `<p class="note">${idle.length === 1 ? 'This criterion cites' : 'These criteria cite'} no requirement: ${idle.map(({ id, line }) => at(line, escapeHtml(id))).join(', ')}.</p>` : '';
  return [traced.criteria.length <= WIDEST ? matrix(traced) : criteriaList(traced), left].filter(Boolean).join('\n');
}

const NONE = '<span class="lacking">no criterion</span>';

function matrix({ requirements, criteria }: Traced): string {
  const rows = requirements.map((requirement) => {
    const marks = criteria.map(({ id, cites, line }) => `<td class="mark">${cites.includes(requirement.id) ? at(line, `<span aria-hidden="true">●</span>${unseen(escapeHtml(id))}`) : ''}</td>`);
    return `<tr><th scope="row">${head(requirement)}${criteria.some(({ cites }) => cites.includes(requirement.id)) ? '' : ` ${NONE}`}</th>${marks.join('')}</tr>`;
  });
  return table('trace', 'Requirements, and the criteria that show them to be met', `<th scope="col">Requirement</th>${criteria.map(({ id }) => `<th scope="col" class="mark">${escapeHtml(id)}</th>`).join('')}`, rows);
}

function criteriaList({ requirements, criteria }: Traced): string {
  const rows = requirements.map((requirement) => {
    const those = criteria.filter(({ cites }) => cites.includes(requirement.id)).map(({ id, line }) => at(line, escapeHtml(id)));
    return `<tr><th scope="row">${head(requirement)}</th><td>${those.join(', ') || NONE}</td></tr>`;
  });
  return table('trace', 'Requirements, and the criteria that show them to be met', columns(['Requirement', 'Criteria']), rows);
}

const head = ({ id, text, line }: Traced['requirements'][number]): string => `${at(line, escapeHtml(id))} <span class="words">${brief(text)}</span>`;
