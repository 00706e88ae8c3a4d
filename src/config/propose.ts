import { matches } from '../analyzer/globs';
import type { Profile } from '../analyzer/item';

/** A Markdown file of a repository, as `init` sees it. */
export interface Candidate {
  /** From the folder of the config to be, with `/`. */
  readonly path: string;
  readonly isSpec: boolean;
  readonly profile: Profile;
}

export interface Proposal {
  readonly specs: readonly string[];
  /** Profiles of folders whose specs are of one kind. */
  readonly profiles: ReadonlyMap<string, Profile>;
}

/** From so many specs on a folder may be one of specs. */
const FEW = 2;
/** Every folder has one; it says nothing about the others. */
const GUIDE = /(?:^|\/)(?:README|index)\.\w+$/i;

/** Which files to call specs, from what their content says: whole folders where most are specs, else single files. */
export function propose(candidates: readonly Candidate[]): Proposal {
  const specs = candidates.filter(({ isSpec }) => isSpec);
  const roots = outermost([...new Set(specs.flatMap(({ path }) => foldersOf(path)))].filter((folder) => holdsSpecs(folder, candidates))).map((folder) => commonFolder(folder, specs));
  const globs = roots.map(globOf);
  const single = specs.filter(({ path }) => !matches(globs, path)).map(({ path }) => literal(path));
  const others = candidates.filter(({ path, isSpec }) => !isSpec && matches(globs, path));
  return { specs: [...globs, ...exceptions(others, specs), ...single], profiles: new Map(roots.flatMap((root) => profilesIn(root, specs))) };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** The folder of a path, then those above it. */
const foldersOf = (path: string): readonly string[] => (path.includes('/') ? [folderOf(path), ...foldersOf(folderOf(path))] : ['']);
const isIn = (path: string, folder: string): boolean => folder === '' ? !path.includes('/') : path.startsWith(`${folder}/`);
const globOf = (folder: string): string => (folder === '' ? '*.md' : `${literal(folder)}/**/*.md`);
/** A path as a glob that matches itself. */
const literal = (path: string): string => path.replace(/[\\*?[\]{}()!+@",|^$]/g, '\\$&');

/** The innermost folder that holds all of a folder's specs: `docs/rfcs` says more than `docs`. */
function commonFolder(folder: string, specs: readonly Candidate[]): string {
  const [first = [], ...others] = specs.filter(({ path }) => isIn(path, folder)).map(({ path }) => foldersOf(path));
  return first.find((at) => others.every((all) => all.includes(at))) ?? folder;
}

/** Two of three files below are specs, and of those that lie right in it, half. */
function holdsSpecs(folder: string, candidates: readonly Candidate[]): boolean {
  const below = candidates.filter(({ path, isSpec }) => isIn(path, folder) && (isSpec || !GUIDE.test(path)));
  const direct = below.filter(({ path }) => folderOf(path) === folder);
  const specsOf = (files: readonly Candidate[]): number => files.filter(({ isSpec }) => isSpec).length;
  return specsOf(below) >= FEW && specsOf(below) * 3 >= below.length * 2 && specsOf(direct) * 2 >= direct.length;
}

const outermost = (folders: readonly string[]): readonly string[] =>
  folders.filter((folder) => !folders.some((other) => other !== folder && other !== '' && folder.startsWith(`${other}/`))).sort();

/** Globs that take files out; one for all of a name ("README.md") where several folders have one and none is a spec. */
function exceptions(others: readonly Candidate[], specs: readonly Candidate[]): readonly string[] {
  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const kept = new Set(specs.map(({ path }) => name(path)));
  return [...new Set(others.map(({ path }) => name(path)))].flatMap((one) => {
    const own = others.filter(({ path }) => name(path) === one);
    return own.length > 1 && !kept.has(one) ? [`!**/${literal(one)}`] : own.map(({ path }) => `!${literal(path)}`);
  });
}

/** The outermost folders from `folder` on that hold several specs, all of one kind. */
function profilesIn(folder: string, specs: readonly Candidate[]): readonly (readonly [string, Profile])[] {
  const own = specs.filter(({ path }) => isIn(path, folder));
  const [profile, ...others] = new Set(own.map((spec) => spec.profile));
  if (!profile || own.length < FEW) return [];
  if (!others.length) return [[globOf(folder), profile]];
  const children = new Set(own.flatMap(({ path }) => foldersOf(path).filter((at) => at !== folder && folderOf(at) === folder)));
  return [...children].flatMap((child) => profilesIn(child, own));
}

/** The proposal as a config file, with what one would change next. */
export function proposalText({ specs, profiles }: Proposal): string {
  const overrides = [...profiles].map(([glob, profile]) => `  - files: [${quoted(glob)}]\n    profile: ${profile}\n`);
  return [
    '# Which files are specs; the last glob that names a file decides, and "!" takes it out.\n',
    `specs:\n${specs.map((glob) => `  - ${quoted(glob)}\n`).join('')}`,
    '\n# The loudest a finding gets at each stage of a document.\n',
    'stages: { draft: info, in-review: warning, accepted: error, done: info }\n',
    ...(overrides.length ? ['\n# The kind of document, where a folder holds one kind only; elsewhere each document tells.\n', `overrides:\n${overrides.join('')}`] : []),
  ].join('');
}

/** As a YAML text on one line. */
const quoted = (text: string): string => JSON.stringify(text);
