import type { Spec } from '../analyzer/spec';
import { remembered } from '../analyzer/remembered';

const KIND = '(?:new|additional|public|persistent|personal|extra)';
const REASON = String.raw`(?:\(|\b(?:because|since|as (?:it|this|the|we|there|no))\b|[;:]\s|\s[—–-]\s|,\s(?:the|this|it|all|only)\b)`;
const DISMISSED = /^(?:n\/a|not applicable|not needed|not required|none|does not apply)\b[ .,;:—–(-]+(?:\S+ +){3}[^\n]*/i;

/**
 * The author's own reasoned statement that a subject does not apply, quoted: "No persistent data: everything is recomputed",
 * "Storage: N/A — no local cache", or "Not applicable, the change is …" under one of `headings` (keys).
 * A bare "N/A" gives no reason and is no answer. `subject` is the source of a regular expression.
 */
export function ruledOut(spec: Spec, subject: string, headings: readonly string[]): string | undefined {
  const deny = denialOf(subject);
  for (const { role, heading, blocks } of spec.sections) {
    if (role !== 'body') continue;
    const dismissed = heading && headings.includes(heading.key) ? DISMISSED.exec(blocks[0]?.text ?? '')?.[0] : undefined;
    const stated = dismissed ?? deny(blocks);
    if (stated) return `the document says "${stated.trim()}"`;
  }
  return undefined;
}

const denials = new Map<string, ReturnType<typeof denial>>();

function denialOf(subject: string): ReturnType<typeof denial> {
  const found = denials.get(subject) ?? denial(subject);
  denials.set(subject, found);
  return found;
}

/** Reads a section's prose for a denial of `subject` that gives a reason. */
function denial(subject: string) {
  const denied = String.raw`\b(?:no|not any|without any) (?:${KIND} )?(?:${subject})\b[^.\n]{0,24}${REASON}\s*\S+ [^.\n]+`;
  const labelled = String.raw`^(?:${subject})\s*:\s*(?:n\/a|not applicable|none|no)\b[ .,;:—–(-]+\S+ \S+ [^.\n]+`;
  const pattern = new RegExp(`${denied}|${labelled}`, 'i');
  return remembered((blocks) => {
    for (const { kind, text } of blocks) {
      const match = kind === 'code' ? null : pattern.exec(text);
      if (match) return match[0];
    }
    return undefined;
  });
}
