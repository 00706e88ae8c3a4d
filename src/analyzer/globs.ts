import picomatch from 'picomatch';

/** Whether the last of `globs` that speaks of `path` takes it in; one that starts with `!` takes it out. */
export const matches = (globs: readonly string[], path: string): boolean =>
  compile(globs).findLast(({ test }) => test(path))?.takesIn ?? false;

interface Glob {
  readonly takesIn: boolean;
  test(path: string): boolean;
}

/** A list of globs is asked for every file: each is compiled once, and forgotten with its config or document. */
const compiled = new WeakMap<readonly string[], readonly Glob[]>();

function compile(globs: readonly string[]): readonly Glob[] {
  let found = compiled.get(globs);
  if (!found) {
    found = globs.map((glob) => ({
      takesIn: !glob.startsWith('!'),
      test: picomatch(glob.replace(/^!?(\.\/)?/, ''), { dot: true, windows: false }),
    }));
    compiled.set(globs, found);
  }
  return found;
}
