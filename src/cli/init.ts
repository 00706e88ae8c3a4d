import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { isSpec } from '../analyzer/is-spec';
import { CONFIG_NAMES } from '../config/config';
import { propose, proposalText, type Candidate } from '../config/propose';
import { reviewer } from '../index';
import { some } from '../report/tally';
import { cause, Failure } from './failure';
import { BASELINE_NAME, proposeBaseline } from './init-baseline';
import { findInputs, type Input } from './inputs';
import { streamOutput } from './output';
import { readText } from './read';
import { complain } from './terminal';

const [NAME] = CONFIG_NAMES;

/**
 * Proposes a config for the current folder from the specs that it holds, and a baseline of what is open in them today;
 * shows both, and writes them with `--yes` or when the user agrees on a terminal. Throws a {@link Failure} where there is
 * a config already: it never overwrites anything.
 */
export async function runInit({ yes, baseline: wantsBaseline }: { readonly yes: boolean; readonly baseline: boolean }): Promise<number> {
  const present = CONFIG_NAMES.find((name) => existsSync(name));
  if (present) throw new Failure(`${present} is here already, and init does not overwrite it; change it, or move it away first`);
  const candidates = await readCandidates();
  const specs = candidates.filter((candidate) => candidate.isSpec).length;
  if (!specs) throw new Failure(`no spec among ${some(candidates.length, 'Markdown file')} in this folder; write the globs of your specs under "specs" in ${NAME}`);
  const text = proposalText(propose(candidates));
  const baseline = wantsBaseline && !existsSync(BASELINE_NAME) ? await proposeBaseline(text, candidates.map(({ path }) => path)) : undefined;
  await streamOutput(process.stdout).write(`# ${NAME}, for ${some(specs, 'spec')} among ${some(candidates.length, 'Markdown file')}\n${text}${baseline ? `\n${baseline.about}` : ''}`);
  const names = baseline ? `${NAME} and ${BASELINE_NAME}` : NAME;
  if (!yes && !await isConfirmed(names)) {
    complain(`nothing was written; "spec-review init --yes" writes ${baseline ? 'both, "--no-baseline" only the first' : 'it'}`);
    return 0;
  }
  await write(NAME, text);
  if (baseline) await write(BASELINE_NAME, baseline.text);
  complain(`wrote ${names}; "spec-review${baseline ? ` --baseline ${BASELINE_NAME}` : ''}" reviews the specs`);
  return 0;
}

/** Not even over one that appeared since. */
const write = (name: string, text: string): Promise<void> =>
  writeFile(name, text, { flag: 'wx' }).catch((error: unknown) => { throw new Failure(`${name} ${cause(error)}`); });

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

async function isConfirmed(names: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`Write ${names}? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
