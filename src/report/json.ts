import type { Reporter } from './outcome';
import type { Shard } from './shard';
import { TOOL } from './tool';

/** The JSON report, one file a line. Other tools read it: its keys may be added to, never renamed. */
export function jsonReporter(shard?: Shard): Reporter {
  let between = '';
  return {
    start: () => `{"version":1,"tool":${JSON.stringify(TOOL)},${shard ? `"shard":${JSON.stringify(shard)},` : ''}"files":[`,
    add(outcome) {
      const line = `${between}\n${JSON.stringify({ ...outcome, text: undefined, pictures: undefined })}`;
      between = ',';
      return line;
    },
    end: () => '\n]}\n',
  };
}
