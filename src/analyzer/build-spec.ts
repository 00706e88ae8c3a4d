import type { Chunk, Placed } from './parse/markdown';
import { readMetadata } from './metadata';
import { readParts, type Part, type Parts } from './parts';
import { roleOf } from './roles';
import { shift } from './span';
import type { Comment, Role, Section, Spec } from './spec';

const cache = new WeakMap<Chunk, Parts>();

function partsOf(chunk: Chunk): Parts {
  let parts = cache.get(chunk);
  if (!parts) cache.set(chunk, (parts = readParts(chunk.tree, chunk.text)));
  return parts;
}

/**
 * Puts the parsed chunks of a document together. What a chunk says was read when it was first seen; this only
 * places it, so the cost grows with the number of sections, not with their text.
 */
export function buildSpec(text: string, chunks: readonly Placed[]): Spec {
  const placed = chunks.flatMap(({ start, chunk }) => partsOf(chunk).parts.map((part) => ({ part, origin: start })));
  if (placed[0]?.part.heading || !placed.length) placed.unshift({ part: { heading: undefined, start: 0, blocks: [] }, origin: 0 });
  const sections = arrange(placed, text.length);
  const comments: Comment[] = [];
  for (const { start, chunk } of chunks)
    for (const comment of partsOf(chunk).comments) comments.push({ text: comment.text, span: shift(comment.span, start) });
  const first = chunks[0];
  return { text, sections, comments, metadata: readMetadata(text, sections, first && partsOf(first.chunk).frontMatter) };
}

interface Open { index: number; level: number; role: Role | undefined }

/** Levels decide who stands under whom: a section closes all before it of the same level or a deeper one. */
function arrange(placed: readonly { part: Part; origin: number }[], end: number): Section[] {
  const open: Open[] = [];
  const sections: Section[] = [];
  const subtreeEnds: number[] = new Array<number>(placed.length).fill(placed.length);
  placed.forEach(({ part, origin }, index) => {
    const level = part.heading?.level ?? 0;
    while (open.length && open.at(-1)!.level >= level) subtreeEnds[open.pop()!.index] = index;
    const above = level === 0 ? undefined : open.findLast((o) => o.level > 0);
    // The title names the subject: "Alternative storage" is not a section of alternatives.
    const own = part.heading && sections.some((s) => s.heading) ? roleOf(part.heading.key) : undefined;
    const role = own ?? above?.role;
    const next = placed[index + 1];
    sections.push({
      index, origin,
      span: { start: origin + part.start, end: next ? next.origin + next.part.start : end },
      heading: part.heading, parent: above?.index ?? -1, subtreeEnd: 0, role: role ?? 'body', blocks: part.blocks,
    });
    if (level > 0) open.push({ index, level, role });
    else subtreeEnds[index] = index + 1;
  });
  return sections.map((section) => ({ ...section, subtreeEnd: subtreeEnds[section.index]! }));
}
