import { fork, type ChildProcess } from 'node:child_process';

/** Starts the server as a process that waits for a client. That it cannot start shows when somebody talks to it. */
export function startServer(module: string): ChildProcess {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  return fork(module, ['--node-ipc'], { env, execArgv: [], silent: true }).on('error', () => undefined);
}
