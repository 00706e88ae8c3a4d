import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { isStandard } from '../standard';
import { words } from '../words';

const BACK = /(?:downgrad(?:e|es|ing)|roll(?:ing|ed)?[- ]?back)/;
const OFF = /(?:disabled?|turn(?:ed)? (?:it )?off|roll(?:ed)? back|revert(?:ed)?|downgraded?|switch(?:ed)? back|undone)/;
/** What going back does, to whatever was made meanwhile. */
const EFFECT = /(?:will|must|requires?|needs?|treated|ignored?|safe|lost|loses?|leaves?|kept|removing|restor\w+|stays?|still|falls? back|no longer|not possible|impossible|unmanaged|default)/;
const EXISTING = /(?:exist\w*|already|remain\w*|keeps?|kept|stay\w*|written|previous(?:ly)?|ignored|lost|dropped|continues?)/;

export default defineItem({
  id: 'infrastructure/rollback',
  question: 'How is it turned off or reverted, and what happens to what already exists?',
  why: 'This is the question at three in the morning. A switch without a word on the data written meanwhile is a hope, not a way back.',
  expected: 'say how it is switched off or downgraded, and what then happens to existing data and users',
  severity: { kep: 'error', rfc: 'warning', design: 'error', prd: 'warning', adr: 'info' },
  weight: 5,
  due: (facts) => (isStandard(facts) ? undefined : because('changes', facts.schemas) ?? because('runs', facts.runtime) ?? because('adds', facts.flags) ?? because('adds', facts.operations)),
  evidence: {
    headings: [
      'rollback', 'rollback plan', 'rollback strategy', 'roll back', 'rollback procedure', 'rolling back', 'downgrade', 'downgrades',
      'downgrade strategy', 'backout plan', 'back-out plan', 'revert plan', 'reverting', 'upgrade / downgrade strategy', 'upgrade/downgrade strategy',
      'upgrade and downgrade strategy', 'upgrade downgrade strategy', 'rollout and rollback', 'feature enablement and rollback',
      'can the feature be disabled once it has been enabled i e can we roll back the enablement', 'how to roll back', 'disabling the feature',
      'kill switch', 'exit strategy',
    ],
    headingPattern: /\b(?:roll(?:ing)? ?-?back|downgrad(?:e|es|ing)|revert\w*|back ?-?out|disabl(?:e|ing)|be disabled)\b/,
    topic: /\b(?:roll(?:ed|ing|s)?[- ]?back|downgrad\w+|revert\w*|back(?:ed|ing)? out|disabl\w+|turn(?:ed|ing)? off|kill[- ]switch|undo)\b/i,
    statements: [
      words`\b(?<!\x60|partial |transaction )(?:${BACK}|rollbacks?|revert(?:ing|ed) to)\b[^.\n]{0,80}\b${EFFECT}\b`,
      words`\b(?:after|upon|on|in case of|during|when|if)\b[^.\n]{0,20}\b(?:a )?(?:${BACK}|rollback|revert(?:ing)?)\b[^.\n]{0,10}(?:,|\bto\b)[^.\n]{0,120}\b(?:will|are|is|be|stay|remain|keeps?|can)\b`,
      words`\b(?:to|can|may) (?:be )?${OFF}\b[^.\n]{0,140}\b${EXISTING}\b`,
      words`\b(?:once|when|if|after)\b[^.\n]{0,40}\b(?:disabled|turned off|switched off|removed|reverted|rolled back)\b,?[^.\n]{0,60}\b${EXISTING}\b`,
      /\b(?:if|when|once|after) (?:the |this )?(?:new )?(?:feature(?: gate| flag)?|flag|gate|change|it)? ?(?:is |gets )?(?:later )?(?:disabled|turned off|switched off|rolled back|reverted)\b,? [^.\n]{0,60}\b(?:will|falls? back|reverts?|behaves?|rejects?|ignores?|goes back|are|is) (?:not |no longer |still |again |start )?(?!enabled|disabled)\w+/i,
      /\b(?:not (?:be )?affected|unaffected|no impact|no effect)\b[^.\n]{0,40}\b(?:by|after|on|during|upon|when) (?:a |the |an )?(?:downgrad\w+|roll(?:ing)? ?back|disabl\w+|revert\w*)\b/i,
      /\b(?:one[- ]way (?:operation|door|change|migration)|irreversible (?:change|migration|operation|step)|not reversible|(?:cannot|can't|not) be (?:rolled back|reverted|undone|downgraded))\b/i,
      /\b(?:migrate|move|switch|convert|update)(?:d|s)? (?:\w+ ){0,4}back to\b[^.\n]{0,60}\b(?:old|previous|original|former|default|existing|v\d)\b/i,
    ],
  },
  parts: {
    'the way back': [/\b(?:disabl\w+|(?:turn|switch)(?:s|es|ed|ing)? (?:\w+ ){0,3}(?:off|back)|revert\w*|roll(?:s|ed|ing)? ?-?back|downgrad\w+|restor\w+|redeploy\w*|undo\w*)\b/i],
    'the trigger': [/\b(?:if|when|once|should|in case)\b[^.\n]{0,90}\b(?:exceed\w*|rise[sn]?|above|below|more than|fail\w*|errors?|misbehav\w*|regress\w*|alert\w*|unhealthy|incidents?|problems?)\b/i, /\brollback (?:trigger|criteri)\w*|\btrigger(?:s|ed)? a rollback\b/i],
    'who decides': [/\b(?:on-?call|release manager|operators?|admin(?:istrator)?s?|SREs?|engineers?|(?:team|owner|lead|manager|support|council|board) (?:decides?|may|can|will|must|turns?|switches))\b|@\w+/i, /\b(?!It|This|That|The|Which|We|They|He|She)[A-Z][a-z]+ (?:decides|turns|switches|rolls|reverts|disables)\b/],
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
      '## Rollback\n\nWhen `orders_v2` is switched off, orders that already exist stay readable, because both versions share one table.\n',
      '## Versioning\n\nAfter a downgrade, the new field is ignored by the old controller, and rolling back keeps existing objects as they are.\n\n- When `orders_v2` is disabled, the 90 days of orders already written remain readable.\n- After a rollback, clients must fall back to `v1`, which still reads the old table.\n- Dropping the column is a one-way operation and cannot be rolled back.\n',
      '## Reminders\n\nIf the feature is disabled, reminders are no longer sent; carts are not affected by a downgrade.\n',
    ],
    partial: ['## Rollback\n\nThe feature can be disabled.\n'],
    missing: ['## Versioning\n\nThe controller writes the new field whenever an object is created.\n', '## Import\n\nAn error starts a `ROLLBACK`, which must close the cursor.\n'],
  },
});
