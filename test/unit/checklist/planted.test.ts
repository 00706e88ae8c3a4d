import { planted } from './planted';

describe('planted wording and figures', () => planted({
  'wording/placeholder': [19],
  'wording/empty-section': [15],
  'wording/vague-requirement': [18],
  'wording/unquantified-target': [13],
  'wording/comparative-without-baseline': [13],
  'wording/missing-percentile': [13],
  'wording/missing-window': [13],
  'wording/relative-date': [18],
  'wording/delegated-decision': [13],
  'wording/untestable-criterion': [19],
  'consistency/timeline-order': [20],
  'consistency/target-unmeasured': [12],
}));
