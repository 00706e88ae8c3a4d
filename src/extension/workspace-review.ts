import * as vscode from 'vscode';
import type { FindingReview, SpecReview } from '../server/protocol';
import { isMarkdown, toRange, type Server } from './client';
import { isInTab, urisOf } from './tabs';

/** Larger files are no specs, in bytes. */
const LARGEST = 2_000_000;
export const MARKDOWN = '**/*.{md,markdown}';
export const FOREIGN = '**/{node_modules,vendor,third_party,.git}/**';

/** "Review the Workspace": lists the specs by open gaps; findings of files that are not open appear in the Problems panel. */
export function registerWorkspaceCommand(server: Server): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('spec-review');
  return vscode.Disposable.from(
    problems,
    // From then on the server reports them, and newer.
    vscode.window.tabGroups.onDidChangeTabs(({ opened }) => opened.flatMap(urisOf).forEach((uri) => problems.delete(uri))),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => problems.delete(uri))),
    vscode.commands.registerCommand('specReview.reviewWorkspace', async () => {
      const reviews = await reviewAll(server);
      if (!reviews) return;
      problems.clear();
      for (const review of reviews) publish(problems, review);
      await list(reviews);
    }),
  );
}

/** All specs of the workspace, by path. Undefined where the author cancels. */
export const reviewAll = (server: Server): Thenable<SpecReview[] | undefined> => vscode.window.withProgress(
  { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reviewing the workspace'), cancellable: true },
  async (progress, token) => {
    const files = (await vscode.workspace.findFiles(MARKDOWN, FOREIGN, undefined, token)).sort((a, b) => a.path.localeCompare(b.path));
    const reviews: SpecReview[] = [];
    for (const [i, uri] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      progress.report({ increment: 100 / files.length, message: vscode.l10n.t('{0} of {1}', i + 1, files.length) });
      const review = await reviewFile(server, uri);
      if (review) reviews.push(review);
    }
    return reviews;
  },
);

/** Undefined where it is no spec, or cannot be read. */
export async function reviewFile(server: Server, uri: vscode.Uri): Promise<SpecReview | undefined> {
  const text = await textOf(uri);
  if (text === undefined) return undefined;
  const review = await server.request('specReview/reviewText', { uri: uri.toString(), text });
  return review.isSpec ? review : undefined;
}

/** As in the editor where the file is open; undefined where it is no readable text. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open) return open.getText();
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

const openDocument = (uri: vscode.Uri) => vscode.workspace.textDocuments.find((d) => isMarkdown(d) && d.uri.toString() === uri.toString());

function publish(problems: vscode.DiagnosticCollection, review: SpecReview): void {
  const uri = vscode.Uri.parse(review.uri);
  if (!isInTab(uri)) problems.set(uri, review.findings.map(toDiagnostic));
}

const SEVERITY = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, info: vscode.DiagnosticSeverity.Information };

function toDiagnostic(finding: FindingReview): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), finding.message, SEVERITY[finding.severity]);
  diagnostic.source = 'spec-review';
  diagnostic.code = { value: finding.rule, target: vscode.Uri.parse(finding.href) };
  return diagnostic;
}

async function list(reviews: readonly SpecReview[]): Promise<void> {
  if (!reviews.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No Markdown file of this workspace looks like a spec; the setting “specReview.specs” names those that are.'));
    return;
  }
  const picks = [...reviews].sort((a, b) => b.summary.open - a.summary.open).map((review) => {
    const uri = vscode.Uri.parse(review.uri);
    return {
      label: vscode.workspace.asRelativePath(uri),
      description: vscode.l10n.t('{0} of {1} answered, {2} open', review.summary.answered, review.summary.total, review.summary.open),
      detail: review.findings.find((f) => review.brief.includes(f.rule))?.message ?? vscode.l10n.t('No open gaps.'),
      uri,
    };
  });
  const placeHolder = vscode.l10n.t('{0} specs, those with the most open gaps first', reviews.length);
  const picked = await vscode.window.showQuickPick(picks, { placeHolder, matchOnDetail: true });
  if (picked) await vscode.window.showTextDocument(picked.uri);
}
