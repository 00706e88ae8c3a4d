import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { DRAFT, ENVIRONMENT, PROGRAM, useProgram } from './cli';
import { git, repository } from './git';

interface Comment { id: number; body: string }

/** Answers as GitHub does for the comments of one pull request, over HTTP; notes what it is asked. */
async function gitHub(comments: Comment[], refuses: () => boolean = () => false): Promise<{ server: Server; url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    asked.push(`${request.method} ${request.url}`);
    const answer = (status: number, value: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (refuses() || request.headers.authorization !== 'Bearer t0ken') return answer(403, { message: 'Resource not accessible by integration' });
    const url = new URL(request.url!, 'http://localhost');
    const patched = /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/.exec(url.pathname);
    if (request.method === 'PATCH' && patched) return answer(200, Object.assign(comments.find(({ id }) => id === Number(patched[1]))!, JSON.parse(text)));
    if (url.pathname !== '/repos/acme/shop/issues/7/comments') return answer(404, {});
    if (request.method === 'POST') {
      comments.push({ id: 1_000 + comments.length, ...JSON.parse(text) });
      return answer(201, comments.at(-1));
    }
    const size = Number(url.searchParams.get('per_page')), page = Number(url.searchParams.get('page'));
    answer(200, comments.slice((page - 1) * size, page * size));
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const WITHOUT_PROBLEM = DRAFT.replace('Status: draft', 'Status: accepted').replace('Support refunds about 40 orders a day by hand, which takes two people the whole morning.', 'TBD');
const MARK = '<!-- tpm-spec-review: default -->';

describe('the GitHub action', function () {
  this.timeout(60_000);
  useProgram();

  /** A pull request on a branch that added a spec. */
  function pullRequest(spec = WITHOUT_PROBLEM): string {
    const root = repository({ 'docs/old.md': DRAFT, 'README.md': '# Shop\n' });
    git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    git(root, 'checkout', '-q', '-b', 'mine');
    writeFileSync(join(root, 'docs/new.md'), spec);
    git(root, 'add', '.');
    git(root, 'commit', '-q', '-m', 'new');
    for (const [name, text] of [['event.json', '{"pull_request":{"number":7}}'], ['summary', ''], ['output', '']] as const) writeFileSync(join(root, '.git', name), text);
    return root;
  }

  /** Runs the script as a runner does. */
  async function act(root: string, api: string, env: Record<string, string> = {}): Promise<{ code: number | null; out: string; errors: string; summary: string; outputs: Record<string, string> }> {
    const at = (name: string) => join(root, '.git', name);
    const child = spawn(process.execPath, [resolve('action/review.mjs')], {
      cwd: root, env: {
        ...ENVIRONMENT, SPEC_REVIEW_COMMAND: JSON.stringify([process.execPath, PROGRAM]), RUNNER_TEMP: at(''), GITHUB_EVENT_PATH: at('event.json'),
        GITHUB_STEP_SUMMARY: at('summary'), GITHUB_OUTPUT: at('output'), GITHUB_BASE_REF: 'main', GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: api,
        SPEC_REVIEW_PATHS: 'docs\n', SPEC_REVIEW_COMMENT: 'true', SPEC_REVIEW_TOKEN: 't0ken', ...env,
      },
    });
    let out = '', errors = '';
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.stderr.on('data', (chunk) => { errors += chunk; });
    const code = await new Promise<number | null>((done) => { child.on('close', done); });
    const outputs = Object.fromEntries(readFileSync(at('output'), 'utf8').split('\n').filter(Boolean).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    return { code, out, errors, summary: readFileSync(at('summary'), 'utf8'), outputs };
  }

  it('reports what the pull request changes: summary, annotations, SARIF, one comment that it keeps up to date', async () => {
    const root = pullRequest();
    const comments: Comment[] = Array.from({ length: 130 }, (_, i) => ({ id: i, body: i === 3 ? `> ${MARK}\n> quoted` : 'hello' }));
    const { server, url, asked } = await gitHub(comments);
    try {
      const first = await act(root, url);
      assert.deepEqual([first.code, first.outputs['exit-code']], [0, '1'], first.errors);
      assert.match(first.summary, /docs\/new\.md/);
      assert.ok(!first.summary.includes('docs/old.md'));
      assert.match(first.out, /^::(?:error|warning|notice) file=docs\/new\.md,/m);
      assert.equal(JSON.parse(readFileSync(first.outputs['sarif']!, 'utf8')).version, '2.1.0');
      assert.ok(existsSync(first.outputs['report']!));
      assert.equal(comments.length, 131);
      assert.ok(comments[130]!.body.startsWith(`${MARK}\n`) && comments[130]!.body.includes('docs/new.md'));

      asked.length = 0;
      await act(root, url);
      assert.deepEqual(asked, ['GET /repos/acme/shop/issues/7/comments?per_page=100&page=1', 'GET /repos/acme/shop/issues/7/comments?per_page=100&page=2'], 'it says the same already');

      writeFileSync(join(root, 'docs/new.md'), DRAFT);
      await act(root, url);
      assert.deepEqual([asked.at(-1), comments.length], ['PATCH /repos/acme/shop/issues/comments/1130', 131]);
      assert.deepEqual(comments[3]!.body, `> ${MARK}\n> quoted`, 'a quote is not its own');
    } finally {
      server.close();
    }
  });

  it('begins no comment where there is nothing to say, and settles the one it has', async () => {
    const root = pullRequest();
    const comments: Comment[] = [];
    const { server, url } = await gitHub(comments);
    try {
      writeFileSync(join(root, 'docs/new.md'), '');
      git(root, 'rm', '-q', '-f', 'docs/new.md');
      const { code, summary, outputs } = await act(root, url);
      assert.deepEqual([code, comments, outputs['exit-code'], outputs['sarif']], [0, [], '0', '']);
      assert.match(summary, /No spec was changed/);
      comments.push({ id: 5, body: `${MARK}\r\nold` });
      await act(root, url);
      assert.match(comments[0]!.body, /Nothing is open/);
    } finally {
      server.close();
    }
  });

  it('does not fail the job where it may not comment, and says why', async () => {
    const { server, url } = await gitHub([], () => true);
    try {
      const { code, out, outputs } = await act(pullRequest(), url);
      assert.deepEqual([code, outputs['exit-code']], [0, '1']);
      assert.match(out, /^::warning::The comment on the pull request was not written: GET .* 403; the job needs "permissions: \{ pull-requests: write \}"/m);
    } finally {
      server.close();
    }
  });

  it('fails where it could not run, with the reason, and comments on nothing', async () => {
    const { server, url, asked } = await gitHub([]);
    try {
      const { code, out, errors } = await act(pullRequest(), url, { SPEC_REVIEW_SINCE: 'gone' });
      assert.equal(code, 2);
      assert.match(errors, /there is no commit "gone"/);
      assert.match(out, /^::error::Nothing was reviewed/);
      assert.deepEqual(asked, []);
    } finally {
      server.close();
    }
  });

  it('is declared as it is run: every input arrives, other actions are pinned to a commit', () => {
    const { inputs, outputs, runs } = parse(readFileSync('action.yml', 'utf8'));
    assert.equal(runs.using, 'composite');
    const text = JSON.stringify(runs);
    for (const name of Object.keys(inputs)) assert.ok(text.includes(`inputs.${name} `), name);
    const script = readFileSync('action/review.mjs', 'utf8');
    for (const variable of Object.keys(runs.steps[0].env)) assert.ok(script.includes(`env.${variable}`), variable);
    for (const name of Object.keys(outputs)) assert.ok(script.includes(`${name}=$`), name);
    for (const { uses } of runs.steps) if (uses) assert.match(uses, /@[0-9a-f]{40}$/);
  });
});
