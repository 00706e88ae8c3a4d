import type { Severity } from '../analyzer/item';
import { fails, type FailOn } from '../report/fail-on';
import type { Tally } from '../report/tally';

/** 2 where a file could not be read, 1 where a finding is as loud as `failOn`, else 0. */
export function exitCode({ failed, severities }: Tally, failOn: FailOn): 0 | 1 | 2 {
  if (failed) return 2;
  return (Object.keys(severities) as Severity[]).some((severity) => severities[severity] > 0 && fails(severity, failOn)) ? 1 : 0;
}
