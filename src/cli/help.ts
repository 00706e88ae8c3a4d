import { FLAGS } from './arguments';

const name = (flag: (typeof FLAGS)[number]): string => (flag.value ? `${flag.name} ${flag.value}` : flag.name);
const shown = FLAGS.filter((flag) => flag.about);
const column = Math.max(...shown.map((flag) => name(flag).length)) + 2;

/** What `--help` prints. */
export const HELP = `Reviews technical specs in Markdown against a checklist: what is answered, where, and what is not.

  spec-review [PATHS]               review files, folders or globs; the current folder if none is given
  spec-review explain ITEM          why an item is asked, what answers it, and how to decide otherwise
  spec-review checklist             list the items, those of the nearest config included
  spec-review init                  propose a config and a baseline for the current folder, and write them when told to
  spec-review config FILE           show what applies to a file, and where it is written
  spec-review decisions [PATHS]     list what the authors decided in their documents
  spec-review status [PATHS]        list how the specs stand: stage, who decides, open blockers, age, what each depends on
  spec-review merge REPORT.json...  join JSON reports of shards, or on different files
  spec-review lsp --stdio           serve an editor
  spec-review mcp                   serve an agent: Model Context Protocol on standard input and output

A file that is named is always reviewed; of folders and globs, the Markdown files that are specs:
by "specs" in the nearest .spec-review.yaml, else by what they hold.

${shown.map((flag) => `  ${name(flag).padEnd(column)}${flag.about}`).join('\n')}

Exit codes: 0 nothing at or above --fail-on; 1 findings, or a stale baseline; 2 could not run, or a file could not be read.
`;
