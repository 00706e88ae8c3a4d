import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, ours, ruleOf, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';
const ROLLBACK = 'infrastructure/rollback';
const CONFIG = 'rules: { infrastructure/rollback: off }\n';

/** Files in memory, such as those of a repository that is not on the disk. */
function inMemory(files: ReadonlyMap<string, Uint8Array>): vscode.FileSystemProvider {
  const refuse = (uri: vscode.Uri): never => { throw vscode.FileSystemError.NoPermissions(uri); };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => ({ dispose: () => undefined }),
    stat(uri) {
      const file = files.get(uri.path);
      if (!file) throw vscode.FileSystemError.FileNotFound(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.length };
    },
    readFile: (uri) => files.get(uri.path) ?? (() => { throw vscode.FileSystemError.FileNotFound(uri); })(),
    readDirectory: () => [], createDirectory: refuse, writeFile: refuse, delete: refuse, rename: refuse,
  };
}

describe('a file that is on no disk', () => {
  afterEach(closeAll);

  it('is reviewed like any other, under the config beside it', async () => {
    const text = await vscode.workspace.fs.readFile(uriOf(SPEC));
    const bytes = (content: string) => new TextEncoder().encode(content);
    const files = new Map([['/rfcs/waitlist.md', text], ['/team/rfcs/waitlist.md', text], ['/team/.spec-review.yaml', bytes(CONFIG)]]);
    const provider = vscode.workspace.registerFileSystemProvider('spec-review-memory', inMemory(files), { isReadonly: true });
    try {
      const at = (path: string) => vscode.Uri.parse(`spec-review-memory://host${path}`);
      const open = async (path: string) => {
        await vscode.window.showTextDocument(at(path), { preview: false });
        return (await findings(at(path))).map(ruleOf);
      };
      assert.ok((await open('/rfcs/waitlist.md')).includes(ROLLBACK));
      const under = await open('/team/rfcs/waitlist.md');
      assert.ok(under.length > 0 && !under.includes(ROLLBACK), under.join());
      await show(SPEC);
      await until('those on the disk go on', () => ours(uriOf(SPEC)).length > 0);
    } finally {
      await closeAll();
      provider.dispose();
    }
  });
});
