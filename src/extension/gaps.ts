import * as vscode from 'vscode';
import { activeSpec } from './active-spec';
import { showAt, toRange, type Server } from './client';
import type { Comparisons } from './comparisons';

/** "Next Gap" and "Previous Gap": from finding to finding in the order of the text, around the end; with "focus on new", what is new. */
export const registerGapCommands = (server: Server, comparing: Comparisons): vscode.Disposable => vscode.Disposable.from(
  vscode.commands.registerCommand('specReview.nextGap', () => go(server, comparing, 1)),
  vscode.commands.registerCommand('specReview.previousGap', () => go(server, comparing, -1)),
);

async function go(server: Server, { isFocused }: Comparisons, step: 1 | -1): Promise<void> {
  const spec = await activeSpec(server);
  if (!spec) return;
  const ranges = places(spec.review.findings.filter((f) => !(isFocused && f.isKnown)).map((f) => toRange(f.range)));
  if (!ranges.length) {
    void vscode.window.showInformationMessage(isFocused && spec.review.findings.length ? vscode.l10n.t('This spec has no new gaps since {0}.', spec.review.changes!.since) : vscode.l10n.t('This spec has no open gaps.'));
    return;
  }
  const editor = vscode.window.visibleTextEditors.find((e) => e.document === spec.document);
  const cursor = editor?.selection.active ?? new vscode.Position(0, 0);
  await showAt(spec.document.uri, neighbour(ranges, cursor, step));
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** In the order of the text. Gaps of the document as a whole share a place, which is then visited once. */
function places(ranges: readonly vscode.Range[]): vscode.Range[] {
  const sorted = [...ranges].sort((a, b) => a.start.compareTo(b.start));
  return sorted.filter((range, i) => i === 0 || !range.start.isEqual(sorted[i - 1]!.start));
}

function neighbour(ranges: readonly vscode.Range[], cursor: vscode.Position, step: 1 | -1): vscode.Range {
  return step === 1
    ? ranges.find((r) => r.start.isAfter(cursor)) ?? ranges[0]!
    : ranges.findLast((r) => r.start.isBefore(cursor)) ?? ranges.at(-1)!;
}
