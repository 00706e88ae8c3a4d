import type { Role } from './spec';

/** Tested on heading keys, first match wins. A section hands its role down to the sections below it. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['contents', /^(?:table of contents|contents|toc)$/],
  ['template', /^(?:release signoff checklist|signoff checklist|template|instructions|how to use this (?:template|document))$/],
  ['history', /^(?:implementation history|change ?log|revision history|document history|version history|revisions?|change history|updates?|history|review(?:er)? (?:log|history|notes))$/],
  ['references', /^(?:references?|links?|bibliography|further reading|see also|related (?:links|documents|issues|prs|resources)|resources|external links|useful links|citations?)$/],
  ['open-questions', /^(?:(?:open|unresolved|outstanding|remaining|pending) (?:questions?|issues?|points|topics|items|decisions)|questions?(?: and answers)?|unknowns|tbds?|to be (?:decided|discussed)|(?:open|unresolved) (?:questions?|issues?)\b.*|.*\b(?:open|unresolved) questions?)$/],
  ['non-goals', /^(?:non ?goals?|out of scope|not in scope|exclusions?|explicitly out of scope|non ?objectives?|non requirements|what (?:this|it) is not|(?:scope )?exclusions|anti goals|limitations of scope|future (?:work|goals|enhancements|improvements|extensions|possibilities|directions|considerations|plans)|non ?goals?\b.*|out of scope\b.*)$/],
  ['alternatives', /^(?:(?:.{0,30} )?alternatives(?: .{0,40})?|alternative(?: (?:\d+|[a-z]|solutions?|approach(?:es)?|designs?|options?|proposals?)\b.*)?|(?:other |considered |rejected |discarded |previous )(?:options?|approach(?:es)?|solutions?|designs?|ideas?)(?: considered)?|options considered|rejected\b.*|approaches considered|considered (?:and rejected|options)|prior art|related work|comparison with .*|why not .*)$/],
];

/** The role that a heading gives its section, or undefined where it takes its parent's. */
export const roleOf = (key: string): Role | undefined => ROLES.find(([, pattern]) => pattern.test(key))?.[0];
