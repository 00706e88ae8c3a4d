import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { launch } from '../../scripts/editor/browser.mjs';
import { checklist, reviewer } from '../../src/index';
import { fileReport } from '../../src/report/file-report';
import { htmlReporter } from '../../src/report/html';
import { rich } from '../unit/report/drawn';
import { failed, hostile, render } from '../unit/report/render';

function report(): string {
  const outcomes = ['thin-rfc', 'prd-with-numbers'].map((name) => {
    const text = readFileSync(`media/samples/${name}.md`, 'utf8');
    const own = reviewer();
    return { ...fileReport(`${name}.md`, own.review(text), own.spec), text };
  });
  return render(htmlReporter({ items: checklist }), [...outcomes, rich, hostile, failed]);
}

const BLACK_ON_WHITE = ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'];
/** In CSS pixels, without margins of 16 mm. */
const A4 = { width: 672, height: 1002 };

describe('HTML report in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  // Colours and width are independent: two runs see both of each.
  for (const { colorScheme, width } of [{ colorScheme: 'light', width: 1100 }, { colorScheme: 'dark', width: 390 }] as const) {
    it(`has no accessibility violation, asks for nothing, and fits a page of ${width} pixels (${colorScheme})`, async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      const told: string[] = [];
      page.on('console', (message) => told.push(message.text()));
      page.on('request', (request) => told.push(request.url()));
      await page.setContent(report());
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
      assert.deepEqual(told, []);
      assert.ok(await page.evaluate<number>('document.documentElement.scrollWidth') <= width);
      await page.close();
    });
  }

  it('is black on white on paper, whatever the screen is, and nothing of it is cut off', async () => {
    const page = await browser.newPage({ colorScheme: 'dark', viewport: A4 });
    await page.setContent(report());
    const colours = () => page.evaluate<string[]>('[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]');
    assert.notDeepEqual(await colours(), BLACK_ON_WHITE);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.deepEqual(await colours(), BLACK_ON_WHITE);
    // On paper nobody scrolls: what is wider than its place is lost.
    assert.deepEqual(await page.evaluate('[...document.querySelectorAll("main, main *")].filter((e) => !e.closest("svg, .unseen") && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 100))'), []);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length >= 4, 'each document starts on a page of its own');
    await page.close();
  });
});
