import type { Item, ItemId, Profile } from '../analyzer/item';

/** The order in which a reader wants to be told, whatever the area; items that are not named here follow. */
const ORDER: readonly ItemId[] = [
  'delivery/ownership', 'delivery/decision', 'delivery/problem', 'acceptance/goals', 'acceptance/non-goals', 'acceptance/requirements', 'acceptance/success-metrics',
  'acceptance/assumptions', 'api/contract', 'api/access-control', 'api/errors', 'api/limits', 'api/compatibility', 'api/dependencies', 'infrastructure/data', 'infrastructure/failure-modes',
  'infrastructure/redundancy', 'acceptance/edge-cases', 'scalability/load', 'scalability/performance-targets', 'scalability/scaling', 'scalability/resource-cost', 'scalability/load-test',
  'infrastructure/security', 'infrastructure/privacy', 'acceptance/test-plan', 'acceptance/criteria', 'infrastructure/rollout', 'infrastructure/rollback', 'infrastructure/observability',
  'infrastructure/operations', 'delivery/plan', 'delivery/estimates', 'delivery/commitments', 'delivery/feedback', 'delivery/documentation', 'infrastructure/risks', 'delivery/alternatives', 'delivery/open-questions',
];

/** Words in the title by which the kind of document is told. */
const TITLES: Readonly<Record<Profile, string>> = { kep: 'KEP-0000: TODO', rfc: 'RFC: TODO', design: 'Design doc: TODO', prd: 'PRD: TODO', adr: 'ADR: TODO' };

/** A new document of that kind: every question that the kind owes an answer to, to be replaced by the answer. */
export function template(profile: Profile, items: readonly Item[]): string {
  const asked = items.filter((item) => item.severity[profile] !== 'off').sort((a, b) => rank(a) - rank(b));
  return [`# ${TITLES[profile]}`, 'Status: Draft', ...asked.map(section)].join('\n\n') + '\n';
}

/** The item's heading over its questions. */
const section = ({ skeleton }: Item): string => `## ${skeleton.heading}\n\n${skeleton.questions.map((q) => `- TODO: ${q}`).join('\n')}`;

function rank({ id }: Item): number {
  const place = ORDER.indexOf(id);
  return place < 0 ? ORDER.length : place;
}
