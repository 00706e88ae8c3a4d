import { some } from '../report/tally';
import type { Ground } from './outcome';
import { complain } from './terminal';

/** Tells on standard error what `--fix` did, or would do, to each file; the summary is told at the end. */
export function fixLog(writes: boolean): NonNullable<Ground['fix']> & { summary(): string } {
  let files = 0, fixes = 0;
  return {
    writes,
    told(path, titles) {
      files++;
      fixes += titles.length;
      for (const title of titles) complain(`${path}: ${writes ? title : `would ${title.charAt(0).toLowerCase()}${title.slice(1)}`}`);
    },
    summary: () => !fixes ? 'nothing to fix' : `${writes ? 'applied' : 'would apply'} ${some(fixes, 'fix', 'fixes')} in ${some(files, 'file')}${writes ? '' : '; nothing was written'}`,
  };
}
