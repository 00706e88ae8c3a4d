import type { Item, Priority } from '../analyzer/item';
import { byArea, countPriorities, openings, wellAnswered } from './digest';
import type { CoverageReport, FindingReport } from './file-report';
import { STYLE } from './html-style';
import { ruleUrl } from './links';
import type { Reporter, Reviewed } from './outcome';
import { plain } from './plain';
import type { Range } from './position';
import { quote } from './quote';
import { isSettled, standingOf, type Standing } from './standing';
import { count, emptyTally, findingCounts, summary } from './tally';
import { TOOL } from './tool';
import { areaName, KINDS, stageWords, THAT_MATTER } from './words';

export interface HtmlOptions {
  readonly items: readonly Item[];
}

/** What the bars and their table tell apart, with the class that colours it. */
const PARTS: readonly { readonly title: string; readonly look: string; readonly standings: readonly Standing[] }[] = [
  { title: 'Answered', look: 'is-answered', standings: ['answered'] },
  { title: 'Decided', look: 'is-decided', standings: ['accepted', 'not applicable'] },
  { title: 'Partly', look: 'is-partly', standings: ['partly'] },
  { title: 'Missing', look: 'is-missing', standings: ['missing'] },
  { title: 'To check', look: 'is-check', standings: ['to check'] },
];

const PRIORITIES: Readonly<Record<Priority, string>> = { blocker: 'Blocker', should: 'Should be answered', could: 'Could be answered' };

/** One page that needs nothing else: no script, no font, no request. It reads in a browser, on paper and in the dark. */
export function htmlReporter({ items }: HtmlOptions): Reporter {
  const tally = emptyTally();
  let number = 0;
  return {
    start: () => HEAD,
    add(outcome) {
      count(tally, outcome);
      const id = `file-${++number}`;
      return 'error' in outcome
        ? `<article aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(outcome.path)}</h2>\n<p class="sum">Not reviewed: the file ${escapeHtml(outcome.error)}.</p>\n</article>\n`
        : article(outcome, id, items);
    },
    end: () => `</main>\n<footer><p>${tally.files + tally.failed ? escapeHtml(summary(tally)) : 'No spec was reviewed.'}</p></footer>\n</body>\n</html>\n`,
  };
}

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spec review</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<h1>Spec review</h1>
<p>Which of a reviewer's questions each spec answers, where, and which are open. Made by ${TOOL.name} ${TOOL.version}.</p>
</header>
<main>
`;

function article(file: Reviewed, id: string, items: readonly Item[]): string {
  const { first, others } = openings(file);
  const lines = file.text?.split(/\r\n|\n|\r/);
  const questions = new Set<string>(file.coverage.map((c) => c.item));
  const findings = (list: readonly FindingReport[]): string[] => list.map((f) => findingCard(f, questions.has(f.rule) || f.items !== undefined, lines));
  const settled = file.coverage.filter(isSettled).length;
  return [
    `<article aria-labelledby="${id}">`,
    `<h2 id="${id}">${escapeHtml(file.path)}</h2>`,
    `<p class="about">${capital(KINDS[file.profile])}, ${stageWords(file.stage)}</p>`,
    `<p class="sum"><strong>${capital(findingCounts(countPriorities(file)))}.</strong> ${settled} of ${file.coverage.length} questions are answered or decided.</p>`,
    section(THAT_MATTER[first.length]!, cards('ol', findings(first))),
    section('How each area stands', areaTable(file.coverage)),
    section('Other gaps', cards('ul', findings(others))),
    section('Answered well', cards('ul', wellAnswered(file, items).map((c) => answerCard(c, items, lines)))),
    section('Decisions', decisionTable(file.coverage)),
    section('Every question', questionTable(file.coverage, items)),
    '</article>\n',
  ].filter(Boolean).join('\n');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const section = (title: string, body: string): string => (body ? `<section>\n<h3>${title}</h3>\n${body}\n</section>` : '');
const cards = (tag: 'ol' | 'ul', entries: readonly string[]): string => (entries.length ? `<${tag}>\n${entries.join('\n')}\n</${tag}>` : '');
const ruleLink = (rule: string): string => `<a href="${escapeHtml(ruleUrl(rule))}">${escapeHtml(rule)}</a>`;
/** In an editor the words lead there; on paper they are words. */
const lineOf = ({ start, end }: Range): string => `<span data-line="${start.line}">${end.line > start.line ? `lines ${start.line}–${end.line}` : `line ${start.line}`}</span>`;

/** @param isGap whether its own place is only the heading it would stand at, which says nothing when quoted */
function findingCard(finding: FindingReport, isGap: boolean, lines: readonly string[] | undefined): string {
  const passages = [...(isGap ? [] : [{ ...finding, message: 'The passage' }]), ...finding.related];
  return [
    `<li class="finding ${finding.severity}">`,
    `<p class="head"><span class="level">${PRIORITIES[finding.priority]}</span> ${ruleLink(finding.rule)} <span class="severity">${finding.severity}</span> <span class="where">${lineOf(finding)}</span></p>`,
    `<p>${escapeHtml(finding.message)}</p>`,
    ...passages.map((passage) => passageFigure(passage, passage.message, lines)),
    '</li>',
  ].join('\n');
}

function answerCard({ item, reason, evidence }: CoverageReport, items: readonly Item[], lines: readonly string[] | undefined): string {
  const question = items.find(({ id }) => id === item)?.question ?? '';
  return [
    '<li class="finding answer">',
    `<p class="head"><strong>${escapeHtml(question)}</strong> ${ruleLink(item)} <span class="where">${lineOf(evidence[0]!)}</span></p>`,
    `<p>${escapeHtml(reason)}</p>`,
    passageFigure(evidence[0]!, 'The answer', lines),
    '</li>',
  ].join('\n');
}

function passageFigure(range: Range, title: string, lines: readonly string[] | undefined): string {
  const words = lines && quote(lines, range);
  return `<figure><figcaption>${escapeHtml(title)}, ${lineOf(range)}</figcaption>${words ? `<blockquote>${escapeHtml(words)}</blockquote>` : ''}</figure>`;
}

function areaTable(coverage: readonly CoverageReport[]): string {
  const heads = PARTS.map(({ title, look }) => `<th scope="col" class="count"><span class="key ${look}" aria-hidden="true"></span>${title}</th>`);
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

function decisionTable(coverage: readonly CoverageReport[]): string {
  const rows = coverage.flatMap(({ item, decision }) => (decision
    ? `<tr><th scope="row">${ruleLink(item)}</th>${cells([decision.verb, decision.reason, decision.owner ?? '–', decision.until ?? '–'])}<td><span data-line="${decision.start.line}">${decision.start.line}</span></td></tr>`
    : []));
  return rows.length ? table('decisions', 'What the authors decided in the document', columns(['Question', 'Decision', 'Reason', 'Owner', 'Until', 'Line']), rows) : '';
}

function questionTable(coverage: readonly CoverageReport[], items: readonly Item[]): string {
  const rows = coverage.map((c) => {
    const question = items.find(({ id }) => id === c.item)?.question ?? c.item;
    const standing = standingOf(c);
    const look = PARTS.find(({ standings }) => standings.includes(standing))!.look;
    const places = (c.evidence.length ? c.evidence : c.closest ? [c.closest] : []).map(({ start }) => start.line);
    return `<tr><th scope="row">${escapeHtml(question)}<br>${ruleLink(c.item)}</th>`
      + `<td class="standing"><span class="key ${look}" aria-hidden="true"></span>${capital(standing)}</td>`
      + `<td>${escapeHtml(c.reason)}</td><td class="lines">${[...new Set(places)].map((line) => `<span data-line="${line}">${line}</span>`).join(', ') || '–'}</td></tr>`;
  });
  return table('questions', 'How every question stands, why, and the lines that tell', columns(['Question', 'Standing', 'Why', 'Lines']), rows);
}

const columns = (titles: readonly string[]): string => titles.map((title) => `<th scope="col">${title}</th>`).join('');
const cells = (texts: readonly string[]): string => texts.map((text) => `<td>${escapeHtml(text)}</td>`).join('');

/** Wide tables scroll in themselves, also with the keyboard. */
const table = (look: string, caption: string, head: string, rows: readonly string[]): string =>
  `<div class="scroll" tabindex="0" role="group" aria-label="${caption}">\n<table class="${look}">\n<caption>${caption}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n</div>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as itself, also in an attribute between quotes; line ends stay, other control characters go. */
export const escapeHtml = (text: string): string => text.split('\n').map(plain).join('\n').replace(/[&<>"']/g, (c) => ENTITIES[c]!);
