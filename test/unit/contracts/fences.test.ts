import assert from 'node:assert/strict';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { ownContracts } from '../../../src/analyzer/facts/own-contracts';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';
import * as grammars from '../../../src/contracts';
import { contracts, fencesIn } from '../../../src/workspace/contracts';

/** The contracts in the fences of a document, with the words that each operation, type and field stands at. */
async function told(text: string) {
  const { fences = [] } = await contracts({ grammars: async () => grammars, files: async () => [], read: async () => undefined }).around('a.md', text);
  const at = ({ at: { start, end } }: { at: { start: number; end: number } }) => text.slice(start, end);
  return ownContracts(buildSpec(text, createMarkdownParser().parse(text)), { specs: [], fences }).map(({ contract: { format, operations, types, problem, isPart } }) => ({
    format, operations: operations.map((one) => `${one.name} @ ${at(one)}`), types: types.map((one) => `${one.name} @ ${at(one)}: ${one.fields.map((field) => `${field.name}${field.required ? '!' : ''} ${field.type} @ ${at(field)}`).join(', ')}`),
    ...(problem && { problem: `${problem.message} @ ${at(problem)}` }), ...(isPart && { isPart }),
  }));
}
const fence = (lang: string, code: string) => `# T\n\n\`\`\`${lang}\n${code}\n\`\`\`\n`;

describe('contracts in fences', () => {
  it('are OpenAPI, whole or a part of it', async () => {
    assert.deepEqual(await told(fence('yaml', 'paths:\n  /a/{id}:\n    get: {}\n    post:\n      summary: x')), [{ format: 'openapi', operations: ['GET /a/{id} @ get', 'POST /a/{id} @ post'], types: [] }]);
    assert.deepEqual((await told(fence('json', '{ "openapi": "3.0.0", "paths": { "/b": { "put": {} } } }')))[0]!.operations, ['PUT /b @ put']);
    assert.deepEqual((await told(fence('yaml', '/c:\n  delete: {}\n')))[0]!.operations, ['DELETE /c @ delete']);
  });

  it('are proto, also without the service around it, and in a list', async () => {
    assert.deepEqual(await told(fence('proto', 'rpc Hold(A) returns (B);\n// ...')), [{ format: 'proto', operations: ['Hold @ rpc Hold'], types: [], isPart: true }]);
    assert.deepEqual((await told('# T\n\n- one\n\n  ```protobuf\n  message A {\n    string a = 1;\n  }\n  ```\n'))[0]!.types.map((type) => type.split(' @')[0]), ['A']);
  });

  it('are GraphQL definitions, and no queries', async () => {
    assert.deepEqual((await told(fence('graphql', 'extend type Query { a(b: ID!): Int }')))[0]!.operations, ['Query.a @ a']);
    assert.deepEqual(await told(fence('graphql', 'query A { a(b: 1) { type } }')), []);
  });

  it('are tables of SQL, JSON Schemas and custom resources', async () => {
    assert.deepEqual((await told(fence('sql', 'CREATE TABLE places (\n  id uuid PRIMARY KEY,\n  price numeric(10, 2) NOT NULL,\n  note text,\n  CONSTRAINT c CHECK (price > 0)\n);')))[0]!.types, [
      'places @ CREATE TABLE places: id! uuid @ id, price! numeric(10,2) @ price, note text @ note',
    ]);
    assert.deepEqual((await told(fence('json', '{ "$schema": "x", "title": "Place", "required": ["id"], "properties": { "id": { "type": "string" } } }')))[0]!.types, ['Place @ properties: id! string @ id']);
    const crd = 'kind: CustomResourceDefinition\nspec:\n  names: { kind: Berth }\n  versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n          properties:\n            spec:\n              type: object\n              required: [length]\n              properties:\n                length: { type: integer }';
    assert.deepEqual((await told(fence('yaml', crd)))[0]!.types, ['Berth/v1 @ name: v1: spec object @ spec, spec.length! integer @ length']);
  });

  it('that are broken say so, and leave the others alone', async () => {
    const broken = `${fence('proto', 'message A {\n  string = 1;\n}')}\n${fence('yaml', 'openapi: 3.0.0\npaths: [')}\n${fence('graphql', 'type A {')}\n${fence('graphql', 'type Query { a: Int }')}`;
    const found = await told(broken);
    assert.deepEqual(found.map(({ problem }) => problem?.split(':')[0]), ['is not valid proto', 'is not valid YAML', 'is not valid GraphQL', undefined]);
    assert.deepEqual(found[3]!.operations, ['Query.a @ a']);
  });

  it('are looked for in no time, and never make a parser load where there are none', async () => {
    for (const odd of ['```', '```yaml\n', '```\n```', '~~~~sql\n', '``` ```\n', '```json\n{"openapi":\n```\n'].map((part) => part.repeat(Math.ceil(200_000 / part.length)))) {
      const start = performance.now();
      fencesIn(odd);
      assert.ok(performance.now() - start < 500, `${odd.slice(0, 12)}: ${Math.round(performance.now() - start)} ms`);
    }
    const none = contracts({ grammars: async () => { throw new Error('loaded'); }, files: async () => [], read: async () => undefined });
    assert.deepEqual(await none.around('a.md', fence('yaml', 'replicas: 3') + fence('go', 'type A struct {}') + 'GET /v1/a'), {});
  });
});
