import * as vscode from 'vscode';
import { activeSpec } from './active-spec';
import { showAt, type Server } from './client';
import { basedOn, type Comparisons } from './comparisons';
import { reportPage } from './report-page';

const FORMATS = [['html', 'HTML'], ['markdown', 'Markdown'], ['json', 'JSON']] as const;
export type ReportFormat = (typeof FORMATS)[number][0];
const ENDINGS: Readonly<Record<ReportFormat, string>> = { html: 'html', markdown: 'md', json: 'json' };
/** In ms after a review: a report that moves with each letter is not read. */
const PAUSE = 600;

/** The report beside the document, and as a file. */
export function registerReportPanel(server: Server, comparing: Comparisons, extension: vscode.Uri): vscode.Disposable {
  const panels = new Map<string, vscode.WebviewPanel>();
  return vscode.Disposable.from(
    vscode.commands.registerCommand('specReview.openReport', () => openReport(server, comparing, extension, panels)),
    vscode.commands.registerCommand('specReview.exportReport', (format?: unknown, target?: unknown) => exportReport(server, comparing, format, target)),
    vscode.commands.registerCommand('specReview.showLine', showLine),
    { dispose: () => panels.forEach((panel) => panel.dispose()) },
  );
}

async function openReport(server: Server, comparing: Comparisons, extension: vscode.Uri, panels: Map<string, vscode.WebviewPanel>): Promise<void> {
  const spec = await activeSpec(server);
  if (!spec) return;
  const { document, review: { uri } } = spec;
  const known = panels.get(uri);
  if (known) {
    known.reveal();
    return;
  }
  const read = () => server.request('specReview/report', { uri, format: 'html', ...since(comparing, document.uri) });
  const html = await read();
  if (html === null) return;
  const media = vscode.Uri.joinPath(extension, 'media');
  const panel = vscode.window.createWebviewPanel('specReview.report', vscode.l10n.t('Report: {0}', document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false }, {
    enableScripts: true, enableFindWidget: true, localResourceRoots: [media],
  });
  panels.set(uri, panel);
  const { webview } = panel;
  webview.html = reportPage(html, { cspSource: webview.cspSource, script: webview.asWebviewUri(vscode.Uri.joinPath(media, 'report-panel.js')).toString(), nonce: crypto.randomUUID() });

  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = html;
  const update = async (): Promise<void> => {
    latest = await read() ?? latest;
    if (panels.get(uri) === panel) void webview.postMessage({ html: latest });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), PAUSE);
  };
  const subscriptions = [
    server.onDidReview((reviewed) => { if (reviewed.uri === uri) later(); }),
    comparing.onDidChange(later),
    webview.onDidReceiveMessage(({ open, ready }: { open?: unknown; ready?: unknown }) => {
      // A page that was hidden starts anew with the report of then.
      if (ready && latest !== html) void webview.postMessage({ html: latest });
      if (Number(open) >= 1) void vscode.commands.executeCommand('specReview.showLine', document.uri, Number(open));
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(timer);
    panels.delete(uri);
    vscode.Disposable.from(...subscriptions).dispose();
  });
}

/** With what the report compares, and whether it is about what is new only. */
const since = (comparing: Comparisons, uri: vscode.Uri) => ({ ...basedOn(comparing, uri), onlyNew: comparing.isFocused });

/** Shows a line, from 1, where the document is open already: not in place of the report. */
async function showLine(uri: vscode.Uri, line: number): Promise<void> {
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()));
  await vscode.window.showTextDocument(uri, { preview: false, viewColumn: group?.viewColumn ?? vscode.ViewColumn.One });
  await showAt(uri, new vscode.Range(line - 1, 0, line - 1, 0));
}

/**
 * Writes the report to a file, the same as the command line's.
 * @param given the format, where it is known already
 * @param target the file, where it is known already
 */
async function exportReport(server: Server, comparing: Comparisons, given: unknown, target: unknown): Promise<void> {
  const spec = await activeSpec(server);
  if (!spec) return;
  const format = FORMATS.find(([name]) => name === given)?.[0]
    ?? (await vscode.window.showQuickPick(FORMATS.map(([name, label]) => ({ name, label })), { placeHolder: vscode.l10n.t('As what shall the report be written?') }))?.name;
  if (!format) return;
  const { document } = spec;
  const file = target instanceof vscode.Uri ? target : await vscode.window.showSaveDialog({
    defaultUri: document.uri.with({ path: document.uri.path.replace(/\.\w+$/, `.review.${ENDINGS[format]}`) }), saveLabel: vscode.l10n.t('Export'),
  });
  const text = file && await server.request('specReview/report', { uri: spec.review.uri, format, ...since(comparing, document.uri) });
  if (file && typeof text === 'string') await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
