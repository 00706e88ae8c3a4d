import type { Facts } from '../analyzer/item';
import { remembered } from '../analyzer/remembered';
import { because } from './due';

/** A fence, or a name in code; a path or a page is where something is written and no code. */
const quotesCode = remembered((blocks) => blocks.some(({ kind, text }) => kind === 'code' || /`(?![^`]*(?:\w\/\w|\.md\b))[^`]+`/.test(text)));

/** Why a question about software is due, as a clause; undefined for a document on a process, a position or a team. */
export const specifiesSoftware = (facts: Facts): string | undefined =>
  because('adds', facts.operations) ?? because('changes', facts.schemas) ?? because('runs', facts.runtime) ?? because('adds', facts.flags)
  ?? (facts.profile === 'prd' ? 'it describes a product' : facts.spec.sections.some(({ role, blocks }) => role === 'body' && quotesCode(blocks)) ? 'it specifies code' : undefined);
