#!/usr/bin/env node
// Takes the flags of the `code` executable that tests need and runs them in VS Code's embedded server, so that the
// same call of `runTests` works with and without a desktop VS Code. One flag is its own: `--restricted` opens a window that
// is not trusted, which `runTests` keeps a desktop from.
import { launch } from './browser.mjs';
import { startServer } from './embedded.mjs';

/** How long all tests together may take, in ms. */
const PATIENCE = 300_000;

const flags = (name) => process.argv.filter((a) => a.startsWith(`--${name}=`)).map((a) => a.slice(name.length + 3));
const folder = process.argv.slice(2).find((a) => !a.startsWith('-'));
const [extension, ...others] = flags('extensionDevelopmentPath');
const [tests] = flags('extensionTestsPath');
if (!folder || !extension || !tests) throw new Error('Needs a folder, --extensionDevelopmentPath=… and --extensionTestsPath=….');

/** What the editor says of itself where it has no network and no account. */
const NOISE = /^\[(?:AgentHost|ChatModel|AccountPolicy|Service Worker|reconnection)|connection token|Creating a socket|open-vsx|authentication provider/;

/** Resolves with the exit code that the page reports; what the editor logged is shown when it is not 0. */
async function runTests(page, url) {
  let finish;
  const log = [];
  const exit = new Promise((resolve) => { finish = resolve; });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  await page.exposeFunction('codeAutomationLog', (_type, values) => log.push(values.join(' ')));
  await page.goto(url);
  const timer = setTimeout(() => { console.error(`The tests did not end within ${PATIENCE / 1000} s.`); finish(1); }, PATIENCE);
  const code = await exit;
  clearTimeout(timer);
  if (code !== 0) console.error(log.filter((line) => !NOISE.test(line)).join('\n'));
  return code;
}

const server = await startServer({ extensions: others, isTrusted: !process.argv.includes('--restricted') });
const browser = await launch();
try {
  process.exitCode = await runTests(await browser.newPage(), server.page({ folder, extension, tests }));
} finally {
  await browser.close();
  await server.stop();
}
