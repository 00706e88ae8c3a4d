import type { OwnItem } from '../analyzer/own-item';
import { loadConfigs } from './configs';
import { slashes } from './paths';

/** The team's own questions by the config that applies in the current folder, or by the one that is named. */
export async function ownItems(config: string | undefined): Promise<readonly OwnItem[]> {
  return (await loadConfigs([`${slashes(process.cwd())}/`], config)).items;
}
