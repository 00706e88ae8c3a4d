import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { reviewer } from '../../../src/index';
import { foundIn, reviewWithout } from '../../../src/report/known';

const samples = ['thin-rfc', 'prd-with-numbers', 'thorough-design'].map((name) => readFileSync(`media/samples/${name}.md`, 'utf8'));
/** One for all: it reads again only what differs between two texts. */
const own = reviewer();
const found = (text: string) => foundIn(own, { text, options: {} });
const shown = (text: string, known: ReadonlySet<string>) => reviewWithout(own, { text, options: {} }, known).findings;

/** Paragraphs that say nothing any question asks for, put between the blocks of a document. */
const idle = fc.constantFrom('Thanks to all who read this early.', 'See the wiki for the history of the name.', '![The pier at dawn](pier.png)', '> As they say on board.');

/** Whether a section says something, so that an idle paragraph behind it changes nothing of what it is. */
const hasText = (block: string): boolean => block.length > 250 && !block.includes('TBD');

/** A sample with idle paragraphs at the end of some of its sections. */
const edited = fc.record({ sample: fc.constantFrom(...samples), edits: fc.array(fc.tuple(fc.nat(), idle), { minLength: 1, maxLength: 6 }) })
  .map(({ sample, edits }) => {
    const blocks = sample.split(/\n(?=#)/);
    const open = blocks.flatMap((block, i) => (i && hasText(block) ? i : []));
    for (const [at, words] of edits) {
      const i = open[at % open.length]!;
      blocks[i] = `${blocks[i]!.trimEnd()}\n\n${words}\n`;
    }
    return { sample, text: blocks.join('\n') };
  });

describe('what is known of a document', function () {
  this.timeout(30_000);

  it('hides all of it while it does not change', () => {
    for (const text of samples) assert.deepEqual(shown(text, found(text)), []);
  });

  it('is known again after edits elsewhere, whatever they are', () => {
    fc.assert(fc.property(edited, ({ sample, text }) => {
      const known = found(sample);
      for (const finding of shown(text, known)) assert.fail(`${finding.rule} is back: ${finding.message}`);
    }), { numRuns: 40 });
  });

  it('hides nothing new: a placeholder that is put in is told, whatever else was edited', () => {
    const thorough = samples[2]!;
    const known = found(thorough);
    let told = 0;
    fc.assert(fc.property(fc.nat(), edited.filter(({ sample }) => sample === thorough), (at, { text }) => {
      const blocks = text.split(/\n(?=## )/);
      const i = 1 + (at % (blocks.length - 1));
      blocks[i] = `${blocks[i]!.trimEnd()}\n\nTBD: who signs this off.\n`;
      const after = blocks.join('\n');
      const fresh = [...found(after)].filter((entry) => !known.has(entry));
      assert.equal(shown(after, known).length > 0, fresh.length > 0);
      told += fresh.length;
    }), { numRuns: 15 });
    assert.ok(told > 0);
  });

  it('lets a gap move between a finding of its own and the roll-up of its area', () => {
    const text = samples[0]!;
    const known = found(text);
    const [first] = [...known].filter((entry) => !entry.includes('#'));
    const but = new Set([...known].filter((entry) => entry !== first));
    assert.deepEqual(shown(text, but).map((f) => f.rule), [first]);
    assert.deepEqual(reviewWithout(own, { text, options: {} }, but).brief, [first]);
  });

  it('leaves of a habit the places that are new', () => {
    const list = (n: number) => `# Waitlist design\n\nStatus: draft\n\n${Array.from({ length: n }, (_, i) => `## Part ${i}\n\nThe first words of part ${i} say enough to stand. TBD\n`).join('\n')}`;
    const known = found(list(5));
    assert.ok([...known].filter((entry) => entry.startsWith('wording/placeholder#')).length >= 5);
    const placeholders = shown(list(7), known).filter((f) => f.rule === 'wording/placeholder');
    assert.deepEqual(placeholders.map((f) => list(7).slice(0, f.at.start).split('## Part ').length - 2), [5, 6]);
  });

  it('counts equal words in one section', () => {
    const text = (n: number) => `# Waitlist design\n\nStatus: draft\n\n## Part\n\nIt stands by itself.\n${'\nTBD\n'.repeat(n)}`;
    assert.equal(shown(text(2), found(text(1))).filter((f) => f.rule === 'wording/placeholder').length, 1);
  });
});
