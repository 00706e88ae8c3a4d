import assert from 'node:assert/strict';
import { buildSpec } from '../../../../src/analyzer/build-spec';
import { collectFacts } from '../../../../src/analyzer/facts';
import { ownOperations } from '../../../../src/analyzer/facts/operations';
import { createMarkdownParser } from '../../../../src/analyzer/parse/markdown';
import * as grammars from '../../../../src/contracts';
import { contracts } from '../../../../src/workspace/contracts';

/** The operations that a document calls its own, each with where it stands and its fields. */
async function told(text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const index = contracts({ grammars: async () => grammars, files: async () => Object.keys(files), read: async (path) => files[path] });
  const workspace = { specs: [], ...await index.around('a.md', text) };
  return ownOperations(collectFacts(buildSpec(text, createMarkdownParser().parse(text)), 'design', undefined), workspace)
    .map(({ name, from, isNew, at, fields }) => [from, name, isNew ? 'new' : '', `@${text.slice(at.start, at.end)}`, ...fields.map((f) => `${f.in ?? '?'}:${f.name}:${f.type ?? ''}:${f.required ?? ''}`)].filter(Boolean).join(' '));
}

describe('own operations', () => {
  it('stand in headings, rows and statements, each once at the place that says most', async () => {
    assert.deepEqual(await told('# T\n\n## API\n\n`POST /v1/places` takes a guest.\n\n| Method | Path |\n|---|---|\n| GET | `/v1/places?from={day}` |\n\n### POST /v1/places (new)\n\nJoins.\n\n`DELETE /v1/places` leaves.\n'), [
      'table GET /v1/places?from={day} @GET query:from::', 'heading POST /v1/places new @POST /v1/places (new)', 'text DELETE /v1/places @DELETE /v1/places',
    ]);
  });

  it('have the fields of the tables under their heading, where these say that they stand', async () => {
    assert.deepEqual(await told([
      '# T', '', '## PUT /v1/places/{id}', '', 'Moves.', '', '### Query parameters', '', '| Parameter | Type | Optional |', '|---|---|---|', '| `dry_run` | bool | yes |', '',
      '### Request', '', '| Field | Type | Required |', '|---|---|---|', '| `seat` | int | ✅ |', '| A note on it | string | no |', '',
      '### Response', '', '| Field | Type |', '|---|---|', '| `moved_at` | timestamp |', '', '## Data', '', '| Column | Type |', '|---|---|', '| place | uuid |', '',
    ].join('\n')), ['heading PUT /v1/places/{id} @PUT /v1/places/{id} query:dry_run:bool:false body:seat:int:true answer:moved_at:timestamp:']);
  });

  it('are not those of others, of before, or of what was turned down', async () => {
    assert.deepEqual(await told('# T\n\n## Background\n\n### GET /v1/old\n\nOld.\n\n## Existing API\n\n| Method | Path |\n|---|---|\n| GET | `/v1/now` |\n\n## Alternatives considered\n\n### POST /v1/other\n\nNo.\n\n## Proposal\n\nThe client calls the existing `GET /v1/theirs`.\n'), []);
  });

  it('stand in contracts, and RPCs in prose where a file knows the service', async () => {
    const text = '# T\n\n## Design\n\n```graphql\nextend type Query { place(id: ID!): Int }\n```\n\nIt calls `shop.v1.Orders/Create` and `Time.Now`, see github.com/Acme/Orders.\n';
    assert.deepEqual(await told(text), ['contract Query.place @place ?:id:ID!:true']);
    assert.deepEqual(await told(text, { 'a.proto': 'service Orders { rpc Create(A) returns (B); }' }), ['contract Query.place @place ?:id:ID!:true', 'text Orders.Create @shop.v1.Orders/Create', 'text Time.Now @Time.Now']);
  });
});
