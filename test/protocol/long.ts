/** Legal Markdown of nearly the largest size that is reviewed, most of which only remark reads; a review of it takes seconds. */
export const LONG = `# Port\n\n${Array.from({ length: 2_000 }, (_, i) => `## Berth ${i}

The crane *moves* [the box](#a${i}) to \`bay_${i}\` within ${i} ms, and the \`port\` service retries **three** times.

> 1. ***Each** box ${i}* has <b>a label</b>, ![a sign](sign-${i}.png "Sign ${i}") and [a berth][${i}].
>    - [ ] It is read &amp; kept.

| a | b | c |
|---|---|---|
${Array.from({ length: 12 }, (_, row) => `| ${row} | x_${i} | ~~the~~ ***service*** \`y\` |\n`).join('')}
`).join('')}`;
/** In ms: more than a first review takes on a busy machine, less than one of {@link LONG}. */
export const LIMIT = 1_500;
