import { RATINGS, type Rating } from '../../analyzer/facts/risk-ratings';
import type { RiskPicture } from '../pictures';
import { at, brief, capital, columns, escapeHtml, table, unseen } from './markup';

/** The risks as a matrix, where some are rated both ways, and as the author's list with what is lacking marked. */
export function risksPart(risks: readonly RiskPicture[]): string {
  if (!risks.length) return '';
  const placed = risks.filter(({ rated }) => rated.likelihood && rated.impact);
  return [...(placed.length ? [matrix(risks)] : []), register(risks)].join('\n');
}

/** From little to much, and last where nothing tells; that place only where a risk is rated one way. */
function matrix(risks: readonly RiskPicture[]): string {
  const half = (one: 'likelihood' | 'impact', other: 'likelihood' | 'impact'): boolean => risks.some(({ rated }) => !rated[one] && rated[other]);
  const impacts: readonly (Rating | undefined)[] = [...RATINGS, ...(half('impact', 'likelihood') ? [undefined] : [])];
  const likelihoods: readonly (Rating | undefined)[] = [...[...RATINGS].reverse(), ...(half('likelihood', 'impact') ? [undefined] : [])];
  const rows = likelihoods.map((likelihood) => `<tr><th scope="row">${words(likelihood)}</th>${impacts.map((impact) => cell(risks, likelihood, impact)).join('')}</tr>`);
  return table('matrix', 'Risks by their likelihood (down) and their impact (across)', `<th scope="col">Likelihood</th>${columns(impacts.map((impact) => `${words(impact)}${unseen(' impact')}`))}`, rows);
}

const words = (rating: Rating | undefined): string => (rating ? capital(rating) : 'Not rated');

function cell(risks: readonly RiskPicture[], likelihood: Rating | undefined, impact: Rating | undefined): string {
  const here = risks.flatMap((risk, i) => (risk.rated.likelihood === likelihood && risk.rated.impact === impact && (likelihood || impact) ? [at(risk.line, `${i + 1}${unseen(`: ${brief(risk.name)}`)}`)] : []));
  const heat = likelihood && impact ? ` heat-${RATINGS.indexOf(likelihood) + RATINGS.indexOf(impact)}` : '';
  return `<td class="place${heat}">${here.join(' ') || unseen('none')}</td>`;
}

const COLUMNS = [['Likelihood', 'likelihood'], ['Impact', 'impact'], ['Mitigation', 'mitigation'], ['Owner', 'owner']] as const;

/** Columns that nobody filled are left out; an empty place in the others is the point of it. */
function register(risks: readonly RiskPicture[]): string {
  const used = COLUMNS.filter(([, key]) => risks.some((risk) => risk[key]));
  const rows = risks.map((risk, i) => `<tr><td class="number">${i + 1}</td><th scope="row">${at(risk.line, brief(risk.name))}</th>`
    + `${used.map(([title, key]) => `<td>${risk[key] ? brief(risk[key]) : `<span class="lacking">no ${escapeHtml(title.toLowerCase())}</span>`}</td>`).join('')}</tr>`);
  return table('risks', 'The risks as the document lists them', columns(['No.', 'Risk', ...used.map(([title]) => title)]), rows);
}
