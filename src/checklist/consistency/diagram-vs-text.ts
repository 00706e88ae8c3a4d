import { isArchitecture, nameOf, namesPart } from '../../analyzer/facts/architecture';
import { diagrams, type Diagram } from '../../analyzer/facts/diagrams';
import { entriesOf } from '../../analyzer/facts/entries';
import { drawnVocabulary, speaksOf, textVocabulary, unmentioned } from '../../analyzer/facts/mentions';
import { defineRule, type RuleFinding } from '../../analyzer/rule';
import type { Spec } from '../../analyzer/spec';
import { askBelow } from '../ask-below';

/** A section that lists the parts of the system, all of them. */
const LISTS = /^(?:(?:key|main|core|system|architecture|architectural|high level|software|service|overall|proposed) ){0,2}(?:components?|services|building blocks)$/;
/** So many of a list must be drawn, and as large a share: only then are list and diagram about the same. */
const DRAWN = 2, SHARE = .5;

export default defineRule({
  id: 'consistency/diagram-vs-text',
  reports: 'A part of the system that a diagram shows and the text never speaks of, or one that the text lists and its diagrams leave out.',
  why: 'A box that nobody explains is built by whoever reads the picture, as they read it. A part that the picture lacks is forgotten in reviews, estimates and threat models.',
  expected: 'say what the box is and does, or bring the picture and the list to the same parts',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'info' },
  *check({ spec }) {
    if (diagrams(spec).length) yield* [...notSaid(spec), ...notDrawn(spec)].sort((a, b) => a.at.start - b.at.start);
  },
  examples: {
    good: [
      '# Ferry tickets\n\nIn the web app a guest picks a seat; the ticket service sells it and keeps it in its database, and the mailer tells the guest.\n\n```mermaid\nflowchart LR\n  app[Web app] --> tickets[Ticket Service] --> db[(Seats DB)]\n  tickets --> mailer[Mailer Service]\n```\n',
      '# Ferry tickets\n\nA guest pays, or the seat goes back.\n\n```mermaid\nflowchart TD\n  start[Seat is held] --> paid{Card Gateway answers?}\n  paid -- yes --> board[Ticket is sent]\n  paid -- no --> free[Seat goes back]\n```\n',
    ],
    bad: [
      '# Ferry tickets\n\nThe ticket service sells seats and keeps them in its database.\n\n```mermaid\nflowchart LR\n  guest([Guest]) --> tickets[Ticket Service]\n  tickets --> db[(Seats DB)]\n  tickets --> broker[«Waitlist Broker»]\n```\n',
      '# Ferry tickets\n\n## Components\n\n- **Ticket service**: sells seats.\n- **Seats database**: keeps them.\n- **«Fraud checker service»**: stops sellers of sellers.\n\n```mermaid\nflowchart LR\n  tickets[Ticket Service] --> db[(Seats DB)]\n  pier[Pier Service] --> tickets\n```\n\nThe pier service lets guests board.\n',
    ],
  },
});

const showsParts = (one: Diagram): boolean => one.notation === 'sequence' || isArchitecture(one);

/** Each box once, however many diagrams show it. */
function notSaid(spec: Spec): RuleFinding[] {
  const shown = diagrams(spec).filter(showsParts);
  if (!shown.length) return [];
  const text = textVocabulary(spec), told = new Set<string>();
  return shown.flatMap((diagram) => unmentioned(diagram, text)).flatMap((one): RuleFinding[] => {
    const name = nameOf(one), key = name.toLowerCase();
    if (told.has(key)) return [];
    told.add(key);
    return [{
      at: one.at,
      message: `“${name}” stands in this diagram, and the text never says what it is or does; say it, or leave it out.`,
      fixes: askBelow(spec, one.at.start, `Insert a place to say what “${name}” is`, `${name}: TODO: What is it, and what does it do here?`),
    }];
  });
}

/** Only where the diagrams show the whole system, as far as they were understood. */
function notDrawn(spec: Spec): RuleFinding[] {
  const whole = diagrams(spec).filter(isArchitecture);
  if (!whole.length || !diagrams(spec).every(({ isWhole }) => isWhole)) return [];
  const drawn = drawnVocabulary(spec);
  return spec.sections.filter(({ role, heading }) => role === 'body' && heading && LISTS.test(heading.key)).flatMap((section) => {
    const listed = entriesOf(spec, section).map((entry) => ({ ...entry, name: titleOf(entry.name) }));
    const missing = listed.filter(({ name }) => !speaksOf(drawn, name));
    const found = listed.length - missing.length;
    return found < DRAWN || found < listed.length * SHARE ? [] : missing.filter(({ name }) => namesPart(name)).map(({ name, at }): RuleFinding => ({
      at: placeOf(spec, at, name),
      message: `“${name}” is listed here, and none of the document's diagrams shows it; draw it, or say why it is apart.`,
      related: [{ at: whole[0]!.at, message: 'The diagram' }],
    }));
  });
}

/** What comes before the explanation: "Mailer" of "Mailer: tells the guest". */
const titleOf = (name: string): string => name.replace(/\s*(?:[:(–—].*| - .*)$/, '').replace(/`/g, '').replace(/^\d+[.)]\s*/, '').trim();

/** The name alone, where it stands as it is read. */
function placeOf({ text }: Spec, at: RuleFinding['at'], name: string): RuleFinding['at'] {
  const inside = text.slice(at.start, at.end).indexOf(name);
  return inside < 0 ? at : { start: at.start + inside, end: at.start + inside + name.length };
}
