import { connect } from 'node:net';
import * as vscode from 'vscode';

/** So many keystrokes are measured in each document, after some that are not: the first ones pay for compiling. */
const KEYSTROKES = 60;
const FIRST = 6;
/** Between two keystrokes, in ms: the server is at rest. */
const REST = 100;

/** What the editor calls: measures with the folder's document, and sends what it measured to SPEC_REVIEW_REPORT. All times in ms. */
export async function run(): Promise<void> {
  const report = connect(process.env.SPEC_REVIEW_REPORT!);
  const activated = await activate();
  const measured = await measure('design.md');
  report.write(`${JSON.stringify({ activated, activation: await activation(), ...measured })}\n`);
  await new Promise<void>((resolve) => { report.end(resolve); });
}

/** How long who asks for the extension waits. In the web worker it is activated by its first command. */
async function activate(): Promise<number> {
  const start = performance.now();
  const extension = vscode.extensions.getExtension('tpm-spec-review.tpm-spec-review');
  await (extension ? extension.activate() : vscode.commands.executeCommand('specReview.showOpenSpec'));
  return performance.now() - start;
}

/** What the editor itself says that the extension host spent on it, as "Developer: Startup Performance" shows it. */
async function activation(): Promise<{ load: number; call: number }> {
  await vscode.commands.executeCommand('perfview.show');
  const isReport = ({ uri }: vscode.TextDocument) => uri.scheme === 'perf';
  for (;;) {
    const row = /^\| tpm-spec-review\.tpm-spec-review .*$/m.exec(vscode.workspace.textDocuments.find(isReport)?.getText() ?? '')?.[0];
    const [, , , load, call] = row?.split('|') ?? [];
    if (load !== undefined && call !== undefined) return { load: Number(load), call: Number(call) };
    await rest();
  }
}

async function measure(path: string): Promise<{ opened: number; keystrokes: readonly number[] }> {
  const start = performance.now();
  const { document } = await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path), { preview: false });
  await diagnosed(document.uri, (own) => own.length > 0);
  const opened = performance.now() - start;

  const line = document.getText().split('\n').indexOf(process.env.SPEC_REVIEW_UNFINISHED!);
  const end = document.lineAt(line).range.end;
  vscode.window.activeTextEditor!.selection = new vscode.Selection(end, end);
  const isReported = (own: readonly vscode.Diagnostic[]) => own.some((d) => ruleOf(d) === 'wording/placeholder' && d.range.start.line === line);
  const keystrokes: number[] = [];
  for (let i = 0; i < KEYSTROKES + FIRST; i++) {
    const isTyped = i % 2 === 0;
    await rest();
    const struck = performance.now();
    const shown = diagnosed(document.uri, (own) => isReported(own) === isTyped);
    await (isTyped ? vscode.commands.executeCommand('type', { text: 'D' }) : vscode.commands.executeCommand('deleteLeft'));
    await shown;
    if (i >= FIRST) keystrokes.push(performance.now() - struck);
  }
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return { opened, keystrokes };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, REST));
const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** As soon as the document's diagnostics are as they should be. */
function diagnosed(uri: vscode.Uri, isIt: (own: readonly vscode.Diagnostic[]) => boolean): Promise<void> {
  const now = () => isIt(vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'spec-review'));
  return new Promise((resolve) => {
    if (now()) return resolve();
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((one) => one.toString() === uri.toString()) || !now()) return;
      subscription.dispose();
      resolve();
    });
  });
}
