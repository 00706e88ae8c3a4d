import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

/**
 * The source of l10n/bundle.l10n.json: every text that src/extension gives to `vscode.l10n.t`, as the key of itself.
 * Through the compiler that is here anyway: @vscode/l10n-dev makes the same and brings 101 packages of 89 MB.
 */
export function bundle(): string {
  const texts = globSync('src/extension/**/*.ts').sort().flatMap((path) => textsIn(path, readFileSync(path, 'utf8')));
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`;
}

/** @throws where a text is worked out: then nobody can translate it */
export function textsIn(path: string, source: string): readonly string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'vscode.l10n.t') {
      const [text] = node.arguments;
      if (!text || !ts.isStringLiteralLike(text)) throw new Error(`${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: what vscode.l10n.t takes must be a literal, with {0} for what varies.`);
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}
