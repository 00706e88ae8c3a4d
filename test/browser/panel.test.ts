import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../scripts/editor/browser.mjs';
import { reportPage } from '../../src/extension/report-page';
import { checklist, reviewer } from '../../src/index';
import { fileReport } from '../../src/report/file-report';
import { htmlReporter } from '../../src/report/html';
import { rich } from '../unit/report/drawn';
import { hostile, render } from '../unit/report/render';

const ORIGIN = 'http://panel.test';
/** As the editor's themes set them. */
const THEMES = {
  'vscode-light': { 'editor-background': '#ffffff', 'editor-foreground': '#1f1f1f', 'descriptionForeground': '#595959', 'textLink-foreground': '#005fb8' },
  'vscode-dark': { 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'descriptionForeground': '#9d9d9d', 'textLink-foreground': '#4daafc', 'textBlockQuote-background': '#2b2b2b' },
  'vscode-dark vscode-high-contrast': { 'editor-background': '#000000', 'editor-foreground': '#ffffff', 'descriptionForeground': '#ffffff', 'textLink-foreground': '#21a6ff', 'textBlockQuote-background': '#000000', 'contrastBorder': '#6fc3df' },
} as const;

function report(change = (text: string) => text): string {
  const text = change(readFileSync('media/samples/thin-rfc.md', 'utf8'));
  const own = reviewer();
  return render(htmlReporter({ items: checklist }), [{ ...fileReport('thin-rfc.md', own.review(text), own.spec), text }, rich, hostile]);
}

/** Waits in here: what waits in the page is evaluated there a second time, which the panel's own policy forbids. */
async function until(page: Page, condition: string): Promise<void> {
  while (!await page.evaluate(condition)) await page.waitForTimeout(20);
}

describe('the report\'s panel', function () {
  this.timeout(120_000);
  let browser: Browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  /** The panel's page with its script, and what it tells the editor. */
  async function show(theme: keyof typeof THEMES): Promise<{ page: Page; told: string[]; posted: () => Promise<unknown[]> }> {
    const page = await browser.newPage({ viewport: { width: 700, height: 900 }, colorScheme: theme === 'vscode-light' ? 'light' : 'dark' });
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(String(error)));
    const html = reportPage(report(), { cspSource: ORIGIN, script: `${ORIGIN}/report-panel.js`, nonce: 'once' }).replace('<body>', `<body class="${theme}">`);
    await page.route(`${ORIGIN}/**`, (route) => (route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: readFileSync('media/report-panel.js', 'utf8') })
      : route.fulfill({ contentType: 'text/html', body: html })));
    await page.addInitScript('window.posted = []; window.acquireVsCodeApi = () => ({ postMessage: (message) => window.posted.push(message), getState: () => ({ scroll: 300 }), setState: (state) => { window.kept = state; } });');
    await page.goto(`${ORIGIN}/`);
    await page.evaluate(`for (const [name, value] of Object.entries(${JSON.stringify(THEMES[theme])})) document.documentElement.style.setProperty('--vscode-' + name, value);`);
    return { page, told, posted: () => page.evaluate<unknown[]>('window.posted') };
  }

  for (const theme of Object.keys(THEMES) as (keyof typeof THEMES)[]) {
    it(`has no accessibility violation and breaks no policy (${theme})`, async () => {
      const { page, told } = await show(theme);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
      assert.deepEqual(told, []);
      await page.close();
    });
  }

  it('leads to a line by mouse and by keyboard', async () => {
    const { page, posted } = await show('vscode-light');
    const first = page.locator('[data-line]').first();
    const line = Number(await first.getAttribute('data-line'));
    await first.click();
    await first.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await posted(), [{ ready: true }, { open: line }, { open: line }]);
    await page.close();
  });

  it('leads from a box of a diagram to its line', async () => {
    const { page, posted } = await show('vscode-dark');
    const box = page.getByRole('link', { name: 'Queue service; all that connects Guest and Waitlist DB' });
    const line = Number(await box.getAttribute('data-line'));
    await box.click();
    await box.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await posted(), [{ ready: true }, { open: line }, { open: line }]);
    await page.close();
  });

  it('stays where one reads, when it is shown again and when a new report comes', async () => {
    const { page } = await show('vscode-light');
    assert.equal(await page.evaluate('window.scrollY'), 300);
    await page.evaluate('window.scrollTo(0, 500)');
    await until(page, 'window.kept?.scroll === 500');
    await page.evaluate(`window.postMessage({ html: ${JSON.stringify(report((text) => text.replace('TBD', 'To be seen.')))} })`);
    await until(page, '!document.querySelector("main blockquote").textContent.includes("TBD")');
    assert.equal(await page.evaluate('window.scrollY'), 500);
    await page.close();
  });

  it('takes in a new report and runs nothing of it', async () => {
    const { page, told } = await show('vscode-light');
    await page.locator('[data-line]').nth(2).focus();
    const html = report((text) => `${text}\n## Rollback\n\nThe flag \`x\` turns it off within a minute; rows written meanwhile stay.\n<img src=x onerror="window.posted.push('no')">\n`);
    await page.evaluate(`window.postMessage({ html: ${JSON.stringify(html.replace('</main>', '<img src="x" onerror="window.posted.push(1)"><script>window.posted.push(2)</script></main>'))} })`);
    await until(page, 'document.body.textContent.includes("turns it off within a minute")');
    assert.equal(await page.evaluate('[...document.querySelectorAll("[data-line]")].indexOf(document.activeElement)'), 2);
    assert.deepEqual(await page.evaluate('window.posted'), [{ ready: true }]);
    assert.ok(told.every((line) => /Content Security Policy/.test(line)), told.join('\n'));
    await page.close();
  });
});
