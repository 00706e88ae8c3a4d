import { definitions } from './facts/definitions';
import { documentLinks, resolveLink } from './facts/document-links';
import type { Profile, Stage } from './item';
import { lineAt, lineStarts } from './lines';
import { isPlaceholder } from './placeholder';
import type { Spec } from './spec';
import type { SpecEntry } from './surroundings';

const STATUS = /(?:^|\s)(?:status|state|stage)$/;
const DECIDER = /^(?:deciders?|decision makers?|decided by|approved by|accountable|driver|sponsors?)$/;
const APPROVER = /^(?:(?:api |tech(?:nical)? )?approvers?|required reviewers|reviewers?|reviewed by|stakeholders?)$/;
/** What was changed last comes before what was written first. */
const DATES = [/^(?:last updated?|last modified|updated|modified|revised)(?: on| date)?$/, /^date$/, /^(?:creation|start|created)(?: date| on)?$/];

/**
 * What other documents need to know of a spec.
 * @param path from the workspace's root, with `/`
 */
export function specEntry(path: string, spec: Spec, profile: Profile, stage: Stage | undefined): SpecEntry {
  const { fields, title } = spec.metadata;
  const named = (pattern: RegExp) => fields.filter(({ name }) => pattern.test(name.replace(/[_-]/g, ' ')));
  const people = (pattern: RegExp) => [...new Set(named(pattern).flatMap(({ value }) => value.split(/[,;]|\s&\s|\sand\s/).map((one) => one.trim()).filter((one) => /\p{L}{2}/u.test(one) && !isPlaceholder(one))))];
  const links = documentLinks(spec).flatMap((link) => resolveLink(path, link.url) ?? []).filter((target) => target !== path);
  const starts = lineStarts(spec.text);
  return {
    path, title, profile, stage,
    status: named(STATUS)[0]?.value,
    deciders: people(DECIDER),
    approvers: people(APPROVER),
    date: DATES.flatMap((pattern) => named(pattern)).flatMap(({ value }) => /\b\d{4}-\d{2}-\d{2}\b/.exec(value)?.[0] ?? [])[0],
    links: [...new Set(links)],
    dependsOn: [...new Set(documentLinks(spec).filter((link) => link.isDependency).flatMap((link) => resolveLink(path, link.url) ?? []))].filter((target) => target !== path),
    definitions: definitions(spec).map(({ key, at }) => ({ key, line: lineAt(starts, at.start) + 1 })),
    implements: implementsGlobs(spec),
  };
}

/** The globs under `implements` in the front matter: one, or a list. */
export const implementsGlobs = (spec: Spec): readonly string[] =>
  spec.metadata.fields.filter(({ name, from }) => from === 'front-matter' && name === 'implements').flatMap(({ value }) => value.split(/,\s+/).filter(Boolean));
