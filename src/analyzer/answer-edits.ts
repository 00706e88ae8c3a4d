import { fillSection, insertSection, type Content } from './edits';
import { firstUnder } from './heading-index';
import { headingKeys } from './heading-key';
import type { Item } from './item';
import type { Edit } from './review';
import type { Spec } from './spec';

/** The author's words under the item's own heading, behind what stands there, else in a section of their own. */
export const answerQuestion = (spec: Spec, item: Item, answer: string, checklist: readonly Item[]): readonly Edit[] =>
  putUnder(spec, item, checklist, () => [paragraph(answer)]);

/** Puts lines under the item's own heading, else into a section of their own. */
export function putUnder(spec: Spec, item: Item, checklist: readonly Item[], content: Content): readonly Edit[] {
  const section = firstUnder(spec, headingKeys(item.evidence.headings));
  return (section && fillSection(spec, section, item, content))?.edits ?? insertSection(spec, item, checklist, content).edits;
}

/** The author's own Markdown in one paragraph; it opens no heading, fence or comment that would swallow what follows. */
const paragraph = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replace(/^(?=#{1,6}(?:\s|$)|`{3}|~{3})/, '\\').replaceAll('<!--', '\\<!--');
