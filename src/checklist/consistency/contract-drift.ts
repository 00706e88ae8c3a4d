import { isOwn } from '../../analyzer/facts/definitions';
import { ownContracts } from '../../analyzer/facts/own-contracts';
import { ownOperations } from '../../analyzer/facts/operations';
import { defineRule } from '../../analyzer/rule';
import { drift } from '../drift';

const OPENAPI = `openapi: 3.0.3
servers: [{ url: https://ferry.example/v1 }]
paths:
  /places:
    get:
      parameters:
        - { name: sailing, in: query, required: true, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
    post: {}
  /places/{id}:
    patch: {}
`;
const PROTO = 'syntax = "proto3";\nservice Places {\n  rpc Hold(HoldRequest) returns (Place);\n  rpc Leave(LeaveRequest) returns (Place);\n}\nmessage Place {\n  string id = 1;\n  int32 seat = 2;\n}\n';
const SDL = 'type Query {\n  place(id: ID!): Place\n}\ntype Place {\n  id: ID!\n  seat: Int\n}\n';

/** More differences are another document's. */
const MOST = 30;

export default defineRule({
  id: 'consistency/contract-drift',
  reports: 'Operations of a document that differ from those in the OpenAPI, proto and GraphQL files under `contracts`: missing on either side, or with another method, version, parameter, required field or type.',
  why: 'Partners build against the file, reviewers approve the document. Where the two differ, one of them has agreed to something that will not be there.\n\nOnly operations that the document calls its own are compared: those in its headings, tables, statements and fences, not those under "Background", "Existing" or "Dependencies". An operation that no file has is reported where a file has the same resource, the same first part of the path, or another operation of the document; one that a draft calls new is not. Operations of a file that the document does not tell are reported once for each resource or service, and only where it lists at least half of them under headings, in rows or in a contract: a document about 3 of 200 operations hears of none of the other resources.',
  expected: 'bring the document and the file to the same method, path, parameters, required fields and types',
  severity: { kep: 'info', rfc: 'warning', design: 'warning', prd: 'warning', adr: 'info' },
  apart: true,
  *check(context) {
    const { spec, stage, workspace } = context;
    if (!workspace?.contracts) return;
    const own = ownOperations(context, workspace);
    const contracts = ownContracts(spec, workspace).filter(({ section }) => isOwn(spec, section)).map(({ contract }) => contract);
    const [first] = [...own, ...contracts.flatMap(({ types }) => types)];
    if (!first) return;
    for (const { path, problem } of workspace.contracts)
      if (problem) yield { at: first.at, message: `The operations here cannot be compared with ${path}, which ${problem.message}; correct the file, or take it out of "contracts".`, elsewhere: [{ path, ...problem.at, message: 'Wrong here' }] };
    yield* drift(own, contracts, workspace.contracts, ({ isNew }) => isNew && stage === 'draft').slice(0, MOST);
  },
  examples: {
    path: 'docs/waitlist.md',
    contracts: { 'api/openapi.yaml': OPENAPI, 'proto/places.proto': PROTO, 'api/places.graphql': SDL },
    good: [
      '# Waitlist\n\n## API\n\n| Method | Path | Purpose |\n|---|---|---|\n| GET | `/v1/places` | Lists |\n| POST | `/v1/places` | Joins |\n| PATCH | `/v1/places/:id` | Moves |\n',
      '# Waitlist\n\n## API\n\n### GET /places?sailing={id}\n\nLists the places.\n\n| Parameter | Type | Required |\n|---|---|---|\n| `sailing` | UUID | yes |\n| `limit` | int | no |\n\n### POST /places\n\nJoins.\n\n### PATCH /places/{place}\n\nMoves.\n',
      '# Waitlist\n\n## API\n\n### GET /cabins\n\nAnother service has them.\n\n## Background\n\nThe old `DELETE /v1/places` is gone.\n',
      '# Waitlist\n\n## API\n\n```proto\nservice Places {\n  rpc Hold(HoldRequest) returns (Place);\n  // …\n}\nmessage Place { string id = 1; }\n```\n\n## Alternatives\n\n```proto\nmessage Place { string id = 7; }\n```\n',
    ],
    bad: [
      '# Waitlist\n\n## API\n\n### «PUT /v1/places/{id}»\n\nMoves a guest.\n',
      '# Waitlist\n\n## API\n\n### «GET /v2/places»\n\nLists the places.\n',
      '# Waitlist\n\n## API\n\n| Method | Path |\n|---|---|\n| «GET» | `/v1/places` |\n| POST | `/v1/places` |\n| «DELETE» | `/v1/guests` |\n',
      '# Waitlist\n\n## API\n\n### GET /places\n\n| Parameter | Type | Required |\n|---|---|---|\n| `sailing` | string | yes |\n| «`limit`» | string | no |\n| «`after`» | string | no |\n\n### PATCH /places/{id}\n\nMoves.\n\n### POST /places\n\nJoins.\n',
      '# Waitlist\n\n## API\n\n```proto\nservice Places {\n  «rpc Hold»(HoldRequest) returns (Seat);\n  rpc Leave(LeaveRequest) returns (Place);\n  «rpc Swap»(SwapRequest) returns (Place);\n}\nmessage Place {\n  string «seat = 2»;\n}\n```\n',
      '# Waitlist\n\n## API\n\n### «GET /places»\n\n| Parameter | Required |\n|---|---|\n| `limit` | no |\n\n### PATCH /places/{id}\n\n### POST /places\n',
      '# Waitlist\n\n## API\n\n```graphql\ntype Query {\n  place(«id»: ID): Place\n  «places»: [Place]\n}\n```\n',
    ],
  },
});
