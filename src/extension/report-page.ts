/** What of a report's page is the panel's: the editor's colours, what may run, and the script that follows its lines. */
export interface Panel {
  /** The source of the panel's own files, as its policy names it. */
  readonly cspSource: string;
  /** Where the panel's script is. */
  readonly script: string;
  /** Used once; lets the page's own style in and no other. */
  readonly nonce: string;
}

const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/;

/** The editor's colours, also in high contrast; each falls back to the report's own. */
const THEME = `
:root, body {
  --page: var(--vscode-editor-background, #fff); --text: var(--vscode-editor-foreground, #1f2328); --soft: var(--vscode-descriptionForeground, #59636e);
  --line: var(--vscode-contrastBorder, var(--vscode-panel-border, #d1d9e0)); --panel: var(--vscode-textBlockQuote-background, #f6f8fa); --link: var(--vscode-textLink-foreground, #0958b3);
}
body { font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: var(--vscode-font-size, 1rem); }
body.vscode-dark { --answered: #3fb950; --decided: #8b949e; --partly: #d29922; --missing: #f85149; --check: #58a6ff; --error: #ff7b72; --warning: #e3b341; --info: #6cb6ff; }
body.vscode-light { --answered: #1a7f37; --decided: #6e7781; --partly: #b07c00; --missing: #cf222e; --check: #0969da; --error: #b31d28; --warning: #855600; --info: #0958b3; }
[data-line] { color: var(--link); text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
[data-line]:focus-visible { outline: 1px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; }
`;

/** The command line's HTML report as the page of a panel: the same content, with a policy that lets nothing else run. */
export function reportPage(report: string, { cspSource, script, nonce }: Panel): string {
  return report
    .replace(POLICY, () => `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src ${cspSource}">`)
    .replace('<style>', () => `<style nonce="${nonce}">`)
    .replace('</style>', () => `${THEME}</style>`)
    .replace('</body>', () => `<script src="${script}"></script>\n</body>`);
}
