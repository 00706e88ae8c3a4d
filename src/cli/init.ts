import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { isSpec } from '../analyzer/is-spec';
import { CONFIG_NAMES } from '../config/config';
import { propose, proposalText, type Candidate } from '../config/propose';
import { reviewer } from '../index';
import { some } from '../report/tally';
import { cause, Failure } from './failure';
import { findInputs, type Input } from './inputs';
import { streamOutput } from './output';
import { readText } from './read';
import { complain } from './terminal';

const [NAME] = CONFIG_NAMES;

/**
 * Proposes a config for the current folder from the specs that it holds, shows it, and writes it with `--yes` or when
 * the user agrees on a terminal. Throws a {@link Failure} where there is a config already: it never overwrites one.
 */
export async function runInit({ yes }: { readonly yes: boolean }): Promise<number> {
  const present = CONFIG_NAMES.find((name) => existsSync(name));
  if (present) throw new Failure(`${present} is here already, and init does not overwrite it; change it, or move it away first`);
  const candidates = await readCandidates();
  const specs = candidates.filter((candidate) => candidate.isSpec).length;
  if (!specs) throw new Failure(`no spec among ${some(candidates.length, 'Markdown file')} in this folder; write the globs of your specs under "specs" in ${NAME}`);
  const text = proposalText(propose(candidates));
  await streamOutput(process.stdout).write(`# ${NAME}, for ${some(specs, 'spec')} among ${some(candidates.length, 'Markdown file')}\n${text}`);
  if (!yes && !await isConfirmed()) {
    complain('nothing was written; "spec-review init --yes" writes it');
    return 0;
  }
  // Not even one that appeared since.
  await writeFile(NAME, text, { flag: 'wx' }).catch((error: unknown) => { throw new Failure(`${NAME} ${cause(error)}`); });
  complain(`wrote ${NAME}; "spec-review" reviews the specs`);
  return 0;
}

async function readCandidates(): Promise<Candidate[]> {
  const inputs = (await findInputs(['.'])).filter((input): input is Input => 'file' in input);
  const candidates: Candidate[] = [];
  for (const { file, path } of inputs) {
    const text = await readText(file).catch(() => ''); // What cannot be read is told when it is reviewed.
    const own = reviewer();
    const { profile } = own.review(text, { path });
    candidates.push({ path, profile, isSpec: text.trim() !== '' && isSpec(own.spec, path) });
  }
  return candidates;
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`Write ${NAME}? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
