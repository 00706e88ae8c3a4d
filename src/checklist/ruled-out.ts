import type { Spec } from '../analyzer/spec';

const REASON = String.raw`(?:\(|\b(?:because|since|as (?:it|this|the|we|there|no))\b|[;:]\s|\s[—–-]\s|,\s(?:the|this|it|all|only)\b)`;
const DISMISSED = /^(?:n\/a|not applicable|not needed|not required|none|does not apply)\b[ .,;:—–(-]+(?:\S+ +){3}[^\n]*/i;

/**
 * The author's own reasoned statement that a subject does not apply, quoted: "No persistent data: everything is recomputed",
 * "Storage: N/A — no local cache", or "Not applicable, the change is …" under one of `headings` (keys).
 * A bare "N/A" gives no reason and is no answer. `subject` is the source of a regular expression.
 */
export function ruledOut(spec: Spec, subject: string, headings: readonly string[]): string | undefined {
  const kind = '(?:new|additional|public|persistent|personal|extra)';
  const denied = String.raw`\b(?:no|not any|without any) (?:${kind} )?(?:${subject})\b[^.\n]{0,24}${REASON}\s*\S+ [^.\n]+`;
  const labelled = String.raw`^(?:${subject})\s*:\s*(?:n\/a|not applicable|none|no)\b[ .,;:—–(-]+\S+ \S+ [^.\n]+`;
  const pattern = new RegExp(`${denied}|${labelled}`, 'i');
  for (const { role, heading, blocks } of spec.sections) {
    if (role !== 'body') continue;
    const dismissed = heading && headings.includes(heading.key) ? DISMISSED.exec(blocks[0]?.text ?? '') : null;
    const stated = dismissed ?? blocks.map(({ kind: block, text }) => (block === 'code' ? null : pattern.exec(text))).find(Boolean);
    if (stated) return `the document says "${stated[0].trim()}"`;
  }
  return undefined;
}
