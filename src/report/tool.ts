import { version } from '../../package.json';

/** What made a report; the version is the package's, inlined by the build. */
export const TOOL = { name: 'spec-review', version } as const;
