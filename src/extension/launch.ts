import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The language client, from the activation to the end of the extension. */
export interface Launch {
  /** @param how called with the client before it starts; what it returns is disposed of at the end */
  prepare(how: (client: BaseLanguageClient) => vscode.Disposable): void;
  /** The client, on its way up or running; waits while it is loaded or started again. */
  client(): Promise<BaseLanguageClient>;
  /** Once the server answers, or cannot be started. The editor shows meanwhile that something goes on. */
  up(): Promise<void>;
  restart(): Promise<void>;
  /** Stops the server, which ends in its own time. */
  end(): Promise<void>;
}

/** Loads the client and starts it when the activation is over: the editor waits for an activation. */
export function launch(load: () => Promise<BaseLanguageClient>): Launch {
  const preparations: Parameters<Launch['prepare']>[0][] = [];
  const subscriptions: vscode.Disposable[] = [];
  let loaded: BaseLanguageClient | undefined;
  let ended: Promise<void> | undefined;
  let client = begin();
  client.catch((error: unknown) => void vscode.window.showErrorMessage(vscode.l10n.t('Spec Review could not be loaded: {0}', error instanceof Error ? error.message : String(error))));

  async function begin(): Promise<BaseLanguageClient> {
    await new Promise((resolve) => setTimeout(resolve));
    const one = (loaded = await load());
    subscriptions.push(...preparations.map((how) => how(one)));
    // That it cannot start the client tells.
    void one.start().then(() => vscode.commands.executeCommand('setContext', 'specReview.active', true), () => undefined);
    return one;
  }

  async function end(): Promise<void> {
    const one = await client.catch(() => undefined);
    vscode.Disposable.from(...subscriptions).dispose();
    if (one) await stop(one).finally(() => one.dispose());
  }

  return {
    prepare: (how) => void preparations.push(how),
    client: () => client,
    async up() {
      if (loaded?.isRunning()) return;
      const title = vscode.l10n.t('Spec Review is starting');
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => client.then(settled).catch(() => undefined));
    },
    restart() {
      const known = client;
      const over = known.then(async (one) => {
        await stop(one);
        await one.start();
      });
      // Who asks meanwhile waits; that it did not start is told to who asks then.
      client = over.then(() => known, () => known);
      return over;
    },
    end: () => ended ??= end(),
  };
}

/** One that is still starting cannot be stopped. */
async function stop(client: BaseLanguageClient): Promise<void> {
  await settled(client);
  if (client.needsStop()) await client.stop();
}

/** Waits for a start that goes on, and starts nothing. Rejects where it fails. */
const settled = async (client: BaseLanguageClient): Promise<void> => (client.needsStop() ? client.start() : undefined);
