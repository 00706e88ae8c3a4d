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
});
