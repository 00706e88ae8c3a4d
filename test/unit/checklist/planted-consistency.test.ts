import { planted } from './planted';

describe('planted consistency', () => planted({
  'consistency/operation-needs': [20],
  'consistency/schema-change-needs-migration': [17],
  'consistency/requirement-trace': [16, 22],
  'consistency/story-without-criteria': [13],
  'consistency/stage-without-gate': [17],
  'consistency/risk-without-mitigation': [16],
  'consistency/risk-without-owner': [11],
  'consistency/question-without-owner': [11],
  'consistency/alternative-without-reason': [17],
  'consistency/open-question-in-final': [15],
  'consistency/unchecked-in-final': [15],
  'consistency/flag-lifecycle': [14],
  'consistency/rollback-without-trigger': [11],
  'consistency/happy-path-only': [11],
  'consistency/latency-budget': [20],
  'consistency/estimate-sum': [18],
  'consistency/availability-product': [13],
  'consistency/contradictory-quantity': [21],
  'consistency/capacity': [15],
}));
