const SECTIONS = 2_700;

/**
 * Legal Markdown in which each section refers to another and none is hard to parse for itself; a review of it takes seconds,
 * because a label that goes on over a line is known only when it was parsed, and its section is then parsed again.
 */
export const LONG = `# Port\n\n${Array.from({ length: SECTIONS }, (_, i) => `## Berth ${i}

The crane moves [the box][b ${i}] to the bay within ${i} ms, and the port service ${i} retries three times.
${Array.from({ length: 6 }, (_, n) => `It must move up to ${n} boxes to the bay ${i}, and if the service ${n} fails, it tells the port ${i + n}.\n`).join('')}
[b
${(i + 7) % SECTIONS}]: #a${i}

`).join('')}`;
/** In ms: more than a first review takes on a busy machine, less than one of {@link LONG}. */
export const LIMIT = 1_500;
