import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The command line as it ships. */
export const PROGRAM = resolve('dist/cli/spec-review.js');

/** The smallest environment: what the shell around the tests sets must not colour their results, nor what the user has cached. */
export const ENVIRONMENT = { PATH: process.env['PATH'], SPEC_REVIEW_CACHE: mkdtempSync(join(tmpdir(), 'spec-review-cache-')) };

let isBuilt = false;

/** Call in a `describe`: its tests run the program as the sources are now. */
export function useProgram(): void {
  before('build the command line', function () {
    this.timeout(120_000);
    if (!isBuilt) assert.equal(spawnSync(process.execPath, ['scripts/setup.mjs'], { stdio: 'inherit' }).status, 0);
    isBuilt = true;
  });
}

export interface Result {
  readonly code: number | null;
  readonly out: string;
  /** Lines on standard error, without the program's name. */
  readonly errors: readonly string[];
}

/** Runs the program to its end in a folder. */
export function run(cwd: string, args: readonly string[], options: { input?: string | Buffer; env?: Record<string, string> } = {}): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd, input: options.input ?? '', env: { ...ENVIRONMENT, ...options.env }, encoding: 'utf8', maxBuffer: 64 << 20,
  });
  const lines = stderr.split('\n').filter(Boolean);
  for (const line of lines) assert.match(line, /^spec-review: /, stderr);
  return { code: status, out: stdout, errors: lines.map((line) => line.slice('spec-review: '.length)) };
}

const made = [ENVIRONMENT.SPEC_REVIEW_CACHE];
after('remove the folders', () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder that holds these files, by path; it is the root of a work tree, so that no config above it counts. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'spec-review-')));
  made.push(root);
  mkdirSync(join(root, '.git'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A design doc with gaps, none of which is an error because it is a draft. */
export const DRAFT = [
  '# Refund links design', '', 'Status: draft', '',
  '## Problem', '', 'Support refunds about 40 orders a day by hand, which takes two people the whole morning.', '',
  '## Goals', '', '- A shop refunds an order by a link, without support.', '',
  '## API', '', '`POST /v1/refunds` takes an order id and an amount in cents, and answers 201 with the id of the refund.', '',
  '## Rollback', '', 'TBD', '',
].join('\n');

/** The same, accepted: its gaps are errors. */
export const ACCEPTED = DRAFT.replace('Status: draft', 'Status: accepted');
