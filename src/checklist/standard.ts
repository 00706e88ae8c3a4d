import type { Facts } from '../analyzer/item';
import { STANDARD_TITLE } from '../analyzer/profile';

/** Sections for those who implement what somebody else specifies; tested on heading keys. */
const FOR_OTHERS = /^(?:unstable prefix|implementations|reference implementations?|implementation status|iana considerations|conformance|test vectors|message catalog|wire format)$/;

/**
 * A proposal of a protocol, a format or a language: whoever implements it runs it, tests it and turns it on, so it owes
 * what is on the wire, and no plan, load or way back.
 */
export const isStandard = ({ profile, spec }: Pick<Facts, 'profile' | 'spec'>): boolean =>
  profile === 'rfc' && (STANDARD_TITLE.test(spec.metadata.title) || spec.sections.some(({ heading }) => heading !== undefined && FOR_OTHERS.test(heading.key)));
