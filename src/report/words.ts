import type { Area, Profile, Stage } from '../analyzer/item';

export const KINDS: Readonly<Record<Profile, string>> = { kep: 'KEP', rfc: 'RFC', design: 'design doc', prd: 'PRD', adr: 'ADR' };

const STAGES: Readonly<Record<Stage, string>> = { draft: 'draft', 'in-review': 'in review', accepted: 'accepted', done: 'done' };
export const stageWords = (stage: Stage | null): string => (stage ? STAGES[stage] : 'stage unknown');

/** Title of the findings that a report opens with, by their number. */
export const THAT_MATTER = ['', 'The one that matters', 'The two that matter', 'The three that matter'] as const;

const AREAS: Readonly<Record<Area, string>> = {
  api: 'APIs and integrations', scalability: 'Scalability and cost', infrastructure: 'Infrastructure and risk',
  acceptance: 'Acceptance', delivery: 'Delivery and ownership',
};
/** What an area is called; a team's own areas go by the name they have in its ids. */
export const areaName = (area: string): string => AREAS[area as Area] ?? area;

/** "api" of "api/limits". */
export const areaOf = (rule: string): string => rule.slice(0, rule.indexOf('/'));
/** "limits" of "api/limits". */
export const nameOf = (rule: string): string => rule.slice(rule.indexOf('/') + 1);
