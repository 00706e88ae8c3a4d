import { ownContracts } from '../../analyzer/facts/own-contracts';
import { defineRule } from '../../analyzer/rule';

const NOUNS = { openapi: 'OpenAPI', proto: 'proto', graphql: 'GraphQL', sql: 'SQL', 'json-schema': 'JSON Schema', crd: 'CustomResourceDefinition' } as const;

export default defineRule({
  id: 'consistency/broken-contract',
  reports: 'An OpenAPI, proto, GraphQL, JSON Schema or CustomResourceDefinition fence that cannot be parsed, though nothing in it is left out with "...".',
  why: 'Whoever implements it copies it. A contract that no tool reads is corrected by each reader in a way of their own.',
  expected: 'correct the line that the message names, or put "..." where something is left out',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'info' },
  *check({ spec, workspace }) {
    for (const { section, contract: { format, problem, isPart } } of ownContracts(spec, workspace))
      if (problem && !isPart && section.role !== 'template') yield { at: problem.at, message: `This ${NOUNS[format]} fence ${problem.message}; correct it, or put "..." where something is left out.` };
  },
  examples: {
    path: 'docs/waitlist.md',
    good: [
      '# Waitlist\n\n```proto\nmessage Place {\n  string id = 1;\n}\n```\n',
      '# Waitlist\n\n```graphql\ntype Query {\n  places(\n  ...\n}\n```\n',
      '# Waitlist\n\n```yaml\nreplicas: [\n```\n',
    ],
    bad: [
      '# Waitlist\n\n```proto\nmessage Place {\n«  string id = ;»\n}\n```\n\n```graphql\ntype Place { id: ID! }\n```\n',
      '# Waitlist\n\n```graphql\ntype Query {\n  place(id «I»D!): Place\n}\n```\n',
    ],
  },
});
