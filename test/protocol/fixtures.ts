/** A design that says what it builds and little else. */
export const THIN = `# Order export service

Status: In review

## Summary

Merchants download their orders by hand today. We add an export service that writes a file for each day.

## Goals

- Merchants get yesterday's orders by 06:00 without opening the console.

## Design

We add \`POST /v1/exports\` and \`GET /v1/exports/{id}\`. The service stores each export in a new table \`exports\`
with the columns \`id\`, \`merchant_id\`, \`state\` and \`created_at\`, and writes the file to the object store.

## Rollout

The export is enabled behind the flag \`orders.export\` for 5 % of the merchants on 2027-02-01 and for all on 2027-02-15,
if fewer than 0.1 % of the exports fail.

## Rollback

TBD
`;

/** What {@link THIN} could say under "Rollback". */
export const ANSWER = `To roll back, the on-call engineer turns \`orders.export\` off; new exports stop within a minute. After a rollback, exports that
were written meanwhile are kept and stay readable, because nothing else reads the table. Rollback of the table will leave existing orders as they are.`;

export const README = `# Order export

Exports orders.

## Installation

Run \`npm install\`, then \`npm start\`.

## Usage

Open the console.
`;
