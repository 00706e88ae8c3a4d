import type { WriteStream } from 'node:tty';
import { plain } from '../report/plain';

const NARROWEST = 60, WIDEST = 120, USUAL = 100;
/** In ms: often enough to look alive, seldom enough to cost nothing. */
const EVERY = 100;

/** Columns to wrap text in. */
export const widthOf = (stream: Pick<WriteStream, 'columns'>): number => Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? USUAL));

/** Whether to colour: a flag says, else NO_COLOR, else FORCE_COLOR, else whether it goes to a terminal. */
export function wantsColour(flag: boolean | undefined, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (flag !== undefined) return flag;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

/** One line on a terminal that is written over: how far, and at which file. */
export interface Progress {
  show(done: number, total: number, path: string): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

export function progressOn(stream: WriteStream, isWanted: boolean): Progress {
  let last = -EVERY;
  let isShown = false;
  if (!isWanted || !stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show(done, total, path) {
      const now = performance.now();
      if (now - last < EVERY) return;
      last = now;
      isShown = true;
      const line = `Reviewing ${done} of ${total}: ${plain(path)}`;
      stream.write(`\r\u001b[2K${line.slice(0, widthOf(stream) - 1)}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[2K');
      isShown = false;
    },
  };
}

/** One line on standard error. */
export const complain = (line: string): void => void process.stderr.write(`spec-review: ${plain(line)}\n`);
