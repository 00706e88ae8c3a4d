import type { PlanPicture, StepPicture } from '../pictures';
import { at, brief, columns, escapeHtml, table } from './markup';

/** More marks than these cannot be told apart. */
const MARKS = 9;
const DAY = 86_400_000;

/** What is shown, in days since 1970: whole months. */
interface Scale {
  readonly from: number;
  readonly to: number;
  /** Days at which a month, quarter or year begins, and what it is called. */
  readonly marks: readonly { readonly at: number; readonly name: string }[];
}

/** The steps of each plan on one time line; a step without a date stands there without a bar. */
export function planPart(plans: readonly PlanPicture[]): string {
  const days = plans.flatMap(({ steps }) => steps.flatMap((step) => step.days ?? []));
  if (days.length < 2) return '';
  const scale = scaleOf(days.map(({ from }) => from).sort()[0]!, days.map(({ to }) => to).sort().at(-1)!);
  const hasOwners = plans.some(({ steps }) => steps.some(({ owner }) => owner));
  const width = 3 + Number(hasOwners);
  const rows = plans.flatMap(({ heading, steps }) => [
    ...(plans.length > 1 ? [`<tr class="group"><th scope="colgroup" colspan="${width}">${escapeHtml(heading)}</th></tr>`] : []),
    ...steps.map((step) => row(step, scale, hasOwners)),
  ]);
  return table('plan', 'The dated steps of the plan', `<th scope="col">Step</th><td class="time">${axis(scale)}</td>${columns(['When', ...(hasOwners ? ['Who'] : [])])}`, rows);
}

function row({ name, line, days, when, owner }: StepPicture, scale: Scale, hasOwners: boolean): string {
  return `<tr><th scope="row">${at(line, brief(name))}</th><td class="time">${picture(days, scale)}</td><td class="when">${when ? escapeHtml(when) : '<span class="lacking">no date</span>'}</td>${hasOwners ? `<td class="who">${brief(owner) || '–'}</td>` : ''}</tr>`;
}

const SVG = '<svg width="100%" height="20" aria-hidden="true" focusable="false">';
const lines = ({ marks, ...scale }: Scale): string => marks.map((mark) => `<line class="tick" x1="${place(mark.at, scale)}" x2="${place(mark.at, scale)}" y1="0" y2="20"/>`).join('');

/** A bar from the first day to the last, or a dot for a single day. */
function picture(days: StepPicture['days'], scale: Scale): string {
  if (!days) return `${SVG}${lines(scale)}</svg>`;
  const from = dayOf(days.from), to = dayOf(days.to) + 1;
  const shape = to - from === 1 ? `<circle class="step" cx="${place(from + .5, scale)}" cy="10" r="5"/>`
    : `<rect class="step" x="${place(from, scale)}" y="5" width="${share(to - from, scale)}" height="10" rx="3"/>`;
  return `${SVG}${lines(scale)}${shape}</svg>`;
}

const axis = (scale: Scale): string => `<svg width="100%" height="20" aria-hidden="true" focusable="false">${scale.marks.map(({ at: day, name }) => `<text x="${place(day, scale)}" y="15">${name}</text>`).join('')}</svg>`;

type Width = Pick<Scale, 'from' | 'to'>;
const share = (days: number, { from, to }: Width): string => `${Math.round((days / (to - from)) * 10_000) / 100}%`;
const place = (day: number, scale: Width): string => share(day - scale.from, scale);

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @param first @param last YYYY-MM-DD */
function scaleOf(first: string, last: string): Scale {
  const month = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const startOf = (n: number): number => Date.UTC(Math.floor(n / 12), n % 12, 1) / DAY;
  const from = month(first), to = month(last) + 1;
  const step = [1, 3, 6, 12, 24, 60, 120].find((months) => (to - from) / months <= MARKS) ?? 1200;
  const begins = Array.from({ length: to - from }, (_, i) => from + i).filter((n, i) => n % step === 0 || (step === 1 && i === 0));
  const name = (n: number): string => (step >= 12 ? String(Math.floor(n / 12)) : n % 12 === 0 || n === begins[0] ? `${MONTHS[n % 12]} ${Math.floor(n / 12)}` : MONTHS[n % 12]!);
  return { from: startOf(from), to: startOf(to), marks: begins.map((n) => ({ at: startOf(n), name: name(n) })) };
}
