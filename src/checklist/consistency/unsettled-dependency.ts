import { documentLinks, resolveLink } from '../../analyzer/facts/document-links';
import { defineRule } from '../../analyzer/rule';

const UNSETTLED = { draft: 'a draft', 'in-review': 'in review' } as const;

export default defineRule({
  id: 'consistency/unsettled-dependency',
  reports: 'An accepted document that says it depends on another one of the workspace, which is still a draft or in review.',
  why: 'What is built on a draft is built on what may still change. Whoever accepted the one believes that the other is settled.',
  expected: 'settle the other document first, write down what is agreed of it so far, or say why this one does not wait for it',
  severity: { kep: 'info', rfc: 'warning', design: 'warning', prd: 'warning', adr: 'info' },
  *check({ spec, stage, path, workspace }) {
    if (stage !== 'accepted' || !workspace || path === undefined) return;
    const told = new Set<string>();
    for (const { url, at, isDependency } of documentLinks(spec)) {
      const target = isDependency ? resolveLink(path, url) : undefined;
      const other = target === undefined || told.has(target) ? undefined : workspace.specs.find((one) => one.path === target);
      if (other?.stage !== 'draft' && other?.stage !== 'in-review') continue;
      told.add(other.path);
      yield { at, message: `This document is accepted and depends on ${other.path}, which is ${UNSETTLED[other.stage]}${other.status ? ` (“${other.status.slice(0, 40)}”)` : ''}; settle that one first, or say why this one does not wait.` };
    }
  },
  examples: {
    path: 'docs/waitlist.md',
    beside: {
      'docs/seats.md': '---\nstatus: draft\n---\n\n# Seats\n\nA seat is held for ten minutes.\n',
      'docs/mails.md': '---\nstatus: accepted\n---\n\n# Mails\n\nA mail is sent once.\n',
    },
    good: [
      '---\nstatus: accepted\n---\n\n# Waitlist\n\nThe queue depends on [mails](mails.md) that arrive once.\n',
      '---\nstatus: draft\n---\n\n# Waitlist\n\nThe queue depends on [seats](seats.md) that can be held.\n',
      '---\nstatus: accepted\n---\n\n# Waitlist\n\nSee also [seats](seats.md). The queue does not depend on [seats](seats.md).\n',
    ],
    bad: [
      '---\nstatus: accepted\n---\n\n# Waitlist\n\nThe queue depends on [«seats»](seats.md) that can be held.\n',
      '---\nstatus: accepted\n«depends-on: ./seats.md»\n---\n\n# Waitlist\n\nThe queue is short.\n',
      '---\nstatus: accepted\n---\n\n# Waitlist\n\n## Dependencies\n\n- The [«plan of seats»](../docs/seats.md#holding).\n',
    ],
  },
});
