import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { from } from './paths';

/** In ms: a long history is read until then, and what is older stays unknown. */
const LONGEST = 15_000;

/**
 * When files were last committed, YYYY-MM-DD by absolute path. Reads the history once, newest first, and stops when all
 * are found. Files that are in no commit, or where there is no git, are left out.
 * @param root of the work tree
 */
export function lastChanged(root: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const wanted = new Map(files.map((file) => [from(root, file), file]));
  return new Promise((resolve) => {
    // The paths are few or the history is filtered by extension: a command line has a limit.
    const git = spawn('git', ['-C', root, '-c', 'core.quotePath=false', 'log', '--format=%x00%cs', '--name-only', '--no-renames', '--', '*.md', '*.markdown', '*.mdx'], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LC_ALL: 'C' } });
    const timer = setTimeout(() => git.kill(), LONGEST);
    let date = '';
    const end = () => {
      clearTimeout(timer);
      resolve(found);
    };
    git.on('error', end);
    git.on('close', end);
    createInterface({ input: git.stdout }).on('line', (line) => {
      if (line.startsWith('\0')) date = line.slice(1);
      const file = wanted.get(line);
      if (!file) return;
      found.set(file, date);
      wanted.delete(line);
      if (!wanted.size) git.kill();
    });
  });
}
