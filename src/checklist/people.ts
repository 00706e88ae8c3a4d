import { isPlaceholder } from '../analyzer/placeholder';
import type { Field, Spec } from '../analyzer/spec';

/** Whether a field's value names somebody: "@kim, TBD" does, "TBD" does not. */
export const isNamed = (value: string): boolean => value.split(/[,;]/).some((name) => /\p{L}{2}/u.test(name) && !isPlaceholder(name.trim()));

/** The metadata fields whose name, with spaces for `_` and `-`, matches. */
export const fieldsNamed = ({ metadata }: Spec, pattern: RegExp): readonly Field[] =>
  metadata.fields.filter(({ name }) => pattern.test(name.replace(/[_-]/g, ' ')));
