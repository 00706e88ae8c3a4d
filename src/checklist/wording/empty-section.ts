import type { Profile } from '../../analyzer/item';
import { defineRule, type RuleFinding } from '../../analyzer/rule';
import { shift } from '../../analyzer/span';
import type { Heading, Section, Spec } from '../../analyzer/spec';

/** Where an answer is expected: not a heading that only groups those behind it. */
const EXPECTED = /\b(?:summary|motivation|goals|tests?|testing|security|privacy|risks?|rollback|rollout|upgrade|downgrade|migration|version skew|monitoring|observability|drawbacks|compatibility|graduation|failure modes|support procedures|performance|scalability|timeline|requirements|criteria|metrics|problem|background|consequences|decision)\b/;
/** Their templates ask for every heading to be kept and for "N/A" where it does not apply. */
const KEEPS_ALL: readonly Profile[] = ['kep', 'rfc'];
/** Headings that hold a form, a picture, a list that is filled elsewhere, or something that may well be nothing. */
const FORM = /^(?:notes?|tags?|keywords?|labels?|links?|appendix.*|diagrams?|screenshots?|mock ?ups?|figures?|acknowledge?ments?|sign ?off.*|approvals?|reviewers?|comments?|readme|by .*|as an? .*|.*\btemplate\b.*|prerequisite.*|removing .*|implementation pull requests|(?:phase|step|part|stage|option|figure|table|example) ?[\w.]*)$/;
const ALONE = /^\W*(?:n\s?\/\s?a|not applicable)\W*$/i;

type Lack = 'nothing' | 'dismissed' | 'help';

export default defineRule({
  id: 'wording/empty-section',
  reports: 'A heading with nothing, a bare "N/A", or only a template\'s advice beneath it.',
  why: 'A heading reads like an answer in every table of contents. Reviewers skip it, and the question is asked again when it is expensive.',
  expected: 'answer it in a sentence, say why it does not apply, or remove the heading',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'warning', adr: 'info' },
  yieldsToItems: true,
  *check({ spec, profile }) {
    for (const section of spec.sections) {
      const { heading, role, origin } = section;
      if (!heading || role !== 'body' || heading.level > 6 || isTitle(spec, section) || FORM.test(heading.key) || OPTIONAL.test(heading.text)) continue;
      const lack = lackIn(spec, section, heading);
      if (lack === 'dismissed' && KEEPS_ALL.includes(profile)) continue;
      if (lack) yield finding(heading, origin, lack);
    }
  },
  examples: {
    good: [
      '# Cold store\n\n## Alarms\n\n### Temperature\n\nAbove −18 °C the shift lead is called.\n\n## Drawbacks\n\nNone.\n',
      '# Cold store\n\n## Rollback\n\nNot applicable, because the change only renames a label.\n\n## Layout\n\n![floor plan](plan.png)\n',
    ],
    bad: [
      '# Cold store\n\n## «Rollback»\n\n## Cost\n\nEUR 40 a month.\n',
      '# Cold store\n\n## «Security»\n\nN/A\n\n## «Test plan»\n\n*Describe how the change is tested.*\n',
    ],
  },
});

/** What graduation criteria are sorted by. */
const STAGE = /^(?:alpha|beta|ga|stable|(?:dev|tech) preview)\b/;
/** An author's words in a template's italics. */
const LEFT_OUT = /\b(?:excluded|omitted|skipped|left out|not applicable|n\/a)\b/i;
/** A template's leave to leave it out. */
const OPTIONAL = /\boptional\b|\bif applicable\b/i;

const isTitle = (spec: Spec, { index }: Section): boolean => spec.sections.findIndex((s) => s.heading) === index;

/** What is wrong beneath the heading; undefined where something stands there, even a picture or a comment with a decision. */
function lackIn(spec: Spec, section: Section, heading: Heading): Lack | undefined {
  if (section.subtreeEnd > section.index + 1) return undefined;
  const [block] = section.blocks;
  if (!block) return isBare(spec, section) && !isGroup(spec, section, heading) ? 'nothing' : undefined;
  if (section.blocks.some((b) => b.words > 0 || !b.hollow)) return undefined;
  if (section.blocks.length === 1 && ALONE.test(block.text)) return EXPECTED.test(heading.key) ? 'dismissed' : undefined;
  return section.blocks.every((b) => b.hollow === 'help' && !LEFT_OUT.test(b.text)) ? 'help' : undefined;
}

/** A heading may stand for those behind it although they are no deeper; a template's comment shows that text was due. */
function isGroup(spec: Spec, { index, span }: Section, heading: Heading): boolean {
  const next = spec.sections[index + 1]?.heading;
  const isAsked = spec.comments.some((c) => c.span.start >= span.start && c.span.end <= span.end);
  return next !== undefined && next.level === heading.level && !isAsked && (!EXPECTED.test(heading.key) || STAGE.test(next.key));
}

/** Whether the source shows nothing either: pictures and HTML are no text. */
function isBare({ text, comments }: Spec, { span, origin, heading }: Section): boolean {
  let rest = text.slice(origin + heading!.span.end, span.end);
  for (const comment of comments)
    if (comment.span.start >= span.start && comment.span.end <= span.end) {
      if (/\bspec-review:/.test(comment.text)) return false;
      rest = rest.replace(`<!--${comment.text}-->`, '');
    }
  return /^[\s#*_=:>-]*$/.test(rest);
}

const MESSAGES: Readonly<Record<Lack, string>> = {
  nothing: 'has nothing beneath it; answer it in a sentence, say why it does not apply, or remove the heading',
  dismissed: 'is dismissed without a reason; say in a sentence why it does not apply',
  help: 'still holds the template\'s advice and no answer; replace it with what this document says',
};

function finding(heading: Heading, origin: number, lack: Lack): RuleFinding {
  return { at: shift(heading.span, origin), message: `“${heading.text}” ${MESSAGES[lack]}.` };
}
