import assert from 'node:assert/strict';
import type { ContractFile, DeclaredField } from '../../../src/analyzer/contract';
import { readContracts } from '../../../src/contracts';

/** What the first of some files declares, and the paths that were read for it. */
async function readAll(files: Record<string, string>, ...paths: string[]): Promise<{ found: readonly ContractFile[]; read: string[] }> {
  const read: string[] = [];
  const found = await readContracts(paths.length ? paths : [Object.keys(files)[0]!], async (path) => { read.push(path); return files[path]; });
  return { found, read };
}

const shown = ({ name, in: place, type, required }: DeclaredField<unknown>) => [place, name, type, required && 'required'].filter(Boolean).join(' ');
const place = ({ start }: { start: { line: number; column: number } }) => `${start.line}:${start.column}`;

describe('contract files', () => {
  it('of OpenAPI tell operations with parameters and fields, also behind references', async () => {
    const { found: [file], read } = await readAll({
      'api/openapi.yaml': 'openapi: 3.1.0\nservers: [{ url: "https://ferry.example/v1/" }]\npaths:\n  /places/{id}:\n    parameters:\n      - { name: id, in: path, required: true, schema: { type: string } }\n    put:\n      parameters:\n        - $ref: "#/components/parameters/Dry"\n        - { name: Authorization, in: header }\n      requestBody: { $ref: "parts/bodies.json#/place" }\n      responses:\n        "200": { content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Place" } } } } }\n        "404": { content: { application/json: { schema: { properties: { code: { type: string } } } } } }\ncomponents:\n  parameters:\n    Dry: { name: dry, in: query, required: true, schema: { type: ["null", boolean] } }\n  schemas:\n    Place: { allOf: [{ properties: { id: { type: string } } }, { properties: { seat: { type: integer } } }] }\n',
      'api/parts/bodies.json': '{\n\t"place": { "content": { "application/json": { "schema": { "type": "object", "required": ["seat"], "properties": { "seat": { "type": "integer" }, "made": { "type": "string", "readOnly": true } } } } } }\n}',
    });
    const [put, ...others] = file!.operations;
    assert.deepEqual([put!.name, put!.keys, put!.group, place(put!.at), others.length], ['PUT /places/{id}', ['PUT places/{}'], 'places', '7:5', 0]);
    assert.deepEqual(put!.fields.map(shown), ['path id string required', 'query dry boolean required', 'body seat integer required', 'answer made string', 'answer id string', 'answer seat integer']);
    assert.deepEqual(read, ['api/openapi.yaml', 'api/parts/bodies.json']);
    assert.deepEqual(file!.prefixes, ['places']);
  });

  it('of OpenAPI know a base path that is no version, and read JSON', async () => {
    const { found: [file] } = await readAll({ 'api.json': JSON.stringify({ openapi: '3.0.0', servers: [{ url: '/shop' }], paths: { '/carts': { get: {} } } }, undefined, 1) });
    assert.deepEqual(file!.operations[0]!.keys, ['GET carts', 'GET shop/carts']);
    assert.equal(place(file!.operations[0]!.at), '10:5');
  });

  it('of proto tell services, messages and what a gateway makes of them, and follow imports', async () => {
    const { found } = await readAll({
      'proto/ferry/places.proto': 'syntax = "proto3";\npackage ferry.v1;\nimport "ferry/types.proto";\n// rpc Old(A) returns (B);\nservice Places {\n  rpc Hold(HoldRequest) returns (stream ferry.v1.Place) {\n    option (google.api.http) = { post: "/v1/places" body: "*" };\n  }\n}\nmessage HoldRequest {\n  repeated string guests = 1;\n  map<string, int32> seats = 2;\n  message Inner { string note = 1; }\n}\n',
      'proto/ferry/types.proto': 'syntax = "proto3";\nimport "ferry/places.proto";\nimport "google/protobuf/timestamp.proto";\nmessage Place { string id = 1; }\n',
    });
    assert.deepEqual(found.map(({ path }) => path), ['proto/ferry/places.proto', 'proto/ferry/types.proto']);
    const [{ operations, types }, other] = found as [ContractFile, ContractFile];
    assert.deepEqual(operations.map(({ kind, name, takes, returns, at }) => [kind, name, takes, returns, place(at)]), [['rpc', 'Places.Hold', 'HoldRequest', 'stream Place', '6:3'], ['endpoint', 'POST /v1/places', undefined, undefined, '6:3']]);
    assert.deepEqual(types.map(({ name, at, fields }) => [name, place(at), fields.map(({ name: field, type, tag }) => `${type} ${field} = ${tag}`)]), [
      ['HoldRequest', '10:1', ['repeated string guests = 1', 'map<string,int32> seats = 2']], ['HoldRequest.Inner', '13:3', ['string note = 1']],
    ]);
    assert.deepEqual(other.types.map(({ name }) => name), ['Place']);
  });

  it('of GraphQL tell the fields of the roots, whatever these are called, and of the other types', async () => {
    const { found: [file] } = await readAll({ 'schema.graphql': 'schema { query: Ask }\ntype Ask { place(id: ID!, at: Int! = 1): Place }\nextend type Mutation { hold: Boolean }\ntype Place { id: ID!, seats: [Int!] }\n' });
    assert.deepEqual(file!.operations.map(({ name, returns, fields }) => [name, returns, fields.map(({ name: field, type, required }) => [field, type, required])]), [
      ['Query.place', 'Place', [['id', 'ID!', true], ['at', 'Int!', false]]], ['Mutation.hold', 'Boolean', []],
    ]);
    assert.deepEqual(file!.types.map(({ name, fields }) => [name, fields.map(({ type }) => type)]), [['Place', ['ID!', '[Int!]']]]);
  });

  it('that cannot be read say why and where, and leave the others alone', async () => {
    const { found } = await readAll({ 'a.yaml': 'openapi: 3.0.0\npaths:\n  /a: {get: {}\n', 'b.proto': 'syntax = "proto3";\nmessage A {\n  string a = ;\n}\n', 'c.graphql': 'type A {\n  b: \n}\n', 'd.yaml': 'openapi: 3.0.0\npaths: { /d: { get: {} } }\n' }, 'a.yaml', 'b.proto', 'c.graphql', 'gone.yaml', 'd.yaml');
    assert.deepEqual(found.map(({ problem }) => problem && `${place(problem.at)} ${problem.message.split(':')[0]}`), [
      '3:15 is not valid YAML', '3:1 is not valid proto', '3:1 is not valid GraphQL', '1:1 does not exist, is too large, or lies outside of the workspace', undefined,
    ]);
    assert.equal(found[4]!.operations.length, 1);
    assert.equal((await readAll({ 'x.yaml': 'name: nothing\n' })).found[0]!.problem!.message, 'declares no operation');
  });

  it('lead nobody out of the workspace', async () => {
    const { read } = await readAll({
      'api/openapi.yaml': 'openapi: 3.0.0\npaths:\n  /a: { $ref: "../../etc/passwd.yaml#/a" }\n  /b: { get: { requestBody: { $ref: "https://evil.example/x.yaml" } } }\n  /c: { $ref: "/../x.yaml" }\n',
      'p.proto': 'import "../../../etc/x.proto"; import "/etc/y.proto";',
    }, 'api/openapi.yaml', 'p.proto');
    assert.ok(read.every((path) => !path.startsWith('..') && !path.startsWith('/') && !path.includes('://')), read.join());
  });

  it('that go in circles end', async () => {
    const loop = 'openapi: 3.0.0\npaths:\n  /a: { get: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } }\n  /b: { $ref: "#/paths/~1b" }\n  /c: { $ref: "other.yaml#/paths/~1c" }\ncomponents: { schemas: { A: { allOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/A" }], properties: { a: { $ref: "#/components/schemas/A" } } } } }\n';
    const { found } = await readAll({ 'openapi.yaml': loop, 'other.yaml': 'openapi: 3.0.0\npaths: { /c: { $ref: "openapi.yaml#/paths/~1c" } }\n', 'a.proto': 'import "b.proto"; service S { rpc A(B) returns (C); }', 'b.proto': 'import "a.proto";' }, 'openapi.yaml', 'a.proto');
    assert.deepEqual(found.map(({ path, operations }) => [path, operations.length]), [['openapi.yaml', 1], ['a.proto', 1], ['b.proto', 0]]);
  });

  it('that are hostile get an answer', async function () {
    this.timeout(60_000);
    const aliases = `a: &a [${'x,'.repeat(9)}x]\n${Array.from({ length: 9 }, (_, i) => `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${`*${String.fromCharCode(97 + i)},`.repeat(9)}*${String.fromCharCode(97 + i)}]`).join('\n')}\n`;
    const hostile: Record<string, string> = {
      'aliases.yaml': `openapi: 3.0.0\npaths: { /a: { get: {} } }\n${aliases}`, 'deep.yaml': `openapi: ${'['.repeat(50_000)}`, 'deep.json': `{"a":`.repeat(50_000),
      'deep.proto': `syntax = "proto3"; ${'message A {'.repeat(50_000)}`, 'deep.graphql': `type A { a: ${'['.repeat(50_000)}`, 'proto.proto': 'message __proto__ { string constructor = 1; }',
      'proto.yaml': 'openapi: 3.0.0\npaths: { __proto__: { get: {} }, /a: { get: { parameters: [{ $ref: "#/__proto__/x" }] } } }\n', 'comment.proto': '/*'.repeat(100_000), 'binary.yaml': '\u0000\u0001',
    };
    const start = performance.now();
    const { found } = await readAll(hostile, ...Object.keys(hostile));
    assert.ok(performance.now() - start < 10_000, `${Math.round(performance.now() - start)} ms`);
    assert.equal(found.length, Object.keys(hostile).length);
    assert.deepEqual(({} as Record<string, unknown>)['get'], undefined);
  });

  it('that are too large are told', async () => {
    assert.match((await readAll({ 'huge.yaml': ' '.repeat(8_000_001) })).found[0]!.problem!.message, /^has more than 8 million characters/);
  });
});
