import type { Item } from '../analyzer/item';
import { nearest } from '../analyzer/nearest';
import { knownRules, otherRules } from '../checklist/rules';
import { checklist } from '../index';
import { prettyChecklist } from '../report/checklist';
import { explainItem, explainRule } from '../report/explain';
import { style } from '../report/style';
import { Failure } from './failure';

/**
 * What `explain ITEM` prints; of `AREA/*`, as findings name it, the questions of the area. Throws a {@link Failure} for an
 * unknown one.
 * @param own the team's own questions
 */
export function explain(id: string, own: readonly Item[], options: { colour: boolean; width: number }): string {
  const items = [...checklist, ...own];
  const area = id.endsWith('/*') ? items.filter((item) => item.id.startsWith(id.slice(0, -1))) : [];
  if (area.length) return prettyChecklist(area, [], options);
  const item = items.find((one) => one.id === id);
  const rule = otherRules.find((r) => r.id === id);
  if (!item && !rule) throw new Failure(`unknown item "${id}"; ${hint(id, [...knownRules, ...own.map((one) => one.id)])}`);
  const paint = style(options.colour);
  return (item ? explainItem(item) : explainRule(rule!)).replace(/^#+ .*/gm, paint.bold);
}

function hint(id: string, known: readonly string[]): string {
  const close = nearest(id, known);
  return close ? `did you mean "${close}"?` : '"spec-review checklist" lists the items';
}
