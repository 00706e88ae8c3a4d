/** Headings under which a list is the plan of the work … */
const PLAN = /\b(?:plan|roadmap|milestones?|next steps|timeline|tasks|sprints?|phases|work items|steps to implement|(?:phase|sprint|milestone) \d+|(?:implementation|migration|kickoff) steps|work breakdown)\b/;
/** … and those under which it is a test, an upgrade or an algorithm. */
const OTHER_PLAN = /\b(?:test|testing|adoption|upgrade|backup|scheduling|control|data)\b/;

/** Whether a list under a heading with this key is the plan of the work. */
export const isPlanHeading = (key: string): boolean => PLAN.test(key) && !OTHER_PLAN.test(key);
