import type { Severity } from '../analyzer/item';

export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;

/** From which severity on findings fail a run. */
export type FailOn = (typeof FAIL_ON)[number];

/** Whether a finding of this severity fails a run. */
export const fails = (severity: Severity, failOn: FailOn): boolean => FAIL_ON.indexOf(severity) <= FAIL_ON.indexOf(failOn) && failOn !== 'never';
