import assert from 'node:assert/strict';
import { review } from '../../../src/index';

const RULES = { 'consistency/*': 'info', 'wording/*': 'info' } as const;

/** The text after the first fix of a rule's first finding, and the rules that then report it. */
function fixed(rule: string, text: string): { text: string; rules: string[] } {
  const [fix] = review(text, { rules: RULES }).findings.find((f) => f.rule === rule)!.fixes;
  const after = fix!.edits.toSorted((a, b) => b.at.start - a.at.start).reduce((t, { at, text: inserted }) => {
    assert.equal(at.start, at.end, 'fixes only insert');
    return t.slice(0, at.start) + inserted + t.slice(at.end);
  }, text);
  return { text: after, rules: review(after, { rules: RULES }).findings.map((f) => f.rule) };
}

describe('fixes of consistency rules', () => {
  const risks = '# PRD: Cold store\n\n## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Ice | Salt |\n| Fog | Lamps |\n| Frost | Fleece |';

  it('add a column for owners, which is still reported', () => {
    const { text, rules } = fixed('consistency/risk-without-owner', `${risks}\n`);
    assert.equal(text, '# PRD: Cold store\n\n## Risks\n\n| Risk | Mitigation | Owner |\n|---|---| --- |\n| Ice | Salt | TBD |\n| Fog | Lamps | TBD |\n| Frost | Fleece | TBD |\n');
    assert.ok(rules.includes('consistency/risk-without-owner'));
  });

  it('do so with Windows line ends and at the end of the text', () => {
    const { text } = fixed('consistency/risk-without-owner', risks.replace(/\n/g, '\r\n'));
    assert.ok(text.endsWith('| Fog | Lamps | TBD |\r\n| Frost | Fleece | TBD |'));
  });

  it('are not offered for a table whose rows have no closing pipe', () => {
    const [finding] = review(risks.replace('| Fog | Lamps |', '| Fog | Lamps'), { rules: RULES }).findings.filter((f) => f.rule === 'consistency/risk-without-owner');
    assert.deepEqual(finding!.fixes, []);
  });

  it('put a place for name and date behind each open question', () => {
    const { text } = fixed('consistency/question-without-owner', '# PRD: Cold store\n\n## Open questions\n\n- Who pays?\n- Who calls?\n- Who opens?\n');
    assert.match(text, /- Who pays\? \(owner: TBD, by: TBD\)\n- Who calls\? \(owner: TBD, by: TBD\)\n- Who opens\? \(owner: TBD, by: TBD\)\n/);
  });

  it('put a table for exactly these operations behind what stands with the first', () => {
    const { text, rules } = fixed('consistency/operation-needs', '# Cold store\n\n## API\n\n`POST /v1/places` takes a chamber.\n\n`GET /v1/places` lists them.\n\n## Data\n\nOne table.\n');
    assert.match(text, /lists them\.\n\n\| Operation \|[^\n]+\n\|[- |]+\n\| `POST \/v1\/places` \| TBD[^\n]+\n\| `GET \/v1\/places` \| TBD[^\n]+\n\n## Data/);
    assert.ok(rules.includes('wording/placeholder'));
  });

  it('ask below a diagram what one of its boxes is, in the bullets of the document', () => {
    const { text, rules } = fixed('consistency/diagram-vs-text', '# Cold store\n\n* One\n\n## Picture\n\nThe door service opens the chamber.\n\n```mermaid\nflowchart LR\n  web[Web page] --> door[Door service] --> ice[Ice monitor]\n```\n\nThe web page shows it.\n\n## Data\n\nNone.\n');
    assert.match(text, /The web page shows it\.\n\n\* Ice monitor: TODO: What is it, and what does it do here\?\n\n## Data/);
    assert.ok(rules.includes('wording/placeholder') && !rules.includes('consistency/diagram-vs-text'));
  });

  it('ask for the errors of exactly these operations, and leave the question open until they are told', () => {
    const text = '# Cold store design\n\n## API\n\n| Endpoint | What |\n|---|---|\n| `POST /v1/places` | Books |\n| `GET /v1/places/{id}` | Reads |\n\n## Error handling\n\n## Data\n\nOne table.\n';
    const options = { profile: 'design', depth: 'thorough' } as const;
    const [fix] = review(text, options).findings.find((f) => f.rule === 'api/errors')!.fixes;
    const after = text.slice(0, fix!.edits[0]!.at.start) + fix!.edits[0]!.text + text.slice(fix!.edits[0]!.at.end);
    assert.match(after, /## Error handling\n\n- TODO: [^]+\n\n\| Operation \| Code or message \| When \| What the caller does \|\n\| --- \| --- \| --- \| --- \|\n\| `POST \/v1\/places` \| TBD \| TBD \| TBD \|\n\| `GET \/v1\/places\/{id}` \| TBD \| TBD \| TBD \|\n\n## Data/);
    const again = review(after, options);
    assert.notEqual(again.coverage.find((c) => c.item === 'api/errors')!.state, 'covered');
    assert.ok(again.findings.some((f) => f.rule === 'wording/placeholder' || f.rule === 'api/errors'));
  });

  it('put a place for criteria under each story, in its list or its section', () => {
    const listed = fixed('consistency/story-without-criteria', '# PRD: Cold store\n\n## Stories\n\n* As a grower, I want to book a place.\n  In the evening.\n* As a driver, I want to see the hour.\n\n## Data\n\nOne.\n');
    assert.match(listed.text, /\* As a grower, I want to book a place\.\n  In the evening\.\n  \* Acceptance criteria: given TBD, when TBD, then TBD\n\* As a driver, I want to see the hour\.\n  \* Acceptance criteria: given TBD, when TBD, then TBD\n\n## Data/);
    assert.ok(!listed.rules.includes('consistency/story-without-criteria') && listed.rules.includes('wording/placeholder'), 'not twice, and not forgotten');
    const numbered = fixed('consistency/story-without-criteria', '# PRD: Cold store\n\n## Stories\n\n10. As a grower, I want to book a place.\n11. As a driver, I want to see the hour.\n');
    assert.match(numbered.text, /place\.\n {4}- Acceptance criteria: [^\n]+\n11\./);
    const own = fixed('consistency/story-without-criteria', '# PRD: Cold store\r\n\r\n### Story 1\r\n\r\nAs a grower, I want to book.\r\n\r\n### Story 2\r\n\r\nAs a driver, I want to see.\r\n');
    assert.ok(own.text.includes('I want to book.\r\n\r\nAcceptance criteria:\r\n\r\n- Given TBD, when TBD, then TBD\r\n\r\n### Story 2'));
    assert.ok(own.text.endsWith('I want to see.\r\n\r\nAcceptance criteria:\r\n\r\n- Given TBD, when TBD, then TBD\r\n'));
  });

  it('are not offered for stories that stand in running text', () => {
    const [finding] = review('# PRD: Cold store\n\n## Stories\n\nAs a grower, I want to book a place. As a driver, I want to see the hour.\n', { rules: RULES }).findings.filter((f) => f.rule === 'consistency/story-without-criteria');
    assert.deepEqual(finding!.fixes, []);
  });

  describe('that reorder', () => {
    /** The text after the fix of the row that stands out of order; the rows themselves stay what they are. */
    function reordered(text: string): string | undefined {
      const finding = review(text, { rules: RULES }).findings.find((f) => f.rule === 'consistency/timeline-order')!;
      const [fix] = finding.fixes;
      if (!fix) return undefined;
      const [{ at, text: inserted }] = fix.edits as [typeof fix.edits[number]];
      const lines = (part: string) => part.split(/\r?\n/).sort();
      assert.deepEqual(lines(inserted), lines(text.slice(at.start, at.end)), 'exactly the rows of the author');
      const after = text.slice(0, at.start) + inserted + text.slice(at.end);
      assert.ok(!review(after, { rules: RULES }).findings.some((f) => f.rule === 'consistency/timeline-order'), 'once is enough');
      return after;
    }

    const rows = (days: string[], row: (day: string) => string) => `# Dry dock\n\n## Timeline\n\n${days.map(row).join('\n')}\n\nThat is all.\n`;
    const item = (day: string) => `- ${day}: work of ${day.slice(5)}`;

    it('move a row of a list to where its date belongs, forwards and backwards', () => {
      assert.equal(reordered(rows(['2026-03-02', '2026-05-01', '2026-03-16', '2026-04-13', '2026-04-20', '2026-05-04'], item)), rows(['2026-03-02', '2026-03-16', '2026-04-13', '2026-04-20', '2026-05-01', '2026-05-04'], item));
      assert.equal(reordered(rows(['2026-05-04', '2026-04-20', '2026-04-13', '2026-06-01', '2026-03-02'], item)), rows(['2026-06-01', '2026-05-04', '2026-04-20', '2026-04-13', '2026-03-02'], item));
    });

    it('do so in a table, and with Windows line ends', () => {
      const table = (days: string[]) => `# Dry dock\r\n\r\n## Milestones\r\n\r\n| date | what |\r\n|---|---|\r\n${days.map((day) => `| ${day} | work |`).join('\r\n')}`;
      assert.equal(reordered(table(['2026-03-02', '2026-03-16', '2026-03-09', '2026-04-13', '2026-04-20'])), table(['2026-03-02', '2026-03-09', '2026-03-16', '2026-04-13', '2026-04-20']));
    });

    it('are not offered where more than the rows would move, or numbers would be wrong', () => {
      const days = ['2026-03-02', '2026-03-16', '2026-03-09', '2026-04-13', '2026-04-20'];
      assert.equal(reordered(rows(days, (day) => `${item(day)}\n  and more`)), undefined);
      assert.equal(reordered(rows(days, (day) => `1. ${day}: work`)), undefined);
    });
  });
});
