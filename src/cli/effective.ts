import { access } from 'node:fs/promises';
import { origins } from '../config/origins';
import { effectiveConfig } from '../report/effective';
import { loadConfigs } from './configs';
import { cause, Failure } from './failure';
import { absolute, shown } from './paths';

/** What `config FILE` prints: what applies to a file, and where each value is written. Throws a {@link Failure} where there is no such file. */
export async function effectiveOf(file: string, config: string | undefined): Promise<string> {
  const path = absolute(file);
  await access(path).catch((error: unknown) => { throw new Failure(`${shown(path, file)} ${cause(error)}`); });
  const configs = await loadConfigs([path], config);
  return effectiveConfig(shown(path, file), origins(configs.applied(path), configs.of(path).isSpec));
}
