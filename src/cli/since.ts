import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Changes } from '../analyzer/surroundings';
import { Failure } from './failure';
import { folderOf, from, rootOf, shown } from './paths';

const execute = promisify(execFile);
/** In bytes; a list of all files of a large repository fits. */
const LARGEST_ANSWER = 256 * 1024 * 1024;

/** A file as it was when the branch left the ref: the text it had, or that it was not there, or that it is the same. */
export type Before = { readonly text: string } | 'new' | 'unchanged';

/** What changed since a ref. */
export interface Since {
  /** As the user named it. */
  readonly ref: string;
  /** @param file absolute */
  before(file: string): Promise<Before>;
  /** All files that changed in the work tree with this root; undefined for one that was not asked about. */
  changes(root: string): Changes | undefined;
}

/**
 * What the files were at the commit where the current branch left `ref`, so that what others did behind it since is
 * no part of the change. A file that was moved is compared with what it was under its old name.
 * @param files absolute paths; those that are asked for later
 * @throws {Failure} where there is no git, no repository, no such commit, or too little history
 */
export async function changesSince(ref: string, files: readonly string[]): Promise<Since> {
  const repositories = new Map<string, Repository>();
  for (const root of new Set(files.map((file) => rootOf(folderOf(file))))) repositories.set(root, await open(root, ref));
  return {
    ref,
    async before(file) {
      const root = rootOf(folderOf(file));
      const { commit, then, changed } = repositories.get(root)!;
      const path = from(root, file);
      const before = changed.get(path) ?? (then.has(path) ? path : undefined);
      if (before === undefined) return 'new';
      return changed.has(path) ? { text: await git(root, 'show', `${commit}:${before}`) } : 'unchanged';
    },
    changes(root) {
      const repository = repositories.get(root);
      return repository && { since: ref, files: repository.touched };
    },
  };
}

interface Repository {
  readonly commit: string;
  /** Paths at that commit. */
  readonly then: ReadonlySet<string>;
  /** Files that changed or moved since, with the path that they had. */
  readonly changed: ReadonlyMap<string, string>;
  /** Every path that the change touched, those added, deleted and moved away included. */
  readonly touched: readonly string[];
}

async function open(root: string, ref: string): Promise<Repository> {
  const tip = await attempt(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (tip === undefined && ref === 'HEAD' && await hasNoCommit(root)) return { commit: '', then: new Set(), changed: new Map(), touched: [] };
  if (tip === undefined) throw await missing(root, `there is no commit "${ref}" in ${shown(root)}`);
  const commit = (await attempt(root, 'merge-base', tip.trim(), 'HEAD'))?.trim();
  if (!commit) throw await missing(root, `"${ref}" and the current commit have no common one in ${shown(root)}`);
  const [names, changes] = await Promise.all([
    git(root, 'ls-tree', '-r', '-z', '--name-only', '--full-tree', commit),
    git(root, 'diff', '--name-status', '-z', '-M', '--no-ext-diff', commit, '--'),
  ]);
  return { commit, then: new Set(names.split('\0')), ...readChanges(changes.split('\0')) };
}

/** Reads `git diff --name-status -z`: a letter and a path, or R or C with a figure, the old path and the new one. */
function readChanges(words: readonly string[]): Pick<Repository, 'changed' | 'touched'> {
  const changed = new Map<string, string>();
  const touched = new Set<string>();
  for (let i = 0; i + 1 < words.length; ) {
    const status = words[i++]!, path = words[i++]!;
    if (!status.startsWith('C')) touched.add(path);
    if (status.startsWith('R') || status.startsWith('C')) {
      touched.add(words[i]!);
      changed.set(words[i++]!, path);
    } else if (status === 'M' || status === 'T') changed.set(path, path);
  }
  return { changed, touched: [...touched] };
}

async function missing(root: string, what: string): Promise<Failure> {
  const isShallow = (await git(root, 'rev-parse', '--is-shallow-repository')).trim() === 'true';
  return new Failure(`--since: ${what}${isShallow ? ', because the clone is shallow; fetch the whole history (fetch-depth: 0)' : ''}`);
}

/** Before the first commit everything is new. */
const hasNoCommit = async (root: string): Promise<boolean> => (await git(root, 'rev-list', '-n', '1', '--all')).trim() === '';

/** Undefined where git says no. */
async function attempt(root: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    return await git(root, ...args);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** git ended with 1, which is its answer "no". */
class Refusal extends Failure {}

async function git(root: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await execute('git', ['-C', root, ...args], { maxBuffer: LARGEST_ANSWER, env: { ...process.env, LC_ALL: 'C' } })).stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Failure('--since needs git, which is not on the PATH');
    if (/not a git repository/i.test(stderr)) throw new Failure(`--since: ${shown(root)} is not in a git repository`);
    const said = stderr.trim().split('\n')[0];
    throw new (code === 1 ? Refusal : Failure)(`--since: git ${args[0]} failed${said ? `: ${said}` : ''}`);
  }
}
