/** Legal Markdown of nearly the largest size that is reviewed; a review of it takes seconds. */
export const LONG = `# Port\n\n${Array.from({ length: 3_000 }, (_, i) => `## Berth ${i}

The crane *moves* [the box](#a${i}) to \`bay_${i}\` within ${i} ms, and the \`port\` service retries **three** times.

| a | b | c |
|---|---|---|
${Array.from({ length: 12 }, (_, row) => `| ${row} | x_${i} | the service \`y\` |\n`).join('')}
`).join('')}`;
/** In ms: more than a first review takes on a busy machine, less than one of {@link LONG}. */
export const LIMIT = 1_500;
