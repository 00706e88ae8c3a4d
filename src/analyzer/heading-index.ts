import type { Section, Spec } from './spec';

const known = new WeakMap<Spec, ReadonlyMap<string, Section>>();

/** The first section of each heading key, made once for each spec: a review looks up some hundred headings in it. */
export function sectionsByKey(spec: Spec): ReadonlyMap<string, Section> {
  let found = known.get(spec);
  if (!found) known.set(spec, (found = readKeys(spec)));
  return found;
}

function readKeys({ sections }: Spec): ReadonlyMap<string, Section> {
  const first = new Map<string, Section>();
  for (const section of sections) if (section.heading && !first.has(section.heading.key)) first.set(section.heading.key, section);
  return first;
}

/** The first section in the document under one of `keys`. */
export function firstUnder(spec: Spec, keys: Iterable<string>): Section | undefined {
  const sections = sectionsByKey(spec);
  let first: Section | undefined;
  for (const key of keys) {
    const section = sections.get(key);
    if (section && (!first || section.index < first.index)) first = section;
  }
  return first;
}
