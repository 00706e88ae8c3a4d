import { isSpec } from '../analyzer/is-spec';
import { checklist, reviewer } from '../index';
import { jsonDecisions, listDecisions, prettyDecisions, type DecisionList } from '../report/decisions';
import type { Failed } from '../report/outcome';
import type { Command } from './arguments';
import { loadConfigs, type Configs } from './configs';
import { Failure } from './failure';
import { findInputs, type Input } from './inputs';
import { today } from './outcome';
import { streamOutput } from './output';
import { folderOf, from, rootOf } from './paths';
import { readText } from './read';
import { complain, wantsColour, widthOf } from './terminal';

/** Lists what authors decided in their documents. Returns the exit code: 2 where a file could not be read, else 0. */
export async function runDecisions({ paths, config, format, colour }: Extract<Command, { name: 'decisions' }>): Promise<number> {
  const inputs = await findInputs(paths);
  const configs = await loadConfigs(inputs.flatMap((input) => ('file' in input ? input.file : [])), config);
  const lists: (DecisionList | Failed)[] = [];
  for (const input of inputs) lists.push(...('error' in input ? [input] : await decisionsIn(input, configs)));
  const failed = lists.filter((list) => 'error' in list);
  for (const { path, error } of failed) complain(`${path} ${error}`);
  const options = { colour: wantsColour(colour, process.stdout.isTTY), width: widthOf(process.stdout) };
  const text = format === 'json' ? jsonDecisions(lists) : prettyDecisions(lists.filter((list): list is DecisionList => !('error' in list)), options);
  await streamOutput(process.stdout).write(text);
  return failed.length ? 2 : 0;
}

/** None for a file that nobody named and that is no spec. */
async function decisionsIn({ file, path, named }: Input, configs: Configs): Promise<(DecisionList | Failed)[]> {
  const own = configs.itemsOf(file);
  const { options, isSpec: isListed } = configs.of(file);
  if (!named && isListed === false) return [];
  try {
    const local = from(rootOf(folderOf(file)), file);
    const reader = reviewer(own);
    reader.review(await readText(file), { ...options, path: local });
    if (!named && !isListed && !isSpec(reader.spec, local)) return [];
    return [listDecisions(path, reader.spec, new Set([...checklist, ...own].map((item) => item.id)), today())];
  } catch (error) {
    if (error instanceof Failure) return [{ path, error: error.message }];
    throw error;
  }
}
