import assert from 'node:assert/strict';
import { endpointOf, type DeclaredOperation } from '../../../src/analyzer/contract';
import type { Operation } from '../../../src/analyzer/facts/operations';
import { drift } from '../../../src/checklist/drift';

function endpoint<At>(name: string, at: At): DeclaredOperation<At> {
  const [method, path] = name.split(' ') as [string, string];
  const { key, resource } = endpointOf(method, path);
  return { kind: 'endpoint', keys: [key], group: resource, name, at, fields: [] };
}

const PLACE = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const own = (names: readonly string[]) => names.map((name, i): Operation => ({ ...endpoint(name, { start: i, end: i + 1 }), from: 'heading', isNew: false, section: 0 }));
const file = (names: readonly string[]) => ({ path: 'api.yaml', format: 'openapi' as const, operations: names.map((name) => endpoint(name, PLACE)), types: [], prefixes: ['v1'] });
const messages = (here: readonly string[], there: readonly string[]) => drift(own(here), [], [file(there)], () => false).map(({ message }) => message.split(';')[0]);

describe('drift', () => {
  it('is told for the resources of the document only, however large the API is', () => {
    const others = Array.from({ length: 197 }, (_, i) => `GET /v1/other${i}`);
    assert.deepEqual(messages(['GET /v1/places', 'POST /v1/places'], ['GET /v1/places', 'POST /v1/places', 'DELETE /v1/places/{id}', ...others]), ['“DELETE /v1/places/{id}” of api.yaml is not here, though the others of “places” are']);
    assert.deepEqual(messages(['GET /v1/places'], ['GET /v1/places', 'POST /v1/places', 'DELETE /v1/places/{id}', ...others]), [], 'one of three describes none of the others');
  });

  it('is no difference of spelling', () => {
    assert.deepEqual(messages(['GET /places/:id', 'PUT /api/v1/places/<id>/'], ['GET /v1/places/{placeId}', 'PUT /v1/places/{placeId}']), []);
    assert.deepEqual(messages(['POST /v1/places/{id}:hold'], ['POST /v1/places/{id}:free']), ['“POST /v1/places/{id}:hold” is not in api.yaml', ]);
  });

  it('is silent where the file is about something else', () => assert.deepEqual(messages(['GET /berths'], ['GET /v1/places']), []));

  it('takes no time where both are large', () => {
    const there = Array.from({ length: 20_000 }, (_, i) => `GET /v1/things/x${i}`), here = Array.from({ length: 2_000 }, (_, i) => `${i % 2 ? 'GET' : 'PUT'} /v1/things/x${i * 7}`);
    const start = performance.now();
    assert.equal(messages(here, there).length, 1_000);
    assert.ok(performance.now() - start < 2_000, `${Math.round(performance.now() - start)} ms`);
  });
});
