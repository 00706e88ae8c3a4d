import type { Origin, Origins } from '../config/origins';
import { plain } from './plain';

/** What applies to a document, as a config that says the same; a comment behind each value tells where it is written. */
export function effectiveConfig(path: string, { isSpec, profile, contracts, rules, stages, items }: Origins): string {
  const spec = isSpec ? `${isSpec.value ? 'is' : 'is not'} a spec by "specs" in ${isSpec.from}` : 'is a spec if its content looks like one: no config has "specs"';
  const lines = [
    [`profile: ${profile.value}`, profile.from],
    ...(contracts ? [[`contracts: ${contracts.value}`, contracts.from] as const] : []),
    ...section('rules', rules, ([rule, { value }]) => `${key(rule)}: ${value}`),
    ...section('stages', stages, ([stage, { value }]) => `${stage}: ${value}`),
    ...section('items', items, ([id]) => `- id: ${id}`),
  ] as const;
  const column = Math.max(...lines.map(([text]) => text.length)) + 2;
  const body = lines.map(([text, from]) => (from ? `${text.padEnd(column)}# ${from}` : text));
  return [`# ${path} ${spec}.`, ...body].map((line) => `${plain(line)}\n`).join('');
}

/** A word with `*` is quoted, because YAML has a meaning for the star. */
const key = (rule: string): string => (rule.startsWith('*') ? `"${rule}"` : rule);

const section = (name: string, entries: ReadonlyMap<string, Origin>, show: (entry: [string, Origin]) => string): readonly (readonly [string, string])[] =>
  entries.size ? [[`${name}:`, ''], ...[...entries].map((entry) => [`  ${show(entry)}`, entry[1].from] as const)] : [];
