import type { Coverage, Finding, Review } from '../../../src/analyzer/review';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';
import { fileReport } from '../../../src/report/file-report';
import type { Reviewed } from '../../../src/report/outcome';

const text = [
  '# Refunds by \u001b[31mlink\u001b[0m', '', 'Status: in review', '', '## API', '', '`POST /v1/refunds` takes an order and an amount.', '',
  '## Rollback', '', 'TBD', '', '## Rollout', '', 'Ten percent of shops each day, after the error rate held for an hour.', '',
].join('\n');

const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const coverage = (item: Coverage['item'], state: Coverage['state'], reason: string, at?: string, confidence = 0.95): Coverage =>
  ({ item, state, confidence, reason, evidence: at ? [span(at)] : [] });

const finding = (rule: string, severity: Finding['severity'], priority: Finding['priority'], message: string, at: string): Finding =>
  ({ rule, severity, priority, message, at: span(at), related: [], fixes: [{ title: `Insert ${rule}`, kind: 'insert-section', edits: [] }] });

export const review: Review = {
  profile: 'design',
  stage: 'in-review',
  coverage: [
    coverage('api/contract', 'covered', 'The section "API" names an operation, with what it takes.', '`POST'),
    coverage('api/errors', 'missing', 'Nothing says which errors a caller sees.'),
    { ...coverage('api/limits', 'missing', 'Nothing certain was found.', undefined, 0.6), closest: span('Ten percent') },
    coverage('api/access-control', 'not-applicable', 'Decided in the document: not applicable, because internal'),
    coverage('infrastructure/rollback', 'partial', 'The section "Rollback" holds a placeholder.', 'TBD'),
    coverage('infrastructure/rollout', 'covered', 'The section "Rollout" states the steps, and the signal each waits for.', 'Ten percent', 0.91),
    { ...coverage('infrastructure/security', 'accepted', 'Accepted as a gap by Ana until 2027-01-31: pilot only', undefined, 1), decision: { verb: 'accept', item: 'infrastructure/security', reason: 'pilot only', owner: 'Ana', until: '2027-01-31', span: span('Status') } },
  ],
  findings: [
    finding('infrastructure/rollback', 'error', 'blocker', 'Rollback is touched but not answered, and it changes `refunds`: say how it is switched off or downgraded, and what then happens to existing data and users.', 'Rollback'),
    finding('api/errors', 'warning', 'should', 'Errors are not answered, and the document adds POST /v1/refunds: name the errors a caller sees, and what it should do.', 'API'),
    { ...finding('delivery/*', 'info', 'could', 'Delivery and ownership: 2 more questions are open (estimates, feedback); answer them, or record why they do not apply.', 'Refunds'), items: ['delivery/estimates', 'delivery/feedback'] },
    finding('decision/unused', 'warning', 'should', 'The decision on \u001b]0;owned\u0007api/contract decides nothing; remove the comment.', 'Status'),
  ],
  brief: ['infrastructure/rollback', 'api/errors'],
};

export const spec = buildSpec(text, createMarkdownParser().parse(text));

/** A review as the analyzer gives it, of a document that tries to steer the terminal. */
export const sample: Reviewed = { ...fileReport('specs/refunds.md', review, spec), text };
