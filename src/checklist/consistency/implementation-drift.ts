import { matches } from '../../analyzer/globs';
import { defineRule } from '../../analyzer/rule';
import { implementsGlobs } from '../../analyzer/spec-entry';

const NAMED = 3;

export default defineRule({
  id: 'consistency/implementation-drift',
  reports: 'Code that a document names under `implements:` in its front matter changed, and the document did not.',
  why: 'A spec that the code has left behind is worse than none: the next reader believes it. The change that makes it wrong is the cheapest moment to put it right.',
  expected: 'bring the document up to date in the same change, or narrow the globs under `implements:`',
  severity: { kep: 'warning', rfc: 'warning', design: 'warning', prd: 'warning', adr: 'info' },
  options: { files: { about: 'How many files must have changed.', default: 1, min: 1, max: 1_000 } },
  *check({ spec, path, workspace }, { files: least }) {
    const changes = workspace?.changes;
    const field = spec.metadata.fields.find(({ name, from }) => from === 'front-matter' && name === 'implements');
    if (!changes || !field || path === undefined || changes.files.includes(path)) return;
    const globs = implementsGlobs(spec);
    const changed = changes.files.filter((file) => matches(globs, file));
    if (changed.length < least!) return;
    const more = changed.length - NAMED;
    const names = `${changed.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    yield { at: field.span, message: `Code that this document describes changed since ${changes.since}, and the document did not: ${names}; bring it up to date in the same change, or narrow these globs.` };
  },
  examples: {
    path: 'docs/waitlist.md',
    changed: ['src/queue/join.ts', 'src/mails/send.ts', 'docs/mails.md'],
    good: ['---\nimplements: src/seats/**\n---\n\n# Waitlist\n\nA guest joins the queue.\n', '# Waitlist\n\nA guest joins the queue.\n'],
    bad: ['---\n«implements: ["src/queue/**", "!src/queue/**/*.test.ts"]»\n---\n\n# Waitlist\n\nA guest joins the queue.\n'],
  },
});
