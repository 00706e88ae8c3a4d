import { definitions, type Definition } from '../../analyzer/facts/definitions';
import { documentLinks, resolveLink } from '../../analyzer/facts/document-links';
import { defineRule } from '../../analyzer/rule';
import type { SpecEntry } from '../../analyzer/surroundings';

/** A document that has this share of another's definitions, and as many, is a version or a part of it. */
const VERSION = { share: 0.5, count: 4 } as const;
const NOUNS = { operation: 'The operation', flag: 'The feature flag', requirement: 'The requirement' } as const;

export default defineRule({
  id: 'consistency/duplicate-definition',
  reports: 'An operation, a feature flag or a requirement that two specs of the workspace define, and neither refers to the other.',
  why: 'Two definitions drift apart, and each team builds the one it has read. It is found when the two meet.',
  expected: 'keep one of the two definitions and link to it from the other document',
  severity: { kep: 'off', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  *check({ spec, stage, path, workspace }) {
    if (stage === 'done' || !workspace || path === undefined) return;
    const own = definitions(spec);
    if (!own.length) return;
    const linked = new Set(documentLinks(spec).map(({ url }) => resolveLink(path, url)));
    const others = workspace.specs.filter((other) => isRival(other, path, linked, own));
    for (const { key, kind, name, at } of own) {
      const other = others.find((one) => one.definitions.some((d) => d.key === key));
      if (!other) continue;
      const { line } = other.definitions.find((d) => d.key === key)!;
      yield { at, message: `${NOUNS[kind]} “${name}” is defined in ${other.path}:${line} too; keep one of the two, and link to it from the other document.` };
    }
  },
  examples: {
    path: 'docs/waitlist.md',
    beside: {
      'docs/seats.md': '# Seats\n\n## API\n\n### POST /v1/places/{sailing}\n\nHolds a place.\n\n## Rollout\n\nWe add the feature flag `short-queue`.\n\n## Requirements\n\n- FR-SEAT-1: A guest holds a place.\n',
      'docs/old.md': '---\nstatus: superseded\n---\n\n# Old\n\n### DELETE /v1/places/{id}\n\nLeaves.\n',
    },
    good: [
      '# Waitlist\n\n## API\n\n### GET /v1/places/{sailing}\n\nLists the places.\n\n### DELETE /v1/places/{id}\n\nLeaves the queue.\n',
      '# Waitlist\n\nThe place is that of [seats](seats.md).\n\n## API\n\n### POST /v1/places/{id}\n\nAlso joins the queue.\n',
      '# Waitlist\n\nThe queue calls `POST /v1/places/{id}`.\n\n## Requirements\n\n- FR-1: A guest leaves.\n',
    ],
    bad: [
      '# Waitlist\n\n## API\n\n### «POST /v1/places/{id}»\n\nJoins the queue.\n',
      '# Waitlist\n\n## Rollout\n\nThis introduces the feature flag `«short-queue»`.\n',
      '# Waitlist\n\n| Method | Path |\n|---|---|\n| «POST» | `/v1/places/:sailing` |\n',
    ],
  },
});

/** Another live document that knows nothing of this one: one that refers to it changes it, and says so. */
function isRival(other: SpecEntry, path: string, linked: ReadonlySet<string | undefined>, own: readonly Definition[]): boolean {
  if (other.path === path || other.stage === 'done' || linked.has(other.path) || other.links.includes(path)) return false;
  const common = own.filter(({ key }) => other.definitions.some((d) => d.key === key)).length;
  return common < VERSION.count || common < Math.min(own.length, other.definitions.length) * VERSION.share;
}
