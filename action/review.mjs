// What action.yml runs: reviews, writes the job's summary, annotations and outputs, and keeps the comment up to date.
// Node's own modules only: nothing is installed but the program itself, in the version of this action.
// Ends with 2 where the program could not run; findings are told by the output "exit-code", so that later steps still run.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepComment } from './comment.mjs';

const { env } = process;
const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'spec-review-'));
const report = join(folder, 'report.json'), sarif = join(folder, 'report.sarif');
const event = env.GITHUB_EVENT_PATH ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) : {};

/** The program, by SPEC_REVIEW_COMMAND, else from the registry. */
function specReview(args, stdout = 'inherit') {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const [command, ...first] = env.SPEC_REVIEW_COMMAND ? JSON.parse(env.SPEC_REVIEW_COMMAND) : ['npx', '--yes', `tpm-spec-review@${version}`];
  const { status, error, stdout: out } = spawnSync(command, [...first, ...args], { stdio: ['ignore', stdout, 'inherit'], encoding: 'utf8', maxBuffer: 64 << 20, shell: process.platform === 'win32' });
  if (error) fail(`The program could not be started: ${error.message}`);
  return { code: status ?? 2, out };
}

function fail(message) {
  process.stdout.write(`::error::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}\n`);
  process.exit(2);
}

/** A line that a job's log shows as a warning. */
const warn = (message) => process.stdout.write(`::warning::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}\n`);

/** What the report is about: of a pull request what it changes, unless the user says otherwise. */
function since() {
  const given = env.SPEC_REVIEW_SINCE || (env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : 'none');
  return given === 'none' ? [] : ['--since', given];
}

const option = (flag, value) => (value ? [flag, value] : []);
const paths = (env.SPEC_REVIEW_PATHS || '.').split('\n').map((path) => path.trim()).filter(Boolean);
const { code } = specReview([
  '--format', 'json', '--output', report, '--no-progress', '--fail-on', env.SPEC_REVIEW_FAIL_ON || 'error', ...since(),
  ...option('--config', env.SPEC_REVIEW_CONFIG), ...option('--baseline', env.SPEC_REVIEW_BASELINE), '--', ...paths,
]);

let text;
try {
  text = readFileSync(report, 'utf8');
} catch {
  fail('Nothing was reviewed; the lines above say why.');
}
const isEmpty = JSON.parse(text).files.length === 0;
const render = (format, ...more) => (isEmpty ? '' : specReview(['merge', report, '--fail-on', 'never', '--format', format, ...more], more.length ? 'inherit' : 'pipe').out ?? '');
const markdown = isEmpty ? '# Spec review\n\nNo spec was changed.\n' : render('markdown');
render('sarif', '--output', sarif);
process.stdout.write(render('github'));
if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, markdown);
if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `report=${report}\nsarif=${isEmpty ? '' : sarif}\nexit-code=${code}\n`);

const number = event.pull_request?.number;
if (env.SPEC_REVIEW_COMMENT === 'true' && number && env.SPEC_REVIEW_TOKEN) {
  const found = JSON.parse(text).files.some((file) => file.error || file.findings.length > 0);
  await keepComment({
    api: env.GITHUB_API_URL || 'https://api.github.com', token: env.SPEC_REVIEW_TOKEN, repository: env.GITHUB_REPOSITORY, number,
    key: env.SPEC_REVIEW_COMMENT_KEY || 'default', body: found ? markdown : '# Spec review\n\nNothing is open in the specs that this pull request changes.\n', isWorthOne: found,
    more: env.GITHUB_RUN_ID ? `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}` : '',
  }).catch((error) => warn(`The comment on the pull request was not written: ${error.message}`));
}
