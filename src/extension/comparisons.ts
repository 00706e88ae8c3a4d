import * as vscode from 'vscode';
import type { Base } from '../server/protocol';

/** With what each document is compared, and whether only what is new since then is loud. Holds for this window. */
export interface Comparisons extends vscode.Disposable {
  baseOf(uri: vscode.Uri): Base | undefined;
  /** Undefined ends the comparison. */
  compare(uri: vscode.Uri, base: Base | undefined): void;
  /** "Focus on new": of documents that are compared, what was so then is grey. */
  readonly isFocused: boolean;
  focus(isFocused: boolean): void;
  readonly onDidChange: vscode.Event<void>;
}

export function comparisons(): Comparisons {
  const changed = new vscode.EventEmitter<void>();
  const bases = new Map<string, Base>();
  let isFocused = false;

  /** What menus go by. */
  const tell = () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    void vscode.commands.executeCommand('setContext', 'specReview.comparing', active !== undefined && bases.has(active.toString()));
    void vscode.commands.executeCommand('setContext', 'specReview.focusOnNew', isFocused);
  };
  const subscriptions = vscode.Disposable.from(changed, changed.event(tell), vscode.window.onDidChangeActiveTextEditor(tell));
  return {
    baseOf: (uri) => bases.get(uri.toString()),
    compare(uri, base) {
      if (base) bases.set(uri.toString(), base);
      else bases.delete(uri.toString());
      changed.fire();
    },
    get isFocused() { return isFocused; },
    focus(on) {
      isFocused = on;
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

/** What a document is compared with, as requests take it. */
export function basedOn(comparing: Comparisons, uri: vscode.Uri): { readonly base?: Base } {
  const base = comparing.baseOf(uri);
  return base ? { base } : {};
}

/** Takes presence from diagnostics that say what was so then: no squiggle, no entry among the problems, faded text. */
export function fade(diagnostics: readonly vscode.Diagnostic[], { snapshot }: Base): void {
  const then = new Set(snapshot.found);
  for (const diagnostic of diagnostics) {
    const { entries = [] } = (diagnostic as { data?: { entries?: readonly string[] } }).data ?? {};
    if (!entries.length || !entries.every((entry) => then.has(entry))) continue;
    diagnostic.severity = vscode.DiagnosticSeverity.Hint;
    diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  }
}
