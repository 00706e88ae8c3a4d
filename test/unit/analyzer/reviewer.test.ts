import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checklist, review, reviewer } from '../../../src/index';
import type { Coverage } from '../../../src/analyzer/review';

const samples = ['thorough-design', 'thin-rfc', 'prd-with-numbers'].map((name) => readFileSync(`media/samples/${name}.md`, 'utf8'));
const [thorough, thin, prd] = samples as [string, string, string];
const of = (text: string, item: string): Coverage => review(text).coverage.find((c) => c.item === item) ?? assert.fail(item);

describe('review', () => {
  it('answers for all 39 items, whatever the document', () => {
    for (const text of [...samples, '', '# T\n', '\uFEFF', 'no heading at all']) {
      const { coverage } = review(text);
      assert.deepEqual(coverage.map((c) => c.item), checklist.map((i) => i.id));
      assert.equal(coverage.length, 39);
    }
  });

  it('reads an answer alike, whichever apostrophe the editor set', () => {
    const text = "# Calendar\n\nFixed days were discussed, but we don't plan to offer them: we don't support windows within a day.\n";
    const typeset = text.replaceAll("'", '’');
    assert.equal(of(typeset, 'acceptance/non-goals').confidence, of(text, 'acceptance/non-goals').confidence);
    assert.ok(of(text, 'acceptance/non-goals').evidence.length > 0);
  });

  it('keeps every position inside the text, every range non-empty and short', () => {
    for (const text of samples) {
      const { coverage, findings } = review(text);
      const spans = [...coverage.flatMap((c) => c.evidence), ...findings.flatMap((f) => [f.at, ...f.related.map((r) => r.at)])];
      for (const { start, end } of spans) assert.ok(start >= 0 && start < end && end <= text.length, `${start}-${end} of ${text.length}`);
      for (const { evidence } of coverage) {
        assert.ok(evidence.length <= 3);
        for (const { start, end } of evidence) assert.ok(text.slice(start, end).split('\n').length <= 13);
      }
    }
  });

  it('speaks only of confident gaps, and says what would satisfy each', () => {
    for (const text of samples) {
      const { coverage, findings } = review(text);
      for (const finding of findings) {
        for (const id of finding.items ?? [finding.rule]) {
          const found = coverage.find((c) => c.item === id);
          if (!found) continue; // a rule, not a question
          assert.ok(found.state === 'missing' || found.state === 'partial', id);
          assert.ok(found.confidence >= 0.8, id);
        }
        assert.match(finding.message, /^\S.*\S\.$/);
      }
    }
  });

  it('finds a thorough document answered and a thin one open', () => {
    const answered = (text: string) => review(text).coverage.filter((c) => c.state === 'covered').length;
    assert.ok(answered(thorough) >= 30, `${answered(thorough)} of 39`);
    assert.ok(answered(thin) <= 15, `${answered(thin)} of 39`);
    assert.ok(review(thorough).findings.length < review(thin).findings.length);
  });

  it('names at most three that matter, the loudest first', () => {
    const { brief, findings } = review(thin);
    assert.equal(brief.length, 3);
    assert.ok(brief.every((rule) => findings.some((f) => f.rule === rule)));
    const order = ['blocker', 'should', 'could'];
    const ranks = findings.map((f) => order.indexOf(f.priority));
    assert.deepEqual(ranks, [...ranks].sort());
  });

  it('reports every gap for itself where a thorough review is asked for, and the same ones', () => {
    for (const text of samples) {
      const asked = (depth: 'essential' | 'thorough') => review(text, { depth }).findings.filter((f) => f.items ?? checklist.some((i) => i.id === f.rule));
      const all = asked('thorough');
      assert.deepEqual(all.flatMap((f) => f.items ?? []), []);
      assert.deepEqual(all.map((f) => f.rule).sort(), asked('essential').flatMap((f): readonly string[] => f.items ?? [f.rule]).sort());
      assert.deepEqual(review(text, { depth: 'thorough' }).brief, review(text).brief);
    }
  });

  it('points at each section that touches a question once', () => {
    const options = { depth: 'thorough', rules: { 'delivery/decision': 'warning' } } as const;
    const { coverage, findings } = review(thin, options);
    const [status, author] = coverage.find((c) => c.item === 'delivery/decision')!.evidence;
    assert.deepEqual([status, author].map((at) => thin.slice(at!.start, at!.end).split(':')[0]), ['Status', 'Author']);
    const { related } = findings.find((f) => f.rule === 'delivery/decision')!;
    assert.deepEqual(related.filter((r) => [status, author].includes(r.at)).map((r) => r.at), [status]);
  });

  it('lets the stage of the document set how loud a finding gets', () => {
    const loudest = (status: string) => new Set(review(thin.replace(/^Status:.*$/im, '').replace(/^# .*$/m, (h) => `${h}\n\nStatus: ${status}\n`), { profile: 'design' }).findings.map((f) => f.severity));
    assert.ok(loudest('Accepted').has('error'));
    assert.ok(!loudest('Draft').has('error'));
    assert.deepEqual(loudest('Implemented'), new Set(['info']));
  });

  it('obeys configured levels, the later entry first', () => {
    const rules = (options: Record<string, 'off' | 'info' | 'error'>) => review(thin, { profile: 'design', rules: options, stages: { draft: 'error', 'in-review': 'error' } }).findings;
    assert.equal(rules({ '*': 'off' }).length, 0);
    assert.ok(rules({ '*': 'off', 'infrastructure/rollback': 'error' }).every((f) => f.rule === 'infrastructure/rollback' && f.severity === 'error'));
    assert.ok(!rules({ 'infrastructure/*': 'off' }).some((f) => f.rule.startsWith('infrastructure/')));
  });

  it('gives the same review for every version as a new reviewer', function () {
    this.timeout(20_000);
    const words = ['rollback', '## Rollout', 'TBD', '```', '<!--', '-->', '99.9 %', '- [ ] ', '\n\n', '| a | b |\n|---|---|\n', '[x]: y\n', '#', 'Owner: Ana\n'];
    const edit = fc.record({ sample: fc.nat(2), edits: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(60), put: fc.constantFrom(...words) }), { minLength: 1, maxLength: 4 }) });
    fc.assert(fc.property(edit, ({ sample, edits }) => {
      const incremental = reviewer();
      let text = samples[sample]!;
      incremental.review(text);
      for (const { at, cut, put } of edits) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + put + text.slice(offset + cut);
        assert.deepEqual(incremental.review(text), review(text));
      }
    }), { numRuns: 12 });
  });
});

describe('known traps', () => {
  it('leaves it to a reader whether something specific under its own heading answers a question', () => {
    for (const { item, text } of [
      { item: 'infrastructure/rollback', text: 'The release manager switches the flag `waitlist` off when more than 1 % of bookings fail.' },
      { item: 'infrastructure/rollback', text: 'Two days of `waitlist_entries` are written before the office looks at the page again.' },
    ]) {
      const found = of(`# T\n\n## Rollback\n\n${text}\n`, item);
      assert.ok(found.state === 'covered' || found.confidence < 0.8, `${found.state} ${found.confidence}`);
    }
  });

  it('takes acceptance criteria written as boxes for criteria', () => {
    assert.equal(of(prd, 'acceptance/criteria').state, 'covered');
  });

  it('takes a numbered API section for the contract', () => {
    assert.equal(of(prd, 'api/contract').state, 'covered');
  });

  it('takes a reasoned denial of an interface for not applicable', () => {
    const text = '# Nightly clean-up\n\n## Motivation\n\nOld exports fill the disk of the report host every month.\n\n## API\n\nNo API endpoints (standalone service).\n';
    assert.equal(of(text, 'api/contract').state, 'not-applicable');
  });

  it('takes nothing in a comment or under Alternatives for an answer', () => {
    const rollback = 'Rollback: set the flag `berths.waitlist` to off; existing entries are kept and shown read-only.';
    assert.notEqual(of(`# T\n\n<!-- ## Rollback\n\n${rollback} -->\n`, 'infrastructure/rollback').state, 'covered');
    assert.notEqual(of(`# T\n\n## Alternatives\n\n### A second service\n\n${rollback}\n`, 'infrastructure/rollback').state, 'covered');
  });

  it('calls a heading with a placeholder partial', () => {
    assert.equal(of('# T\n\n## Rollback\n\nTBD\n', 'infrastructure/rollback').state, 'partial');
    assert.match(of('# T\n\n## Rollback\n\nTBD\n', 'infrastructure/rollback').reason, /“Rollback” \(line 3\) holds only the placeholder “TBD”/);
  });
});

describe('decisions', () => {
  const state = (comment: string, today = '2026-06-01') => review(`${thin}\n\n<!-- spec-review: ${comment} -->\n`, { today });
  const found = (r: ReturnType<typeof state>, item: string) => r.coverage.find((c) => c.item === item)!;

  it('settle their item and nothing else', () => {
    const before = review(thin), after = state('not-applicable scalability/load-test -- a form used by nine people');
    assert.equal(found(after, 'scalability/load-test').state, 'not-applicable');
    assert.deepEqual(after.coverage.filter((c) => c.item !== 'scalability/load-test'), before.coverage.filter((c) => c.item !== 'scalability/load-test'));
    assert.ok(!after.findings.some((f) => f.rule === 'scalability/load-test' || f.items?.includes('scalability/load-test')));
  });

  it('accept a gap until a date, and are reported when it has passed', () => {
    const accepted = 'accept infrastructure/rollback --until 2026-12-31 --owner Ana -- the pilot has two users';
    assert.equal(found(state(accepted), 'infrastructure/rollback').state, 'accepted');
    const expired = state(accepted, '2027-01-01');
    assert.notEqual(found(expired, 'infrastructure/rollback').state, 'accepted');
    assert.ok(expired.findings.some((f) => f.rule === 'decision/expired'));
  });

  it('are reported as unused where the document answers the item', () => {
    const { item } = review(thorough).coverage.find((c) => c.state === 'covered' && c.confidence >= 0.9)!;
    const text = `${thorough}\n\n<!-- spec-review: accept ${item} -- later -->\n`;
    assert.ok(review(text).findings.some((f) => f.rule === 'decision/unused'));
  });

  it('reviews the same text with the same options once, and others anew', () => {
    const own = reviewer();
    const options = { path: 'a.md' };
    const first = own.review(thorough, options), { spec } = own;
    assert.equal(own.review(thorough, options), first);
    assert.notEqual(own.review(thorough, { ...options }), first);
    own.review(thin, options);
    assert.notEqual(own.spec, spec);
    assert.deepEqual(own.review(thorough, options), first);
    assert.deepEqual(own.spec, spec);
  });

  it('reads a section again when what it stands under is another', () => {
    const text = '# Tides design\n\n## Non-goals\n\n- No forecast beyond two days is given here.\n\n## Proposal\n\nText.\n\n### Pools\n\n- The pool of gauges is shared by all of the harbours.\n- Each gauge reports its level in metres every minute.\n';
    const open = reviewer();
    open.review(text);
    const under = text.replace('## Proposal\n\nText.\n\n', '');
    assert.deepEqual(open.review(under), review(under));
    assert.deepEqual(open.review(text), review(text));
  });
});
