import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import type { Spec } from '../spec';
import { nameOf, runs } from './architecture';
import { promisedAvailabilities } from './availability';
import { cutPoints, type CutPoint } from './cut-points';
import type { Component, Diagram } from './diagrams';
import { speaksOf, vocabularyOf } from './mentions';
import { placeIn, sectionsFor, statements } from './statements';

/** What keeps a part available, or owns up that nothing does. Wide, so that silence is the usual mistake. */
const KEEPS = /\b(?:replica\w*|redundan\w*|fail(?:s|ed|ing)?[- ]?over|stand-?by|quorum|multi-?(?:az|zone|region)\w*|(?:availability )?zones|regions|spofs?|points? of failure|leader[- ]elect\w*|load[- ]balanc\w*|auto-?scal\w*|horizontal\w*|stateless|serverless|managed service|fully managed|highly available|high availability|ha|clustered|mirror\w*|(?:two|three|several|multiple|\d+|more) (?:instances|copies|nodes|pods|machines|servers)|at least (?:two|three|\d)|falls? back|fallbacks?|degrad\w*|take(?:s|n)? over|restarts?|unavailab\w*|outages?|(?:is|goes|are) (?:down|lost))\b/i;
/** The same in a box: "Orders (3 replicas)", "Redis Cluster", "CDN". */
const KEPT = /\b(?:replica\w*|clusters?|pools?|fleet|ha|cdn|serverless|lambdas?|load balancers?|s3|managed|sharded|instances|nodes|pods|workers|servers)\b|(?:^|\W)[x×]\s?\d|\d\s?[x×](?:\W|$)/i;

/** The cut points of an architecture of which neither the diagram nor the text says what keeps them available. */
export function weakPoints(spec: Spec, diagram: Diagram): readonly CutPoint[] {
  const found = diagram.isWhole ? cutPoints(diagram).filter(({ component }) => runs(component) && !isKept(component, diagram)) : [];
  if (!found.length) return found;
  const said = spec.sections.filter(({ role }) => role === 'body').flatMap(({ heading, blocks }) => kept(blocks).map((text) => vocabularyOf([heading?.text ?? '', text])));
  // Who says it of everything, or of something by another name or as “it”, may mean any of them.
  if (said.some((text) => !diagram.components.some((one) => speaksOf(text, nameOf(one))))) return [];
  return found.filter(({ component }) => !said.some((text) => speaksOf(text, nameOf(component))));
}

const isKept = ({ lines, group }: Component, { groups }: Diagram): boolean =>
  KEPT.test(lines.join(' ')) || groups.some(({ id, label }) => id === group && KEPT.test(label));

const kept = remembered((blocks) => statements(blocks).map(({ text }) => text).filter((text) => KEEPS.test(text)));

const PROMISES = /\b(?:highly available|high availability|always available|24\/7|zero[- ]downtime|no (?:downtime|single points? of failure)|(?:must|shall|should|will|needs? to) (?:always )?(?:stay|remain|be) (?:available|reachable))\b/i;
const NO_PROMISE = /\b(?:not|no need|without|depend\w*|provider|coverage|tests?|if (?:it is )?available)\b/i;

/** Where a requirement or goal promises that the system is available, in a figure or in words; absolute. Undefined where none does. */
export function promisedAvailability(spec: Spec): { readonly at: Span; readonly words: string } | undefined {
  const [figure] = promisedAvailabilities(spec);
  if (figure) return { at: figure.at, words: figure.figure };
  for (const { origin, blocks } of sectionsFor(spec, ['requirements', 'goals'])) {
    const [first] = promises(blocks);
    if (first) return { ...first, at: shift(first.at, origin) };
  }
  return undefined;
}

const promises = remembered((blocks) => statements(blocks).flatMap((statement) => {
  const match = PROMISES.exec(statement.text);
  return match && !NO_PROMISE.test(statement.text.replace(match[0], '')) ? [{ words: match[0], at: placeIn(statement, { start: match.index, end: match.index + match[0].length }) }] : [];
}));
