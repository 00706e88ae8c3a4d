import { sectionsByKey } from '../analyzer/heading-index';
import type { Facts } from '../analyzer/item';
import { STANDARD_TITLE } from '../analyzer/profile';

/** Headings, as keys, of sections for those who implement what somebody else specifies. */
const FOR_OTHERS = [
  'unstable prefix', 'implementations', 'reference implementation', 'reference implementations', 'implementation status', 'iana considerations',
  'conformance', 'test vectors', 'message catalog', 'wire format',
];

/**
 * A proposal of a protocol, a format or a language: whoever implements it runs it, tests it and turns it on, so it owes
 * what is on the wire, and no plan, load or way back.
 */
export const isStandard = ({ profile, spec }: Pick<Facts, 'profile' | 'spec'>): boolean =>
  profile === 'rfc' && (STANDARD_TITLE.test(spec.metadata.title) || FOR_OTHERS.some((key) => sectionsByKey(spec).has(key)));
