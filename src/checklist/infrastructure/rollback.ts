import { defineItem } from '../../analyzer/item';
import { because } from '../due';

export default defineItem({
  id: 'infrastructure/rollback',
  question: 'How is it turned off or reverted, and what happens to what already exists?',
  why: 'This is the question at three in the morning. A switch without a word on the data written meanwhile is a hope, not a way back.',
  expected: 'say how it is switched off or downgraded, and what then happens to existing data and users',
  severity: { kep: 'error', rfc: 'warning', design: 'error', prd: 'warning', adr: 'info' },
  weight: 5,
  due: (facts) => because('changes', facts.schemas) ?? because('runs', facts.runtime) ?? because('adds', facts.flags) ?? because('adds', facts.operations),
  evidence: {
    headings: [
      'rollback', 'rollback plan', 'rollback strategy', 'roll back', 'rollback procedure', 'rolling back', 'downgrade', 'downgrades', 'downgrade strategy', 'backout plan', 'back-out plan', 'revert plan', 'reverting',
      'upgrade / downgrade strategy', 'upgrade/downgrade strategy', 'upgrade and downgrade strategy', 'upgrade downgrade strategy', 'rollout and rollback', 'feature enablement and rollback',
      'can the feature be disabled once it has been enabled i e can we roll back the enablement', 'how to roll back', 'disabling the feature', 'kill switch', 'exit strategy',
    ],
    headingPattern: /\b(?:roll(?:ing)? ?-?back|downgrad(?:e|es|ing)|revert\w*|back ?-?out|disabl(?:e|ing)|be disabled)\b/,
    topic: /\b(?:roll(?:ed|ing|s)?[- ]?back|downgrad\w+|revert\w*|back(?:ed|ing)? out|disabl\w+|turn(?:ed|ing)? off|kill[- ]switch|undo)\b/i,
    statements: [
      /\b(?:downgrad(?:e|es|ing)|roll(?:ing|ed)?[- ]?back|rollbacks?|revert(?:ing|ed)? to)\b[^.\n]{0,80}\b(?:will|must|requires?|needs?|treated|ignored?|safe|lost|loses?|leaves?|kept|removing|restor\w+|stays?|still|fall(?:s)? back|no longer|not possible|impossible|unmanaged|default)\b/i,
      /\b(?:after|upon|on|in case of|during|when|if)\b[^.\n]{0,20}\b(?:a )?(?:rollback|downgrade|revert|roll(?:ing|ed)? back|downgrad(?:ing|ed)|reverting)\b[^.\n]{0,10}(?:,|\bto\b)[^.\n]{0,120}\b(?:will|are|is|be|stay|remain|keeps?|can)\b/i,
      /\b(?:to|can|may) (?:be )?(?:disabled?|turn(?:ed)? (?:it )?off|roll(?:ed)? back|revert(?:ed)?|downgraded?|switch(?:ed)? back|undone)\b[^.\n]{0,40}\b(?:by|via|using|set(?:ting)?|through|with|at any time|and)\b[^.\n]{0,100}\b(?:exist\w*|already|remain\w*|keeps?|kept|stay\w*|data|written|previous|old|again|lost|without)\b/i,
      /\b(?:once|when|if|after)\b[^.\n]{0,40}\b(?:disabled|turned off|switched off|removed|reverted|rolled back)\b,?[^.\n]{0,60}\b(?:existing|already|remain\w*|kept|stay\w*|ignored|lost|previous(?:ly)?|dropped|continues?)\b/i,
      /\b(?:one[- ]way (?:operation|door|change|migration)|(?:cannot|can't|not) be (?:rolled back|reverted|undone|downgraded)|irreversible|not reversible)\b/i,
      /\b(?:migrate|move|switch|convert|update)(?:d|s)? (?:\w+ ){0,4}back to\b[^.\n]{0,60}\b(?:old|previous|original|former|default|existing|v\d)\b/i,
    ],
  },
  skeleton: {
    heading: 'Rollback',
    questions: [
      'Which signal starts a rollback, and who decides?',
      'Which steps turn the change off, and how long do they take?',
      'What happens to data written and to requests made in the meantime?',
      'Which step cannot be undone?',
    ],
    after: ['rollout', 'rollout plan', 'migration', 'upgrade strategy', 'test plan'],
  },
  examples: {
    covered: [
      '## Rollback\n\nWhen `orders.v2` is switched off, orders that already exist stay readable, because both versions share one table.\n',
      '## Versioning\n\nAfter a downgrade, the new field is ignored by the old controller and existing objects keep their previous behaviour.\n',
    ],
    partial: ['## Rollback\n\nThe feature can be disabled.\n'],
    missing: ['## Versioning\n\nThe controller writes the new field whenever an object is created.\n'],
  },
});
