import assert from 'node:assert/strict';
import { diagrams, type Diagram } from '../../../../src/analyzer/facts/diagrams';
import { readArchitecture } from '../../../../src/analyzer/facts/diagrams/architecture';
import { readC4 } from '../../../../src/analyzer/facts/diagrams/c4';
import { readFlowchart } from '../../../../src/analyzer/facts/diagrams/flowchart';
import { graphBuilder } from '../../../../src/analyzer/facts/diagrams/graph';
import { readSequence } from '../../../../src/analyzer/facts/diagrams/sequence';
import { at, specOf } from './spec-of';

/** HOSTILE_KB=1024 tries larger diagrams than a test run has time for. */
const SIZE = Number(process.env['HOSTILE_KB'] ?? 64) * 1024;

const fence = (body: string) => `# Pier\n\n\`\`\`mermaid\n${body}\n\`\`\`\n`;
const read = (body: string): Diagram => diagrams(specOf(fence(body)))[0] ?? assert.fail('no diagram');
const boxes = ({ components }: Diagram) => components.map(({ id, lines, look, group }) => `${id}: ${lines.join(' / ')}${look === 'box' ? '' : ` (${look})`}${group === undefined ? '' : ` in ${group}`}`);
const lines = ({ edges }: Diagram) => edges.map(({ from, to, label, heads }) => `${from} ${{ to: '>', both: '<>', none: '-' }[heads]} ${to}${label && `: ${label}`}`);

describe('flowcharts', () => {
  it('are read with every shape and its label', () => {
    assert.deepEqual(boxes(read('graph TD\n  a[Gate] --> b("Seat (new)")\n  c[(Seats<br/>DB)] --> d{Full?}\n  e([Mail]) --> f[[Sub]] --> g((Hub)) --> h>Flag] --> i{{Six}} --> j[/Slanted/] --> k(((Two)))\n  l["`**Bold** one`"]\n  m@{ shape: cyl, label: "Log store" }\n  n')), [
      'a: Gate', 'b: Seat (new)', 'c: Seats / DB (store)', 'd: Full? (decision)', 'e: Mail', 'f: Sub', 'g: Hub', 'h: Flag', 'i: Six', 'j: Slanted', 'k: Two', 'l: Bold one', 'm: Log store (store)', 'n: n',
    ]);
  });

  it('are read with every link, chain and fork', () => {
    const { edges } = read('flowchart LR; a-->b; b---c; c -- sells --> d; d -.-> e; e -. tells .-> f; f ==> g; g == pays ==> h; h <--> i; i --o j; j --x k; k -->|"asks"| l; m & n --> o & p --> q; r ~~~ s; t e1@--> u\n  v -->\n  w');
    assert.deepEqual(lines({ edges } as Diagram), [
      'a > b', 'b - c', 'c > d: sells', 'd > e', 'e > f: tells', 'f > g', 'g > h: pays', 'h <> i', 'i > j', 'j > k', 'k > l: asks',
      'm > o', 'm > p', 'n > o', 'n > p', 'o > q', 'p > q', 't > u', 'v > w',
    ]);
  });

  it('take names with dashes and letters of any language, and leave links alone that are given looks', () => {
    assert.deepEqual(lines(read('graph LR\n  mcp-server.v2 --> Fähre\n  Fähre e1@--> 渡船:::big\n  e1@{ animate: true }')), ['mcp-server.v2 > Fähre', 'Fähre > 渡船']);
  });

  it('know groups, and that a link to one is no link to a box of its name', () => {
    const one = read('graph TB\n  subgraph pier ["The pier"]\n    direction LR\n    gate --> desk\n    subgraph back office\n      safe[(Safe)]\n    end\n  end\n  guest --> pier\n  style gate fill:#fff,stroke:#000');
    assert.deepEqual(boxes(one), ['gate: gate in pier', 'desk: desk in pier', 'safe: Safe (store) in back office', 'guest: guest']);
    assert.deepEqual(one.groups, [{ id: 'pier', label: 'The pier' }, { id: 'back office', label: 'back office', parent: 'pier' }]);
    assert.deepEqual(lines(one), ['gate > desk', 'guest > pier']);
    assert.ok(one.isWhole);
  });

  it('may begin with settings and comments', () => {
    assert.deepEqual(lines(read('---\ntitle: Pier\n---\n%%{init: {"theme": "dark"}}%%\n%% a note\n\nflowchart-elk TD\n  a --> b %% here too')), ['a > b']);
  });
});

describe('other diagrams', () => {
  it('of sequences have participants and messages', () => {
    const one = read('sequenceDiagram\n  autonumber\n  actor G as Guest\n  participant Ticket Desk\n  create participant S@{ "type": "database" } as Seat Store\n  G->>+Ticket Desk: buys; Note over G: pays\n  loop daily\n    Ticket Desk--)S: asks: free?\n  end\n  S<<->>Ticket Desk: syncs\n  S-x pre-x: drops');
    assert.deepEqual(boxes(one), ['G: Guest (actor)', 'Ticket Desk: Ticket Desk', 'S: Seat Store', 'pre-x: pre-x']);
    assert.deepEqual(lines(one), ['G > Ticket Desk: buys', 'Ticket Desk > S: asks: free?', 'S <> Ticket Desk: syncs', 'S > pre-x: drops']);
    assert.ok(one.isWhole);
  });

  it('of C4 have people, systems, boundaries and relations', () => {
    const one = read('C4Container\n  title Pier\n  Person(g, "Guest", "Pays, boards")\n  System_Boundary(pier, "Pier") {\n    Container(desk, "Ticket desk", "Go, HTTP", "Sells")\n    ContainerDb(seats, "Seats")\n  }\n  Rel(g, desk, "buys", "HTTPS")\n  BiRel_U(desk, seats, "keeps")\n  UpdateElementStyle(g, $bgColor="grey")');
    assert.deepEqual(boxes(one), ['g: Guest (actor)', 'desk: Ticket desk in pier', 'seats: Seats (store) in pier']);
    assert.deepEqual(lines(one), ['g > desk: buys', 'desk <> seats: keeps']);
    assert.ok(one.isWhole);
  });

  it('of architectures have services, groups and edges', () => {
    const one = read('architecture-beta\n  group pier(cloud)[Pier]\n  service desk(server)[Ticket desk] in pier\n  service seats(database)[Seats] in pier\n  junction middle\n  desk:R --> L:seats\n  desk:T -- B:middle\n  seats{group}:L <-[reads]-> R:desk');
    assert.deepEqual(boxes(one), ['desk: Ticket desk in pier', 'seats: Seats (store) in pier']);
    assert.deepEqual(lines(one), ['desk > seats', 'desk - middle', 'seats <> desk: reads']);
    assert.ok(one.isWhole);
  });

  it('of other kinds, and fences in other languages, are none', () => {
    for (const first of ['gantt', 'pie', 'stateDiagram-v2', 'erDiagram', 'graphics', 'graph /pier?x=1', '']) assert.deepEqual(diagrams(specOf(fence(`${first}\n  a --> b`))), [], first);
    assert.deepEqual(diagrams(specOf('# A\n\n```\ngraph TD\n a --> b\n```\n')), []);
  });
});

describe('the place of a component', () => {
  const labels = (text: string) => {
    const spec = specOf(text);
    return diagrams(spec).flatMap(({ components }) => components.map((one) => at(spec, one.at)));
  };

  it('is its label, else its name', () => {
    assert.deepEqual(labels(fence('graph TD\n  a --> b[Seat desk]\n  a["Gate"] --> c[(DB)]')), ['Gate', 'Seat desk', 'DB']);
    assert.deepEqual(labels(fence('sequenceDiagram\n  participant A as Gate\n  A->>Desk: A asks Desk')), ['Gate', 'Desk']);
  });

  it('is right behind other sections, with Windows line ends, in lists and in quotes', () => {
    const chart = 'graph TD\n  a[Gate] --> b[Desk]\n  b --> c';
    assert.deepEqual(labels(`# A\n\nText.\n\n## B\n\n${fence(chart)}`.replace(/\n/g, '\r\n')), ['Gate', 'Desk', 'c']);
    assert.deepEqual(labels(`# A\n\n- One\n\n  ${fence(chart).slice('# Pier\n\n'.length).replace(/\n/g, '\n  ')}`), ['Gate', 'Desk', 'c']);
    assert.deepEqual(labels(`# A\n\n${fence(chart).slice('# Pier\n\n'.length).replace(/^/gm, '> ')}`), ['Gate', 'Desk', 'c']);
  });
});

describe('a broken diagram', () => {
  it('is read around what is broken, and known not to be whole', () => {
    const one = read('graph TD\n  a[Gate --> b\n  c --> d\n  e -->\n\n  ?? ((\n  f --> g[Desk]');
    assert.ok(!one.isWhole);
    assert.ok(lines(one).includes('c > d') && lines(one).includes('f > g'), lines(one).join());
    assert.ok(!read('graph TD\n  subgraph pier\n  a --> b').isWhole);
    assert.ok(!read('C4Context\n  Person(g, "Guest"\n  System(d, "Desk")').isWhole);
    assert.ok(!read('sequenceDiagram\n  Gate Desk: asks').isWhole);
  });

  // Read without the Markdown around it, whose parser takes longer than all of them.
  const PIECES = ['a-->b\n', 'a --> ', 'a & ', 'a[', 'a[\n', 'a["\n', 'a -- x\n', 'a -. ', ' ', '%', '%%\n', 'a', '-', 'a@{', 'subgraph\n', 'end\n', 'participant a  as ', 'a->>b:', 'Rel(a,', 'Rel(a, b, "c")\n', 'service a in b', '"', '\\', '<', '~'];
  for (const [name, readOne] of Object.entries({ flowchart: readFlowchart, sequence: readSequence, c4: readC4, architecture: readArchitecture }))
    it(`of any size is read in part: ${name}`, () => {
      for (const piece of PIECES) {
        const graph = graphBuilder();
        readOne(piece.repeat(SIZE / piece.length), 0, graph);
        const { components, edges } = graph.finish();
        assert.ok(components.length <= 2_000 && edges.length <= 10_000, piece);
      }
    });

  it('of products of forks is cut', () => {
    const many = (letter: string) => Array.from({ length: 500 }, (_, i) => `${letter}${i}`).join(' & ');
    const one = read(`graph TD\n  ${many('a')} --> ${many('b')}`);
    assert.deepEqual([one.edges.length, one.isWhole], [10_000, false]);
  });
});
