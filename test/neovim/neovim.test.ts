import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureNeovim } from '../../scripts/editor/install.mjs';
import { DRAFT, ENVIRONMENT, folder, PROGRAM, useProgram } from '../cli/cli';

interface Session {
  readonly error?: string;
  readonly diagnostics: readonly { readonly line: number; readonly source: string; readonly message: string; readonly code: string }[];
  readonly actions: readonly string[];
  readonly applied?: string;
  readonly text: string;
  readonly hover?: string;
}

describe('Neovim', function () {
  this.timeout(120_000);
  useProgram();

  it('shows the findings of the language server, explains one and applies a fix of it', function () {
    const neovim = ensureNeovim();
    if (!neovim) return this.skip();
    const root = folder({ 'docs/refunds.md': DRAFT, 'home/.keep': '' });
    const out = join(root, 'session.json');
    const env = { ...ENVIRONMENT, NODE: process.execPath, PROGRAM, SPEC: join(root, 'docs/refunds.md'), OUT: out, HOME: join(root, 'home'), XDG_CACHE_HOME: join(root, 'home') };
    const { status, stderr } = spawnSync(neovim, ['--headless', '--clean', '-n', '-c', `luafile ${resolve('test/neovim/session.lua')}`], { cwd: root, env, encoding: 'utf8', timeout: 60_000 });
    assert.equal(status, 0, stderr);
    const session = JSON.parse(readFileSync(out, 'utf8')) as Session;
    assert.equal(session.error, undefined);
    const gap = session.diagnostics.find(({ code }) => code === 'infrastructure/rollback');
    assert.deepEqual([gap?.line, gap?.source], [17, 'spec-review']);
    assert.match(gap!.message, /^Rollback: touched but not answered; say how/);
    assert.ok(session.applied, `an action with an edit among: ${session.actions.join(', ')}`);
    assert.ok(session.text.length > DRAFT.length);
    // What the author wrote is still there, in its order.
    const lines = session.text.split('\n');
    let at = -1;
    for (const line of DRAFT.trimEnd().split('\n')) assert.ok((at = lines.indexOf(line, at + 1)) >= 0, line);
    assert.match(session.hover ?? '', /How is it turned off or reverted/);
  });
});
