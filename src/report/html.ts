import type { Item } from '../analyzer/item';
import { countPriorities, openings, wellAnswered } from './digest';
import type { FindingReport } from './file-report';
import { areaTable } from './html/areas';
import { changesPart } from './html/changes';
import { diagramsPart } from './html/diagram';
import { answerCard, findingCard } from './html/findings';
import { capital, escapeHtml, list, section } from './html/markup';
import { planPart } from './html/plan';
import { risksPart } from './html/risks';
import { STYLE } from './html/style';
import { decisionTable, questionTable } from './html/tables';
import { tracePart } from './html/trace';
import type { Reporter, Reviewed } from './outcome';
import { isSettled } from './standing';
import { count, emptyTally, some, summary } from './tally';
import { TOOL } from './tool';
import { KINDS, stageWords, THAT_MATTER } from './words';

export interface HtmlOptions {
  readonly items: readonly Item[];
}

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
    end: () => `</main>\n<footer><p>${tally.files + tally.failed ? escapeHtml(summary(tally)) : 'No spec was reviewed.'}</p>\n<p>Made by ${TOOL.name} ${TOOL.version}.</p></footer>\n</body>\n</html>\n`,
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
</header>
<main>
`;

function article(file: Reviewed, id: string, items: readonly Item[]): string {
  const { path, profile, stage, coverage, changes, pictures } = file;
  const { first, others } = openings(file);
  const lines = file.text?.split(/\r\n|\n|\r/);
  const questions = new Set<string>(coverage.map((c) => c.item));
  const findings = (those: readonly FindingReport[]): string[] => those.map((f) => findingCard(f, questions.has(f.rule) || f.items !== undefined, lines));
  const settled = coverage.filter(isSettled).length;
  return [
    `<article aria-labelledby="${id}">`,
    `<h2 id="${id}">${escapeHtml(pictures?.title || path)}</h2>`,
    `<p class="about">${pictures?.title ? `<span class="path">${escapeHtml(path)}</span> · ` : ''}${capital(KINDS[profile])}, ${stageWords(stage)}</p>`,
    `<p class="sum"><strong>${verdict(countPriorities(file))}.</strong> ${settled} of ${coverage.length} questions are answered or decided.</p>`,
    section('How each area stands', areaTable(coverage)),
    section(THAT_MATTER[first.length]!, list('ol', 'cards', findings(first))),
    section('Answered well', list('ul', 'rows', wellAnswered(file, items).map((c) => answerCard(c, items)))),
    section(`What changed since ${escapeHtml(changes?.since ?? '')}`, changesPart(changes, items)),
    section('Other gaps', list('ul', 'rows', findings(others))),
    ...(pictures ? [
      section('Risks', risksPart(pictures.risks)),
      section('Requirements and criteria', tracePart(pictures)),
      section('Plan', planPart(pictures.plans)),
      section('How it is built', diagramsPart(pictures.diagrams)),
    ] : []),
    section('Decisions', decisionTable(coverage)),
    section('Every question', questionTable(coverage, items)),
    '</article>\n',
  ].filter(Boolean).join('\n');
}

/** "2 blockers, 3 should and 1 could be answered", or "No findings". */
function verdict({ blocker, should, could }: ReturnType<typeof countPriorities>): string {
  const others = [should && `${should} should`, could && `${could} could`].filter(Boolean).join(' and ');
  return [blocker && some(blocker, 'blocker'), others && `${others} be answered`].filter(Boolean).join(', ') || 'No findings';
}
