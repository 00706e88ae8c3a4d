import type { Span } from '../span';
import type { Spec } from '../spec';

/** What the document says of itself once nobody is to change what it decides. */
export interface FinalStatus {
  /** As the author wrote it: "Accepted". */
  readonly word: string;
  /** Whether the work is said to be done too. */
  readonly isDone: boolean;
  /** Absolute. */
  readonly span: Span;
}

const FINAL = /^[^\p{L}\n]*(?:(?<done>implemented|released|shipped|completed?|done|finished)|accepted|approved|adopted|ratified|final|standard)\b/iu;
/** "Partially implemented", "Accepted, but …", and a template's list of all states settle nothing. */
const UNSETTLED = /\b(?:partial\w*|not|but|pending|propos\w+|provisional|draft|except|in progress)\b|\w\s?\|\s?\w+\s?\|/i;

/** Undefined where no status field or section calls the document final: silence is no status. */
export function finalStatus(spec: Spec): FinalStatus | undefined {
  const field = spec.metadata.fields.find((f) => /(?:^|\s)(?:status|state)$/.test(f.name));
  const section = spec.sections.find((s) => s.heading && /^(?:status|document status|current status)$/.test(s.heading.key));
  const block = section?.blocks[0];
  const value = (field?.value ?? block?.text ?? '').slice(0, 80);
  const match = FINAL.exec(value);
  if (!match || UNSETTLED.test(value)) return undefined;
  const span = field?.span ?? { start: section!.origin + block!.start, end: section!.origin + block!.end };
  return { word: /\p{L}+/u.exec(match[0])![0], isDone: match.groups!['done'] !== undefined, span };
}
