import { ruleUrl } from '../links';
import { plain } from '../plain';
import type { Range } from '../position';
import { quote } from '../quote';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as itself, also in an attribute between quotes; line ends stay, other control characters go. */
export const escapeHtml = (text: string): string => text.split('\n').map(plain).join('\n').replace(/[&<>"']/g, (c) => ENTITIES[c]!);

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A part of a file's report under a heading; nothing where there is nothing to show. */
export const section = (title: string, body: string, look = ''): string => (body ? `<section${look && ` class="${look}"`}>\n<h3>${title}</h3>\n${body}\n</section>` : '');
export const list = (tag: 'ol' | 'ul', look: string, entries: readonly string[]): string => (entries.length ? `<${tag} class="${look}">\n${entries.join('\n')}\n</${tag}>` : '');
export const ruleLink = (rule: string): string => `<a href="${escapeHtml(ruleUrl(rule))}">${escapeHtml(rule)}</a>`;

/** Words that lead to a line: in an editor they can be followed, on paper they are words. */
export const at = (line: number, words: string): string => `<span data-line="${line}">${words}</span>`;
export const lineOf = ({ start, end }: Range): string => at(start.line, end.line > start.line ? `lines ${start.line}–${end.line}` : `line ${start.line}`);

/** For those who do not see what tells it: a colour, a place in a matrix. */
export const unseen = (words: string): string => `<span class="unseen">${words}</span>`;
export const key = (look: string): string => `<span class="key ${look}" aria-hidden="true"></span>`;

/** The words at a place, under a line that says which they are. */
export function passageFigure(range: Range, title: string, lines: readonly string[] | undefined): string {
  const words = lines && quote(lines, range);
  return `<figure><figcaption>${escapeHtml(title)}, ${lineOf(range)}</figcaption>${words ? `<blockquote>${escapeHtml(words)}</blockquote>` : ''}</figure>`;
}

export const columns = (titles: readonly string[]): string => titles.map((title) => (title ? `<th scope="col">${title}</th>` : '<td></td>')).join('');
export const cells = (texts: readonly string[]): string => texts.map((text) => `<td>${escapeHtml(text)}</td>`).join('');

/** What is wide scrolls in itself, also with the keyboard. */
export const scroll = (title: string, body: string): string => `<div class="scroll" tabindex="0" role="group" aria-label="${title}">\n${body}\n</div>`;

export const table = (look: string, caption: string, head: string, rows: readonly string[]): string =>
  scroll(caption, `<table class="${look}">\n<caption>${caption}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`);

/** In UTF-16 code units. */
const LONGEST = 110;

/** One line of what the author wrote, cut at a word. */
export function brief(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return escapeHtml(flat.length > LONGEST ? `${flat.slice(0, LONGEST).replace(/\s*\S*$/, '')} …` : flat);
}
