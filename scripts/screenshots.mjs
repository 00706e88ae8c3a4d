// Takes the pictures of the README and the guides from the real editor: npm run screenshots [-- NAME...]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled } from './setup.mjs';
import { root } from './editor/install.mjs';
import { shrink } from './png.mjs';

ensureInstalled();
ensureBuilt();
const [{ startServer }, { launch, squiggles }] = await Promise.all([import('./editor/embedded.mjs'), import('./editor/browser.mjs')]);

const SIZE = { width: 1280, height: 800 };
const LARGEST = 200_000;
const shots = join(root, 'media', 'screenshots');

/** Nothing in the picture but what it is about. */
const settings = {
  'workbench.colorTheme': 'Default Light Modern', 'workbench.startupEditor': 'none', 'workbench.tips.enabled': false,
  'workbench.layoutControl.enabled': false, 'window.commandCenter': false, 'workbench.editor.showTabs': 'multiple',
  'editor.minimap.enabled': false, 'editor.wordWrap': 'on', 'editor.fontSize': 13, 'editor.lightbulb.enabled': 'on', 'editor.cursorBlinking': 'solid',
  'explorer.compactFolders': false, 'problems.defaultViewMode': 'tree', 'files.exclude': { '**/.vscode': true }, 'breadcrumbs.enabled': false, 'editor.stickyScroll.enabled': false,
};

const work = realpathSync(mkdtempSync(join(tmpdir(), 'spec-review-shots-')));
const folder = join(work, 'ferrypass');
cpSync(join(root, 'media', 'samples'), folder, { recursive: true });
mkdirSync(join(folder, '.vscode'));
writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
mkdirSync(shots, { recursive: true });

const server = await startServer();
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(server.page({ folder, extension: root, file: join(folder, 'thin-rfc.md') }));
  await squiggles(page);
  await tidy(page);
  const all = { overview, hover, 'light-bulb': lightBulb, 'title-hover': titleHover, interview, compare, report, 'all-specs': allSpecs, 'report-html': reportHtml };
  const names = process.argv.slice(2);
  for (const [name, take] of Object.entries(all)) if (!names.length || names.includes(name)) await take(page);
} finally {
  await browser.close();
  await server.stop();
  rmSync(work, { recursive: true, force: true });
}

async function command(page, title) {
  await choose(page, title);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Opens a file of the folder. */
async function open(page, name) {
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input[type=text]').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await squiggles(page);
}

function run(args) {
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/spec-review.js', ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A command that may go on asking where the palette was. */
async function choose(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title.split(': ').at(-1) }).first().waitFor();
  await page.keyboard.press('Enter');
}

async function goTo(page, text) {
  const line = readFileSync(join(folder, 'thin-rfc.md'), 'utf8').split('\n').indexOf(text) + 1;
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function tidy(page) {
  if (await page.locator('.part.auxiliarybar').isVisible()) await command(page, 'View: Toggle Secondary Side Bar Visibility');
  await command(page, 'Notifications: Clear All Notifications');
}

/** Makes room for the checklist. */
async function foldFiles(page) {
  const files = page.locator('.pane-header.expanded', { hasText: 'ferrypass' });
  if (await files.count()) await files.click();
}

async function shoot(page, name) {
  await page.mouse.move(SIZE.width - 2, 300);
  await save(page, name);
}

async function save(page, name) {
  const path = join(shots, `${name}.png`);
  const png = shrink(await page.screenshot({ animations: 'disabled' }));
  if (png.length > LARGEST) throw new Error(`${name}.png has ${png.length} bytes, more than ${LARGEST}.`);
  writeFileSync(path, png);
  console.log(`${name}.png: ${Math.round(png.length / 1000)} kB`);
}

/** The editor with what is underlined, the checklist and the Problems panel. */
async function overview(page) {
  await command(page, 'Problems: Focus on Problems View');
  await foldFiles(page);
  await command(page, 'Spec Review: Show the Checklist');
  await page.locator('.pane-body', { hasText: 'What matters most' }).waitFor();
  await shoot(page, 'overview');
}

/** Every spec of the workspace with how it stands; the first one opened. */
async function allSpecs(page) {
  await page.keyboard.press('Escape');
  await open(page, 'prd-with-numbers.md');
  await foldFiles(page);
  await command(page, 'Spec Review: List All Specs');
  const specs = page.locator('.pane-body .monaco-list-row', { hasText: 'Group bookings' });
  await specs.first().waitFor();
  await specs.first().locator('.monaco-tl-twistie').click();
  await page.locator('.pane-body .monaco-list-row', { hasText: 'Changed' }).first().waitFor();
  await tidy(page);
  await shoot(page, 'all-specs');
}

/** What was won since a milestone; the answer that won it is in no file. */
async function compare(page) {
  await open(page, 'thin-rfc.md');
  await choose(page, 'Spec Review: Name a Milestone…');
  await page.locator('.quick-input-widget', { hasText: 'What is the milestone called?' }).waitFor();
  await page.locator('.quick-input-widget input[type=text]').fill('Sent to the reviewers');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await goTo(page, 'TBD');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('To roll back, the release manager turns the flag `waitlist` off when more than 1 % of bookings fail. After a rollback, entries in `waitlist_entries` are kept and stay readable, because nothing else reads the table.');
  await choose(page, 'Spec Review: Compare with Milestone…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Sent to the reviewers' }).first().click();
  await command(page, 'Spec Review: Show the Checklist');
  await foldFiles(page);
  await page.locator('.pane-body', { hasText: 'Sent to the reviewers' }).first().waitFor();
  // Only the lines in view are there.
  await page.mouse.move(200, 500);
  await page.mouse.wheel(0, 160);
  await page.locator('.pane-body .monaco-list-row', { hasText: 'Rollback' }).first().waitFor();
  await page.keyboard.press('Control+1');
  await tidy(page);
  await shoot(page, 'compare');
  await command(page, 'Spec Review: Stop Comparing');
  await command(page, 'File: Revert File');
}

/** The report beside its document. */
async function report(page) {
  await open(page, 'prd-with-numbers.md');
  await command(page, 'Spec Review: Open Report');
  const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
  await frame.locator('h1').first().waitFor({ timeout: 60_000 });
  await command(page, 'View: Toggle Primary Side Bar Visibility');
  await tidy(page);
  await shoot(page, 'report');
  await command(page, 'View: Toggle Primary Side Bar Visibility');
  await command(page, 'View: Close All Editors');
}

/** What the report draws, as the command line writes it, in a browser. */
async function reportHtml() {
  const file = join(work, 'report.html');
  run(['media/samples/thorough-design.md', '--format', 'html', '--output', file, '--fail-on', 'never']);
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(pathToFileURL(file).href);
  await page.locator('h3', { hasText: 'Risks' }).evaluate((heading) => heading.scrollIntoView());
  await save(page, 'report-html');
  await page.close();
}

/** What a finding says when the mouse rests on it. */
async function hover(page) {
  await page.keyboard.press('Control+j');
  await page.locator('.part.panel').waitFor({ state: 'hidden' });
  await goTo(page, '## Rollback');
  await page.locator('.view-line', { hasText: 'Rollback' }).first().locator('span span').last().hover();
  await page.locator('.monaco-hover:visible').first().waitFor();
  await save(page, 'hover');
  await page.keyboard.press('Escape');
}

/** How the spec stands, when the mouse rests on its title. */
async function titleHover(page) {
  await page.keyboard.press('Escape');
  await goTo(page, readFileSync(join(folder, 'thin-rfc.md'), 'utf8').split('\n')[0]);
  await page.locator('.view-line', { hasText: 'RFC 27' }).first().locator('span span').first().hover({ position: { x: 3, y: 9 } });
  await page.locator('.monaco-hover:visible', { hasText: 'that matter' }).first().waitFor();
  await save(page, 'title-hover');
  await page.keyboard.press('Escape');
}

/** The first question of an interview, with an answer typed; it is not written. */
async function interview(page) {
  await choose(page, 'Spec Review: Answer the Open Questions…');
  await page.locator('.quick-input-widget', { hasText: '1/5' }).waitFor();
  await page.keyboard.type('The release manager switches the flag off; entries that were made stay.');
  await shoot(page, 'interview');
  await page.keyboard.press('Escape');
}

/** What the light bulb offers for a finding. */
async function lightBulb(page) {
  await page.locator('.view-line', { hasText: 'Rollback' }).first().click();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').first().waitFor();
  await shoot(page, 'light-bulb');
}
