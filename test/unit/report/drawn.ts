import { reviewer } from '../../../src/index';
import { fileReport } from '../../../src/report/file-report';
import type { Reviewed } from '../../../src/report/outcome';
import { picturesOf } from '../../../src/report/pictures';

const text = [
  '# Waitlist', '', '## Requirements', '', '- FR-1: A guest joins the queue.', '- FR-2: The first guest gets a mail.', '',
  '## Acceptance criteria', '', '- AC-1: A guest joins with one tap (FR-1).', '- AC-2: The page loads.', '',
  '## Risks', '', '| Risk | Likelihood | Impact | Mitigation | Owner |', '|---|---|---|---|---|',
  '| Seats are sold twice | High | Critical | A lock | Ana |', '| Mails arrive late | low | Minor | TBD | |', '| Guests forget | Unlikely | They call | A reminder | Kim |', '',
  '## Architecture', '', 'The **queue service** keeps the waitlist in its database; a mail service tells the guest.', '', '```mermaid', 'flowchart LR',
  '  guest([Guest]) -->|joins| queue[Queue service]', '  subgraph deck [Deck]', '    queue --> db[(Waitlist DB)]', '    queue --> mail["Mail & <b>seat</b> service"]', '  end', '  queue <--> fraud[Fraud checker]', '  fraud --> deck', '```', '',
  '## Plan', '', '- Build: 2027-03-01 to 2027-03-31', '- Release: 2027-04-19', '- Clean up', '',
].join('\n');

const own = reviewer();
const review = own.review(text);

/** A report on a document with all that a page draws. */
export const drawn: Reviewed = { ...fileReport('waitlist.md', review, own.spec), text, pictures: picturesOf(own.spec) };

/** The same compared with an earlier version. */
export const rich: Reviewed = { ...drawn, path: 'rich.md', changes: {
  since: 'main', questions: [
    { item: 'api/errors', before: 'missing', now: 'answered' }, { item: 'api/contract', before: 'answered', now: 'partly' }, { item: 'api/limits', before: 'missing', now: 'to check' },
  ], opened: [{ rule: 'wording/placeholder', count: 2 }], closed: [], hidden: 3,
} };
