import assert from 'node:assert/strict';
import { specEntry } from '../../../src/analyzer/spec-entry';
import type { Rule, RuleContext } from '../../../src/analyzer/rule';
import { collectFacts } from '../../../src/analyzer/facts';
import { detectProfile, detectStage } from '../../../src/analyzer/profile';
import { figuresOf } from '../../../src/analyzer/severity';
import { rules } from '../../../src/checklist';
import * as grammars from '../../../src/contracts';
import { review, reviewer } from '../../../src/index';
import type { Workspace } from '../../../src/analyzer/surroundings';
import { contracts } from '../../../src/workspace/contracts';

/** The text without the marks « and », and the places that stood between them. */
function marked(text: string): { text: string; spans: string[] } {
  const spans = [...text.matchAll(/«([^»]*)»/g)];
  return { text: text.replace(/[«»]/g, ''), spans: spans.map((m, i) => `${m.index - 2 * i}-${m.index - 2 * i + m[1]!.length} ${m[1]}`) };
}

/** What the index tells of the files that a rule's examples name, and of the fences of one of them. */
async function described({ examples: { path = '', contracts: files = {} } }: Rule, text: string): Promise<Partial<Workspace>> {
  const index = contracts({ grammars: async () => grammars, files: async () => Object.keys(files), read: async (one) => files[one] });
  return index.around(path, text);
}

/** The documents beside a rule's examples. */
async function aroundExamples(rule: Rule, text: string): Promise<Pick<RuleContext, 'path' | 'workspace'>> {
  const { path, beside = {}, changed } = rule.examples;
  if (path === undefined) return {};
  const specs = Object.entries(beside).map(([other, text]) => {
    const door = reviewer();
    const { profile, stage } = door.review(text, { path: other });
    return specEntry(other, door.spec, profile, stage);
  });
  return { path, workspace: { specs, ...(changed && { changes: { since: 'main', files: changed } }), ...await described(rule, text) } };
}

async function findings(id: string, text: string): Promise<string[]> {
  const door = reviewer();
  const rule = rules.find((r) => r.id === id)!;
  const around = await aroundExamples(rule, text);
  const { coverage } = door.review(text);
  const { spec } = door;
  const facts: RuleContext = { ...collectFacts(spec, detectProfile(spec), detectStage(spec)), coverage, ...around };
  return [...rule.check(facts, figuresOf(rule, undefined))].map(({ at, message }) => {
    assert.match(message, /^\S.*\S\.$/);
    return `${at.start}-${at.end} ${text.slice(at.start, at.end)}`;
  });
}

describe('rules', () => {
  for (const rule of rules) describe(rule.id, () => {
    assert.ok(rule.examples.good.length && rule.examples.bad.length, 'both kinds of examples');
    rule.examples.good.forEach((text, i) => it(`is silent on good example ${i + 1}`, async () => assert.deepEqual(await findings(rule.id, text), [])));
    rule.examples.bad.forEach((example, i) => {
      const { text, spans } = marked(example);
      it(`finds what is wrong in bad example ${i + 1}`, async () => assert.deepEqual(await findings(rule.id, text), spans));
      it(`finds the same in bad example ${i + 1} with Windows line ends`, async () => assert.equal((await findings(rule.id, text.replace(/\n/g, '\r\n'))).length, spans.length));
    });
  });

  it('report a habit of the document once', () => {
    const text = `# T\n\n${'Retention is TBD.\n\n'.repeat(9)}`;
    const found = review(text, { profile: 'prd' }).findings.filter((f) => f.rule === 'wording/placeholder');
    assert.equal(found.length, 1);
    assert.equal(found[0]!.related.length, 8);
  });

  it('do not repeat what the finding on an unanswered section says', () => {
    const text = '# Waitlist\n\nThe service adds a new endpoint.\n\n## Rollback\n\nTBD\n\n## Colours\n\nTBD\n';
    const { findings } = review(text, { profile: 'prd' });
    const at = (rule: string) => findings.filter((f) => f.rule === rule).map((f) => text.slice(0, f.at.start).split('\n').length);
    assert.deepEqual(at('infrastructure/rollback'), [5]);
    assert.deepEqual(at('wording/placeholder'), [11]);
  });

  it('obey a decision on them, which is unused once nothing breaks them', () => {
    const decision = '<!-- spec-review: accept wording/placeholder -- the pilot decides -->\n';
    assert.ok(!review(`# T\n\nRetention is TBD.\n\n${decision}`).findings.some((f) => f.rule === 'wording/placeholder'));
    assert.ok(review(`# T\n\nRetention is 30 days.\n\n${decision}`).findings.some((f) => f.rule === 'decision/unused'));
  });
});
