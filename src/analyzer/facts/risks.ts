import { isPlaceholder } from '../placeholder';
import type { Section, Spec } from '../spec';
import { childrenOf, entriesOf, isPlainList, itemsOf, type Entry } from './entries';

/** One list or table of risks. */
export interface RiskList {
  readonly section: Section;
  readonly risks: readonly Entry[];
}

const HEADING = /^(?:(?:key|known|main|major|potential|possible|technical|project|product|business|operational|identified|top) )?(?:risks?|risk (?:assessment|analysis|register|matrix|management)|risks? (?:and|\/) ?(?:mitigations?|mitigation strategies|mitigation plan)|risks\/mitigations?)$/;

const known = new WeakMap<Spec, readonly RiskList[]>();

/** The risks that the document lists, in sections about risks only: a "risk" column elsewhere may rate anything. */
export function riskLists(spec: Spec): readonly RiskList[] {
  let lists = known.get(spec);
  if (!lists) known.set(spec, (lists = readLists(spec)));
  return lists;
}

const readLists = (spec: Spec): readonly RiskList[] => spec.sections
  .filter((s) => s.role === 'body' && s.heading && HEADING.test(s.heading.key))
  .map((section) => ({ section, risks: entriesOf(spec, section).filter((entry) => (entry.form !== 'item' || isRiskList(spec, section)) && isRisk(entry)) }))
  .filter(({ risks }) => risks.length > 0);

/** A list in prose, or one that opens with mitigations or calls the risk small, lists something else. */
function isRiskList(spec: Spec, section: Section): boolean {
  const opening = section.blocks.find((b) => b.kind === 'paragraph')?.text ?? '';
  // Risks that are listed first have a section each below.
  const isContents = childrenOf(spec, section).length > 0;
  return !isContents && isPlainList(section) && !OTHER_LIST.test(opening) && !itemsOf(section).some(({ name }) => MEASURE.test(name));
}

const OTHER_LIST = /mitigat|\b(?:following (?:steps|measures|cases|options)|requires|we (?:can|could|will)|minimal|low|no|not|none)\b/i;
/** Risks and what is done about them as items side by side. */
const MEASURE = /^\W*(?:mitigat\w*|ensure|use|add|provide|test|monitor|review|document|implement|validate|make sure|we|the new|security (?:is|and)|countermeasures?)\b/i;

/** A line that says that there is none, that asks, or that only opens what follows, is no risk. */
const isRisk = ({ name, text, form }: Entry): boolean => !isPlaceholder(text) && (form === 'section' || text.trim().split(/\s+/).length >= 3) && !/^\W*(?:mitigations?|none|no)\b|\?\W*$/i.test(name);
