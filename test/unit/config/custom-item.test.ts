import assert from 'node:assert/strict';
import type { OwnItem } from '../../../src/analyzer/own-item';
import { configFinder } from '../../../src/config/find';
import { reviewer } from '../../../src/index';
import { explainItem } from '../../../src/report/explain';

/** The items of a config, and what is wrong with it, with the text that each problem points at. */
async function itemsOf(yaml: string): Promise<{ items: readonly OwnItem[]; problems: string[] }> {
  const find = configFinder({ read: async (path) => (path === '/w/.spec-review.yaml' ? yaml : undefined), isRoot: async () => true }, ['api/limits']);
  const { items, sources: [source] } = (await find('/w'))!;
  return { items, problems: source!.problems.map(({ message, span }) => `${yaml.slice(span.start, span.end)} <- ${message}`) };
}

const RESIDENCY = `
items:
  - id: acme/data-residency
    question: In which regions is the data kept, and may it leave them?
    why: Contracts with EU customers name the regions.
    expected: name the regions
    severity: error
    due: { mentions: ["personal data", "customers?' data"] }
    evidence: { headings: ["Data residency"], phrases: ["stays? in the EU"], tableColumns: ["region", "data"], minWords: 6 }
    skeleton: "## Data residency\\n\\nWhich regions?\\n- Which transfers?\\n"
`;

const DUE = '# Design\n\nThe export holds personal data of the customers.\n';

describe('custom items', () => {
  const judged = async (text: string, yaml = RESIDENCY) => {
    const { items, problems } = await itemsOf(yaml);
    assert.deepEqual(problems, []);
    const review = reviewer(items).review(text);
    return { coverage: review.coverage.at(-1)!, finding: review.findings.find((f) => f.rule === 'acme/data-residency') };
  };

  it('are answered by a heading with enough words, a phrase in enough words, or a table with all columns and a row', async () => {
    const answers = {
      heading: '## 3. Data Residency\n\nFrankfurt and Dublin only, and nothing is ever transferred.\n',
      phrase: '## Storage\n\nAll that the customers give us\nstays in\nthe EU at all times.\n',
      table: '## Stores\n\n| Data | Region |\n|---|---|\n| orders | Frankfurt |\n',
    };
    for (const [kind, text] of Object.entries(answers)) {
      const { coverage, finding } = await judged(DUE + text);
      assert.deepEqual([coverage.state, coverage.confidence, finding], ['covered', 0.85, undefined], `${kind}: ${coverage.reason}`);
      assert.ok(coverage.evidence.length > 0);
    }
    assert.equal((await judged(`${DUE}${answers.phrase}`)).coverage.reason, 'Answered in “Storage” (line 6): “All that the customers give us stays in the EU at all times.”');
  });

  it('are answered in part by an empty heading or a phrase alone', async () => {
    const empty = (await judged(`${DUE}## Data residency\n\nTBD\n`)).coverage;
    assert.deepEqual([empty.state, empty.reason], ['partial', '“Data residency” (line 4) has no answer beneath it.']);
    const short = (await judged(`${DUE}\nIt stays in the EU.\n`)).coverage;
    assert.deepEqual([short.state, short.reason], ['partial', 'Touched in “Design” (line 5), in fewer than the 6 words that an answer needs: “It stays in the EU.”']);
    assert.equal((await judged(`${DUE}\n| Data | Region |\n|---|---|\n`)).coverage.state, 'missing');
  });

  it('are reported where they are due, with what inserts them', async () => {
    const { finding, coverage } = await judged(DUE);
    assert.equal(coverage.state, 'missing');
    assert.equal(finding?.severity, 'error');
    assert.match(finding.message, /^Data residency: not answered; name the regions.*it mentions “personal data”/);
    const inserted = finding.fixes[0]!.edits[0]!.text;
    assert.match(inserted, /## Data residency\n\n- TODO: Which regions\?\n- TODO: Which transfers\?/);
    assert.equal((await judged('# Design\n\nNothing to see.\n')).finding, undefined);
    assert.equal((await judged(`${DUE}\n<!-- spec-review: accept acme/data-residency -- decided in the contract with legal -->\n`)).coverage.state, 'accepted');
  });

  it('need no more than an id, a question and one kind of evidence', async () => {
    const { items: [item] } = await itemsOf('items: [{ id: acme/legal-hold, question: Who may hold it?, evidence: { phrases: [legal hold] } }]');
    assert.deepEqual(item!.skeleton, { heading: 'Legal hold', questions: ['Who may hold it?'], after: [] });
    assert.deepEqual(item!.severity.prd, 'warning');
    assert.match(explainItem(item!), /Answer “Who may hold it\?”\. It may stand under any heading\. A heading alone/);
  });

  it('read again only what changed, with the same result', async () => {
    const { items } = await itemsOf(RESIDENCY);
    const kept = reviewer(items);
    for (const text of [DUE, `${DUE}## Data residency\n\nFrankfurt and Dublin only, and nothing else.\n`, DUE, `# Title\n\n${DUE}`])
      assert.deepEqual(kept.review(text), reviewer(items).review(text));
  });

  it('that are wrong are reported at the key', async () => {
    const wrong = async (item: string) => (await itemsOf(`items: [${item}]`)).problems;
    const E = 'evidence: { headings: [X] }';
    assert.deepEqual(await wrong(`{ id: Acme, question: q?, ${E} }`), ['Acme <- "id" must be area/name in lower case, such as "acme/data-residency"']);
    assert.deepEqual(await wrong(`{ id: api/limits, question: q?, ${E} }`), ['api/limits <- "api/limits" is a rule already; give the item an id of its own']);
    assert.deepEqual(await wrong(`{ id: a/b, question: q?, ${E} }, { id: a/b, question: r?, ${E} }`), ['a/b <- "a/b" stands twice; give each item an id of its own']);
    assert.deepEqual(await wrong('{ id: a/b, question: q? }'), ['{ id: a/b, question: q? } <- an item needs "evidence": the headings, phrases or table columns that answer it']);
    assert.deepEqual(await wrong('{ id: a/b, question: q?, evidence: { minWords: 3 } }'), ['{ minWords: 3 } <- the evidence needs "headings", "phrases" or "tableColumns": something that can answer the question']);
    assert.deepEqual(await wrong('{ id: a/b, question: q?, evidence: { headings: [X], minWords: -1 } }'), ['-1 <- "minWords" must be a whole number from 1 to 1000']);
    assert.deepEqual(await wrong(`{ id: a/b, question: q?, severty: error, ${E} }`), ['severty <- unknown key "severty"; did you mean "severity"?']);
  });

  it('with a hostile pattern are refused at once', async () => {
    const wrong = async (pattern: string) => (await itemsOf(`items: [{ id: a/b, question: q?, evidence: { phrases: ['${pattern}'] } }]`)).problems.map((p) => p.replace(/^.* <- /, ''));
    assert.deepEqual(await wrong('(?=a)b'), ['the pattern "(?=a)b" is not RE2 syntax: invalid or unsupported Perl syntax: `(?=`']);
    const many = Array.from({ length: 50 }, (_, i) => `{ id: a/b${i}, question: q?, evidence: { phrases: ['x{90}y{90}z{90}', 'u{90}v{90}w{90}'] } }`);
    assert.deepEqual((await itemsOf(`items:\n  - ${many.join('\n  - ')}`)).problems.map((p) => p.replace(/^.* <- /, '')), ['the pattern "x{90}y{90}z{90}" is one too many: with those before it, the patterns are too large together; use fewer, or shorter repetitions']);
    assert.match((await wrong('(a'))[0]!, /^the pattern "\(a" is not RE2 syntax: missing closing \)/);
    assert.deepEqual(await wrong('(a{30}){30}'), ['the pattern "(a{30}){30}" is too large when its repetitions are written out; use fewer or shorter ones']);
    assert.deepEqual(await wrong('a*'), ['the pattern "a*" matches even where nothing is written; make a part of it necessary']);
    assert.deepEqual(await wrong('x'.repeat(300)), ['"phrases" must have at most 200 characters, not 300']);
  });

  it('with a pattern that would blow up elsewhere take no longer than others', async () => {
    const { items, problems } = await itemsOf('items: [{ id: a/b, question: q?, evidence: { phrases: ["(a|aa)+$", "(a+)+b"] } }]');
    assert.deepEqual(problems, []);
    const start = performance.now();
    reviewer(items).review(`# A\n\n${'a'.repeat(5_000)}!\n`);
    assert.ok(performance.now() - start < 1_500);
  });
});
